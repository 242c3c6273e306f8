/** What is done with a member. */

import { t } from '../../core/i18n.js';
import { html } from '../../core/lit.js';
import { call } from '../../core/session.js';
import { fieldView } from '../../ui/form.js';
import { formDialog } from '../../ui/form-dialog.js';
import { say } from '../../ui/notices.js';
import { confirmed, ifMatch, mayGive, roleName } from './common.js';

/** The roles one may give. */
export function roleOptions(app, roles) {
  return (roles.value ?? [])
    .filter(({ id }) => mayGive(app, id, roles.value))
    .map(({ id }) => [id, roleName(id, roles.value)]);
}

export async function changeRole(app, list, roles, member) {
  const changed = await formDialog({
    title: () => t('members.changeRole.title', { name: member.displayName }),
    values: { role: member.role },
    fields: (form) =>
      html`${fieldView(form, 'role', {
        label: t('members.role'),
        hint: t('members.changeRole.hint'),
        type: 'select',
        required: true,
        options: roleOptions(app, roles),
      })}`,
    button: () => t('members.changeRole'),
    submit: ({ role }) => call('PATCH', `users/${member.id}`, { body: { role }, headers: ifMatch(member) }),
    failed: app.failed,
  });
  if (!changed) {
    return list.reload();
  }
  if (changed.accountId === app.me.account.id) {
    // what one may do oneself is another thing now
    return location.reload();
  }
  list.put(changed);
  say(() => t('members.changeRole.done', { name: changed.displayName, role: roleName(changed.role, roles.value) }));
}

export async function removeMember(app, list, member) {
  const done = await confirmed(app, {
    title: () => t('members.remove.title', { name: member.displayName }),
    text: () => t('members.remove.text', { name: member.displayName, organization: app.me.tenant.name }),
    button: () => t('members.remove'),
    action: () => call('DELETE', `users/${member.id}`, { headers: ifMatch(member) }),
  });
  if (done) {
    list.remove(member.id);
    say(() => t('members.remove.done', { name: member.displayName }));
  } else if (app.me) {
    list.reload();
  }
}

export async function transferOwnership(app, member) {
  const done = await confirmed(app, {
    title: () => t('members.transfer.title'),
    text: () => t('members.transfer.text', { name: member.displayName, organization: app.me.tenant.name }),
    button: () => t('members.transfer'),
    typed: member.email,
    action: () => call('POST', `users/${member.id}/transfer-ownership`, { headers: ifMatch(member) }),
  });
  if (done) {
    location.reload();
  }
}

/** Ends one's own membership in the organization of the page. */
export async function leave(app) {
  const { name } = app.me.tenant;
  const done = await confirmed(app, {
    title: () => t('members.leave.title', { organization: name }),
    text: () => t('members.leave.text', { organization: name }),
    button: () => t('members.leave'),
    typed: name,
    action: () => call('POST', 'users/leave'),
  });
  if (done) {
    location.hash = '';
    location.reload();
  }
}
