/** Gives an account a new password with the token that is in the address. */

import { Problem, send } from './core/api.js';
import { clearMessage, onSubmit, requireFilled, say, showProblem } from './forms.js';
import { onLanguage, startLanguages, t } from './core/i18n.js';

const form = document.getElementById('reset');
const signInLink = document.getElementById('continue');

onLanguage(() => {
  document.title = `${t('reset.pageTitle')} · Tenantry`;
});
addEventListener('hashchange', begin);
onSubmit(form, change);

await startLanguages();
begin();

function begin() {
  clearMessage();
  form.hidden = !token();
  if (form.hidden) {
    showGone();
  }
}

async function change() {
  if (!requireFilled(form)) {
    return;
  }
  try {
    await send('POST', 'auth/password/reset', { body: { token: token(), password: form.elements.password.value } });
    finish(() => t('reset.done'));
  } catch (error) {
    if (error instanceof Problem && error.status === 404) {
      showGone();
    } else {
      showProblem(form, error);
    }
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
  say(() => t('reset.gone'), 'error');
}

function token() {
  return new URLSearchParams(location.hash.slice(1)).get('token');
}
