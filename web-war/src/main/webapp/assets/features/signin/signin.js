/** Signing in, with a second factor if the account has one. */

import { Problem } from '../../core/api.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import * as session from '../../core/session.js';
import { createForm, fieldView, formMessage, submitView } from '../../ui/form.js';

/** @param reason why one has to, if one had not just come: a function */
export function signInPage({ app, reason }) {
  let codeWanted = false;
  const form = createForm({
    values: { email: '', password: '', code: '' },
    update: app.update,
    submit: async ({ email, password, code }) => {
      try {
        await session.signIn(email.trim(), password, code.trim() || undefined);
      } catch (error) {
        if (error instanceof Problem && error.body.secondFactor && !codeWanted) {
          codeWanted = true;
          return;
        }
        form.values.code = '';
        if (!codeWanted) {
          form.values.password = '';
        }
        throw error;
      }
      form.reset({ email: '', password: '', code: '' });
      await app.signedIn();
    },
  });
  return {
    view: () => html`<form class="panel narrow" id="sign-in" method="post" novalidate @submit=${form.submitted}>
      <h1>${t('signIn.title')}</h1>
      ${reason ? html`<p>${reason()}</p>` : nothing} ${formMessage(form)}
      ${fieldView(form, 'email', { label: t('signIn.email'), type: 'email', required: true, autocomplete: 'username' })}
      ${fieldView(form, 'password', {
        label: t('signIn.password'),
        type: 'password',
        required: true,
        autocomplete: 'current-password',
      })}
      ${codeWanted
        ? fieldView(form, 'code', {
            label: t('signIn.code'),
            hint: t('signIn.codeHint'),
            required: true,
            autocomplete: 'one-time-code',
            inputmode: 'numeric',
          })
        : nothing}
      ${submitView(form, t('signIn.submit'))}
      <ul class="entry-links">
        <li><a href="#/forgot">${t('signIn.forgot')}</a></li>
        <li>${t('signIn.new')} <a href="#/signup">${t('signIn.signUp')}</a></li>
      </ul>
    </form>`,
  };
}
