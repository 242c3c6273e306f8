/** Creates the first administrator with the token of the link that the launcher printed. */

import { Problem, send } from './core/api.js';
import { clearMessage, onSubmit, requireFilled, say, showProblem } from './forms.js';
import { onLanguage, startLanguages, t } from './core/i18n.js';

const form = document.getElementById('setup');
const signInLink = document.getElementById('continue');

onLanguage(() => {
  document.title = `${t('setup.pageTitle')} · Tenantry`;
});
addEventListener('hashchange', begin);
onSubmit(form, create);

await startLanguages();
await begin();

async function begin() {
  clearMessage();
  if (await isDone()) {
    finish('setup.alreadyDone');
  } else if (!token()) {
    form.hidden = true;
    say(() => t('setup.noToken'), 'error');
  } else {
    form.hidden = false;
  }
}

async function isDone() {
  try {
    return (await send('GET', 'setup'))?.required === false;
  } catch (error) {
    return error instanceof Problem && error.status === 404;
  }
}

async function create() {
  if (!requireFilled(form)) {
    return;
  }
  const { displayName, email, password } = form.elements;
  try {
    await send('POST', 'setup', {
      body: {
        token: token(),
        email: email.value.trim(),
        displayName: displayName.value.trim(),
        password: password.value,
      },
    });
    finish('setup.done');
  } catch (error) {
    if (error instanceof Problem && error.status === 404) {
      finish('setup.alreadyDone');
    } else {
      showProblem(form, error);
    }
  }
}

function finish(key) {
  form.reset();
  form.hidden = true;
  signInLink.hidden = false;
  say(() => t(key));
  signInLink.focus();
  // a used token does not belong in the history of the browser
  history.replaceState(null, '', location.pathname);
}

function token() {
  return new URLSearchParams(location.hash.slice(1)).get('token');
}
