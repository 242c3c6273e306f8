/** Acting as a member: with a reason, which the organization's activity log keeps. */

import { t } from '../../core/i18n.js';
import { html } from '../../core/lit.js';
import { actAs, call } from '../../core/session.js';
import { fieldView } from '../../ui/form.js';
import { formDialog } from '../../ui/form-dialog.js';
import { sayProblem } from '../../ui/notices.js';
import { named } from './words.js';

const MEMBERS = 200;

export async function impersonate({ app, id, tenant, path }) {
  let members;
  try {
    members = (await call('GET', `users?limit=${MEMBERS}`, { headers: { 'X-Tenant-ID': id } })).items;
  } catch (error) {
    if (!app.failed(error)) {
      sayProblem(error);
    }
    return;
  }
  const begun = await formDialog({
    title: () => t('admin.impersonate.title', { name: tenant.value.name }),
    button: () => t('admin.impersonate.submit'),
    failed: app.failed,
    values: { accountId: '', reason: '' },
    fields: (form) => html`
      <p>${t('admin.impersonate.text')}</p>
      ${fieldView(form, 'accountId', {
        label: t('admin.impersonate.as'),
        type: 'select',
        required: false,
        options: [['', t('admin.impersonate.owner')], ...members.map((member) => [member.accountId, memberText(member)])],
      })}
      ${fieldView(form, 'reason', {
        label: t('admin.reason'),
        hint: t('admin.impersonate.reasonHint'),
        type: 'textarea',
        rows: 2,
        required: true,
        maxlength: 500,
      })}
    `,
    submit: async ({ accountId, reason }) => {
      const body = { reason: reason.trim(), accountId: accountId || undefined };
      const { token } = await call('POST', `${path}/impersonate`, { body });
      await actAs(token);
    },
  });
  if (begun) {
    // the session is another's now: nothing of this page may stay
    location.hash = '';
    location.reload();
  }
}

function memberText({ displayName, email, role }) {
  return t('admin.impersonate.member', { name: displayName, email, role: named('role', role) });
}
