/** Proves an address with the token that is in the page's own, and so founds what was signed up for. */

import { Problem, send } from './core/api.js';
import { clearMessage, onSubmit, say, showProblem } from './forms.js';
import { onLanguage, startLanguages, t } from './core/i18n.js';

const form = document.getElementById('proof');
const signInLink = document.getElementById('continue');

onLanguage(() => {
  document.title = `${t('proof.pageTitle')} · Tenantry`;
});
addEventListener('hashchange', begin);
onSubmit(form, found);

await startLanguages();
begin();

function begin() {
  clearMessage();
  form.hidden = !token();
  if (form.hidden) {
    showGone();
  }
}

async function found() {
  // somebody who did not sign up does not know it: nobody confirms a stranger's sign-up by a click
  const body = { token: token(), password: form.elements.password.value };
  const slug = form.elements.slug.value.trim();
  if (slug !== '') {
    body.slug = slug;
  }
  try {
    const { tenant } = await send('POST', 'auth/email/verify', { body });
    finish(() => t('proof.done', { organization: tenant.name }));
  } catch (error) {
    if (error instanceof Problem && error.status === 404) {
      showGone();
      return;
    }
    // the short name was taken meanwhile: the token is still good for another one
    if (error instanceof Problem && error.status === 409) {
      document.getElementById('another').hidden = false;
      form.elements.slug.focus();
    }
    showProblem(form, error);
  }
}

function finish(text) {
  form.reset();
  form.hidden = true;
  signInLink.hidden = false;
  say(text);
  signInLink.focus();
  // a used token does not belong in the history of the browser
  history.replaceState(null, '', location.pathname);
}

function showGone() {
  form.hidden = true;
  say(() => t('proof.gone'), 'error');
}

function token() {
  return new URLSearchParams(location.hash.slice(1)).get('token');
}
