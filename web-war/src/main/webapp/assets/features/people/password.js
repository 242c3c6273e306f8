/** Changing one's own password. */

import { t } from '../../core/i18n.js';
import { html } from '../../core/lit.js';
import { call } from '../../core/session.js';
import { createForm, fieldView, formMessage, submitView } from '../../ui/form.js';
import { say } from '../../ui/notices.js';

const EMPTY = { currentPassword: '', newPassword: '' };

export function createPassword(app) {
  const form = createForm({
    values: EMPTY,
    update: app.update,
    failed: app.failed,
    submit: async (values) => {
      await call('PUT', 'me/password', { body: { ...values } });
      form.reset(EMPTY);
      say(() => t('password.done'));
    },
  });
  return {
    view: () => html`<section class="panel">
      <h2>${t('password.title')}</h2>
      <form method="post" novalidate @submit=${form.submitted}>
        ${formMessage(form)}
        <input type="email" class="visually-hidden" autocomplete="username" tabindex="-1" aria-hidden="true" readonly .value=${app.me?.account.email ?? ''} />
        ${fieldView(form, 'currentPassword', {
          label: t('password.current'),
          type: 'password',
          required: true,
          maxlength: 200,
          autocomplete: 'current-password',
        })}
        ${fieldView(form, 'newPassword', {
          label: t('password.new'),
          hint: t('password.hint'),
          type: 'password',
          required: true,
          maxlength: 200,
          autocomplete: 'new-password',
        })}
        ${submitView(form, t('password.submit'))}
      </form>
    </section>`,
    dirty: () => form.dirty,
  };
}
