/** The keys that programs sign in with. */

import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { createList, listView } from '../../ui/list.js';
import { emptyView } from '../../ui/states.js';
import { addKey, revokeKey, rotateKey } from './api-key-actions.js';
import { notInPlanView, rowButton, timeView } from './common.js';
import { loadPermissions } from './permissions.js';

export default {
  texts: 'people',
  title: () => t('keys.title'),
  open: ({ app }) => {
    const list = createList({ path: 'api-keys', update: app.update, failed: app.failed });
    const groups = loadPermissions(app);
    if (app.has('apiAccess')) {
      list.reload();
    }
    const addButton = () =>
      app.can('apiKeys:write')
        ? html`<button type="button" class="primary" ?disabled=${!groups.value} @click=${() => addKey(app, list, groups)}>
            ${t('keys.new')}
          </button>`
        : nothing;
    return {
      view: () =>
        app.has('apiAccess')
          ? html`
              <div class="toolbar">
                <p class="toolbar-text">${t('keys.intro')}</p>
                ${addButton()}
              </div>
              <div>
                ${listView(list, {
                  caption: t('keys.title'),
                  empty: emptyView(t('keys.empty'), addButton()),
                  columns: columns(app, list, groups),
                })}
              </div>
            `
          : notInPlanView(t('keys.notInPlan')),
      close: () => groups.close(),
    };
  },
};

function columns(app, list, groups) {
  return [
    { label: () => t('keys.name'), cell: nameView },
    { label: () => t('keys.scopes'), cell: ({ scopes }) => scopesView(scopes, groups.value ?? []) },
    { label: () => t('keys.created'), cell: createdView },
    { label: () => t('keys.lastUsed'), cell: ({ lastUsedAt }) => timeView(lastUsedAt, t('keys.neverUsed')) },
    { label: () => t('keys.state'), cell: stateView },
    ...(app.can('apiKeys:write')
      ? [{ label: () => t('people.actions'), cell: (key) => (key.revoked ? '–' : actionsView(app, list, key)) }]
      : []),
  ];
}

function nameView({ name, prefix }) {
  return html`<span>${name}<br /><code class="hint key-prefix">${prefix}</code></span>`;
}

function scopesView(scopes, groups) {
  const labels = new Map(groups.flatMap(({ permissions }) => permissions.map(({ name, label }) => [name, label])));
  return html`<details class="scopes">
    <summary>${t('keys.scopeCount', { count: scopes.length })}</summary>
    <ul>
      ${scopes.map((scope) => html`<li>${labels.get(scope) ?? scope}</li>`)}
    </ul>
  </details>`;
}

function createdView({ createdAt, createdBy }) {
  return html`<span>${timeView(createdAt)}<br /><span class="hint">${createdBy}</span></span>`;
}

function stateView({ revoked, expiresAt }) {
  const state = revoked ? 'revoked' : expiresAt && new Date(expiresAt) <= new Date() ? 'expired' : 'valid';
  return html`<span>
    <span class="status" data-status=${state}>${t(`keys.state.${state}`)}</span>
    ${expiresAt && !revoked ? html`<br /><span class="hint">${t('keys.until')} ${timeView(expiresAt)}</span>` : nothing}
  </span>`;
}

function actionsView(app, list, key) {
  return html`<div class="row-actions">
    ${rowButton(t('keys.rotate'), key.name, () => rotateKey(app, list, key))}
    ${rowButton(t('keys.revoke'), key.name, () => revokeKey(app, list, key), 'danger')}
  </div>`;
}
