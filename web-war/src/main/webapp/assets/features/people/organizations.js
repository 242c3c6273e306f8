/** The organizations one is a member of. One leaves the one that is chosen; another has to be chosen first. */

import { has, t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { tableView } from '../../ui/table.js';
import { roleName, rowButton } from './common.js';
import { leave } from './member-actions.js';

export function organizationsView(app) {
  return html`<section class="part">
    <h2>${t('organizations.title')}</h2>
    ${tableView({
      caption: t('organizations.title'),
      items: app.me.tenants,
      columns: [
        { label: () => t('settings.name'), cell: (tenant) => nameView(app, tenant) },
        { label: () => t('members.role'), cell: (tenant) => roleText(app, tenant) },
        { label: () => t('organizations.status'), cell: ({ status }) => statusText(status) },
        { label: () => t('people.actions'), cell: (tenant) => actionsView(app, tenant) },
      ],
    })}
  </section>`;
}

function nameView(app, { id, name }) {
  return html`<span>${name} ${id === app.me.tenant?.id ? html`<span class="tag">${t('organizations.current')}</span>` : nothing}</span>`;
}

function roleText(app, { id, role }) {
  // only the role in the organization of the page is known by its name
  return id === app.me.tenant?.id && !has(`people.role.${role}`) ? app.me.roleName : roleName(role);
}

function statusText(status) {
  return has(`organizations.status.${status}`) ? t(`organizations.status.${status}`) : status;
}

function actionsView(app, { id, name, status }) {
  if (id === app.me.tenant?.id) {
    return html`<div class="row-actions">${rowButton(t('members.leave'), name, () => leave(app), 'danger')}</div>`;
  }
  return ['suspended', 'closing', 'purging'].includes(status)
    ? '–'
    : html`<div class="row-actions">${rowButton(t('organizations.choose'), name, () => app.switchTo(id))}</div>`;
}
