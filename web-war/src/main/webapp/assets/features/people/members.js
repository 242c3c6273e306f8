/** The members of the organization, and whom it has invited. */

import { dateOf } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { choiceView, createList, listView } from '../../ui/list.js';
import { emptyView } from '../../ui/states.js';
import { loadRoles, mayGive, roleName, rowButton } from './common.js';
import { createInvitations } from './invitations.js';
import { changeRole, leave, removeMember, transferOwnership } from './member-actions.js';

export default {
  texts: 'people',
  title: () => t('members.title'),
  open: ({ app, query }) => {
    const roles = loadRoles(app);
    const list = createList({ path: 'users', query, update: app.update, failed: app.failed });
    list.reload();
    const invitations = createInvitations(app, roles);
    return {
      view: () => html`
        <div class="toolbar">
          ${choiceView(list, 'role', t('members.role'), (roles.value ?? []).map(({ id }) => [id, roleName(id, roles.value)]))}
          ${invitations.buttonView()}
        </div>
        <div>
          ${listView(list, {
            caption: t('members.title'),
            empty: emptyView(t('members.empty'), invitations.buttonView()),
            columns: columns(app, list, roles),
          })}
        </div>
        ${invitations.view()}
      `,
    };
  },
};

function columns(app, list, roles) {
  return [
    { label: () => t('members.name'), cell: (member) => nameView(app, member) },
    { label: () => t('members.email'), cell: ({ email }) => email, sort: 'email' },
    { label: () => t('members.role'), cell: ({ role }) => roleView(role, roles) },
    { label: () => t('members.since'), cell: ({ createdAt }) => html`<time datetime=${createdAt}>${dateOf(createdAt)}</time>`, sort: 'createdAt' },
    { label: () => t('people.actions'), cell: (member) => actionsView(app, list, roles, member) },
  ];
}

function nameView(app, member) {
  return isSelf(app, member) ? html`<span>${member.displayName} <span class="tag">${t('members.you')}</span></span>` : member.displayName;
}

/** The names of the roles that are built in are short enough for one line. */
function roleView(role, roles) {
  return html`<span class="short">${roleName(role, roles.value)}</span>`;
}

function actionsView(app, list, roles, member) {
  const self = isSelf(app, member);
  const manages = app.can('users:write') && mayGive(app, member.role, roles.value);
  const { displayName: name } = member;
  return html`<div class="row-actions">
    ${manages ? rowButton(t('members.changeRole'), name, () => changeRole(app, list, roles, member)) : nothing}
    ${app.can('owners:write') && !self && member.role !== 'owner'
      ? rowButton(t('members.transfer'), name, () => transferOwnership(app, member))
      : nothing}
    ${manages && !self ? rowButton(t('members.remove'), name, () => removeMember(app, list, member), 'danger') : nothing}
    ${self && !app.me.impersonation ? rowButton(t('members.leave'), app.me.tenant.name, () => leave(app), 'danger') : nothing}
  </div>`;
}

function isSelf(app, { accountId }) {
  return accountId === app.me.account.id;
}
