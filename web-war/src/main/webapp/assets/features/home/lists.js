/** The widgets that list what there is. */

import { dateTime, number } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { href } from '../../core/router.js';
import { call } from '../../core/session.js';
import { emptyView } from '../../ui/states.js';

const SHOWN = 5;
const MOST = 200;

export const openAlertas = {
  permission: 'alertas:read',
  load: ({ limit = SHOWN }) => call('GET', `alertas?status=open&sort=-createdAt&limit=${limit}`),
  show: ({ data }) => ({
    view: () =>
      itemsView(data, {
        empty: t('home.noAlertas'),
        all: href('/alertas', { status: 'open' }),
        item: ({ id, type, severity, createdAt }) => html`
          <a href=${href(`/alertas/${id}`)}>${t(`home.alerta.${type}`)}</a>
          <span class="status" data-status=${severity === 'low' || severity === 'medium' ? 'armed' : 'tampered'}>${t(`home.severity.${severity}`)}</span>
          <time class="hint" datetime=${createdAt}>${dateTime(createdAt)}</time>
        `,
      }),
  }),
};

export const transitosInProgress = {
  permission: 'transitos:read',
  load: ({ limit = SHOWN }) => call('GET', `transitos?status=inProgress&limit=${limit}`),
  show: ({ data }) => ({
    view: () =>
      itemsView(data, {
        empty: t('home.noTransitos'),
        all: href('/transitos', { status: 'inProgress' }),
        item: ({ id, code, origin, destination, expectedAt }) => html`
          <a href=${href(`/transitos/${id}`)}>${code}</a>
          <span>${origin} → ${destination}</span>
          ${expectedAt ? html`<span class="hint">${t('home.expected', { at: dateTime(expectedAt) })}</span>` : nothing}
        `,
      }),
  }),
};

export const activity = {
  permission: 'activity:read',
  load: ({ limit = SHOWN }) => call('GET', `activity?limit=${limit}`),
  show: ({ data }) => ({
    view: () =>
      itemsView(data, {
        empty: t('home.noActivity'),
        all: href('/activity'),
        item: ({ at, actor, action }) => html`
          <code>${action}</code> <span>${actor}</span> <time class="hint" datetime=${at}>${dateTime(at)}</time>
        `,
      }),
  }),
};

export const apiKeys = {
  permission: 'apiKeys:read',
  load: async ({ revoked = false }) => {
    const page = await call('GET', `api-keys?limit=${MOST}`);
    return { ...page, items: page.items.filter(({ revokedAt }) => revoked || !revokedAt) };
  },
  show: ({ data }) => ({
    view: () =>
      itemsView(data, {
        empty: t('home.noApiKeys'),
        all: href('/api-keys'),
        item: ({ name, revokedAt, lastUsedAt }) => html`
          <strong>${name}</strong>
          <span class="hint">
            ${revokedAt ? t('home.revoked') : lastUsedAt ? t('home.lastUsed', { at: dateTime(lastUsedAt) }) : t('home.neverUsed')}
          </span>
        `,
      }),
  }),
};

export const members = {
  permission: 'users:read',
  load: () => call('GET', `users?limit=${MOST}`),
  show: ({ data }) => ({
    view: () => html`<p class="figure"><a href=${href('/members')}>${number(data.items.length)}${data.nextCursor ? '+' : ''}</a></p>`,
  }),
};

function itemsView({ items, nextCursor }, { empty, all, item }) {
  if (items.length === 0) {
    return emptyView(empty);
  }
  return html`<ul class="widget-items">
      ${items.map((each) => html`<li>${item(each)}</li>`)}
    </ul>
    <p><a href=${all}>${t(nextCursor ? 'home.more' : 'home.all')}</a></p>`;
}
