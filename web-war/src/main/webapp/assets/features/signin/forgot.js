/** Asks for the link to choose a new password. The answer is the same whether or not there is an account. */

import { send } from '../../core/api.js';
import { t } from '../../core/i18n.js';
import { html } from '../../core/lit.js';
import { createForm, fieldView, formMessage, submitView } from '../../ui/form.js';

export default {
  texts: 'signin',
  title: () => t('forgot.title'),
  open: ({ app }) => {
    let sentTo = null;
    const form = createForm({
      values: { email: '' },
      update: app.update,
      submit: async ({ email }) => {
        await send('POST', 'auth/password/forgot', { body: { email: email.trim() } });
        sentTo = email.trim();
      },
    });
    return {
      view: () =>
        sentTo
          ? html`<section class="panel narrow">
              <p role="status">${t('forgot.done', { email: sentTo })}</p>
              <a href="#/">${t('forgot.back')}</a>
            </section>`
          : html`<form class="panel narrow" method="post" novalidate @submit=${form.submitted}>
              <p>${t('forgot.text')}</p>
              ${formMessage(form)}
              ${fieldView(form, 'email', { label: t('signIn.email'), type: 'email', required: true, autocomplete: 'username' })}
              ${submitView(form, t('forgot.submit'))}
              <a href="#/">${t('forgot.back')}</a>
            </form>`,
    };
  },
};
