/** Whom the organization has invited, and who has not answered yet. */

import { currentLanguage, t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { call } from '../../core/session.js';
import { fieldView } from '../../ui/form.js';
import { formDialog } from '../../ui/form-dialog.js';
import { createList, listView } from '../../ui/list.js';
import { say, sayProblem } from '../../ui/notices.js';
import { confirmed, ifMatch, roleName, rowButton, timeView } from './common.js';
import { roleOptions } from './member-actions.js';

/** @param roles as they are loaded */
export function createInvitations(app, roles) {
  const list = createList({ path: 'users/invitations', update: app.update, failed: app.failed });
  list.reload();
  return {
    buttonView: () =>
      app.can('users:write')
        ? html`<button type="button" class="primary" ?disabled=${!roles.value} @click=${() => invite(app, list, roles)}>
            ${t('invitations.new')}
          </button>`
        : nothing,
    view: () => html`<section class="part">
      <h2>${t('invitations.title')}</h2>
      ${listView(list, {
        caption: t('invitations.title'),
        empty: html`<p class="hint">${t('invitations.empty')}</p>`,
        columns: [
          { label: () => t('members.email'), cell: ({ email }) => email },
          { label: () => t('members.role'), cell: ({ role }) => roleName(role, roles.value) },
          { label: () => t('invitations.by'), cell: ({ invitedBy }) => invitedBy ?? '–' },
          { label: () => t('invitations.sent'), cell: ({ sentAt }) => timeView(sentAt) },
          { label: () => t('invitations.expires'), cell: expiryView },
          ...(app.can('users:write')
            ? [{ label: () => t('people.actions'), cell: (invitation) => actionsView(app, list, invitation) }]
            : []),
        ],
      })}
    </section>`,
  };
}

function expiryView({ expired, expiresAt }) {
  return expired ? html`<span class="status" data-status="expired">${t('invitations.expired')}</span>` : timeView(expiresAt);
}

function actionsView(app, list, invitation) {
  return html`<div class="row-actions">
    ${rowButton(t('invitations.resend'), invitation.email, () => resend(app, list, invitation))}
    ${rowButton(t('invitations.revoke'), invitation.email, () => revoke(app, list, invitation), 'danger')}
  </div>`;
}

async function invite(app, list, roles) {
  const options = roleOptions(app, roles);
  const made = await formDialog({
    title: () => t('invitations.new'),
    values: { email: '', role: options.at(-1)?.[0] ?? '', language: currentLanguage() },
    fields: (form) => html`
      ${fieldView(form, 'email', { label: t('members.email'), hint: t('invitations.emailHint'), type: 'email', required: true })}
      ${fieldView(form, 'role', { label: t('members.role'), type: 'select', required: true, options: roleOptions(app, roles) })}
      ${fieldView(form, 'language', {
        label: t('invitations.language'),
        type: 'select',
        required: true,
        options: [
          ['en', 'English'],
          ['es', 'Español'],
        ],
      })}
    `,
    button: () => t('invitations.submit'),
    submit: ({ email, ...rest }, form) =>
      call('POST', 'users/invitations', {
        body: { email: email.trim(), ...rest },
        headers: { 'Idempotency-Key': form.idempotencyKey() },
      }),
    failed: app.failed,
  });
  if (made) {
    list.put(made);
    say(() => t('invitations.done', { email: made.email }));
  }
}

async function resend(app, list, invitation) {
  try {
    const sent = await call('POST', `users/invitations/${invitation.id}/resend`, { headers: ifMatch(invitation) });
    list.put(sent);
    say(() => t('invitations.resend.done', { email: sent.email }));
  } catch (error) {
    if (!app.failed(error)) {
      sayProblem(error);
      list.reload();
    }
  }
}

async function revoke(app, list, invitation) {
  const { email } = invitation;
  const done = await confirmed(app, {
    title: () => t('invitations.revoke.title'),
    text: () => t('invitations.revoke.text', { email }),
    button: () => t('invitations.revoke'),
    action: () => call('DELETE', `users/invitations/${invitation.id}`, { headers: ifMatch(invitation) }),
  });
  if (done) {
    list.remove(invitation.id);
    say(() => t('invitations.revoke.done', { email }));
  } else if (app.me) {
    list.reload();
  }
}
