/** The addresses that are told of events. */

import { dateTime } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { go, href } from '../../core/router.js';
import { createList, listView } from '../../ui/list.js';
import { emptyView } from '../../ui/states.js';
import { chosenText, createEventTypes } from './event-types.js';
import { createWebhook, showSecret } from './webhook-form.js';

export default {
  texts: 'integration',
  title: () => t('integration.webhooks'),
  open: ({ app }) => {
    const list = createList({ path: 'webhooks', update: app.update, failed: app.failed });
    const types = createEventTypes(app);
    list.reload();
    const add = async () => {
      const made = await createWebhook(app, types);
      if (made) {
        await showSecret(made.secret);
        go(`/webhooks/${made.id}`);
      }
    };
    const addButton = () =>
      app.can('webhooks:write') && app.has('webhooks')
        ? html`<button type="button" class="primary" @click=${add}>${t('integration.new')}</button>`
        : nothing;
    return {
      close: types.close,
      view: () => html`
        <p class="hint">${t('integration.text')}</p>
        ${app.has('webhooks')
          ? nothing
          : html`<div class="callout">
              <p>${t('integration.notInPlan')}</p>
              <a class="button primary" href=${href('/plan')}>${t('state.seePlans')}</a>
            </div>`}
        ${list.items.length > 0 ? html`<div class="toolbar">${addButton()}</div>` : nothing}
        ${listView(list, {
          caption: t('integration.webhooks'),
          empty: emptyView(t('integration.empty'), addButton()),
          columns: [
            { label: () => t('integration.url'), cell: addressView },
            { label: () => t('integration.status'), cell: ({ status }) => webhookStatusView(status) },
            { label: () => t('integration.types.legend'), cell: ({ eventTypes }) => chosenText(eventTypes) },
            { label: () => t('integration.created'), cell: ({ createdAt }) => dateTime(createdAt) },
          ],
        })}
      `,
    };
  },
};

function addressView({ id, url, description }) {
  return html`<span>
    <a href=${href(`/webhooks/${id}`)}>${url}</a>
    ${description ? html`<br /><span class="hint">${description}</span>` : nothing}
  </span>`;
}

export function webhookStatusView(status) {
  return html`<span class="status" data-status=${status}>${t(`integration.status.${status}`)}</span>`;
}
