/** Accepts the invitation whose token is in the address: with a new account, or with the one there is. */

import { Problem, send } from './core/api.js';
import { clearMessage, onSubmit, requireFilled, say, showProblem } from './forms.js';
import { onLanguage, startLanguages, t } from './core/i18n.js';

const newAccount = document.getElementById('new-account');
const ownAccount = document.getElementById('own-account');
const signInLink = document.getElementById('continue');
let organization = '';

onLanguage(showTitles);
addEventListener('hashchange', begin);
onSubmit(newAccount, acceptAsNew);
onSubmit(ownAccount, acceptAsOneself);

await startLanguages();
await begin();

async function begin() {
  clearMessage();
  newAccount.hidden = true;
  ownAccount.hidden = true;
  try {
    const found = await send('POST', 'users/invitations/look', { body: { token: token() } });
    organization = found.organization;
    showTitles();
    (found.newAccount ? newAccount : ownAccount).hidden = false;
  } catch (error) {
    if (error instanceof Problem && (error.status === 404 || error.status === 400)) {
      say(() => t('invitation.gone'), 'error');
    } else {
      showProblem(newAccount, error);
    }
  }
}

function showTitles() {
  document.title = `${t('invitation.pageTitle')} · Tenantry`;
  for (const title of document.querySelectorAll('.organization')) {
    title.textContent = t('invitation.title', { organization });
  }
}

async function acceptAsNew() {
  const { displayName, password } = newAccount.elements;
  const values = { displayName: displayName.value.trim(), password: password.value };
  await accept(newAccount, values, async () => ({}));
}

async function acceptAsOneself() {
  await accept(ownAccount, {}, async () => {
    const { email, password, code } = ownAccount.elements;
    const body = { email: email.value.trim(), password: password.value };
    if (code.value.trim() !== '') {
      body.code = code.value.trim();
    }
    const signedIn = await send('POST', 'auth/login', { body });
    return { Authorization: `Bearer ${signedIn.accessToken}` };
  });
}

/** @param identify gives the headers that say who accepts */
async function accept(form, values, identify) {
  if (!requireFilled(form)) {
    return;
  }
  try {
    const headers = await identify();
    await send('POST', 'users/invitations/accept', { body: { token: token(), ...values }, headers });
    finish(form);
  } catch (error) {
    showProblem(form, error);
  }
}

function finish(form) {
  form.reset();
  form.hidden = true;
  signInLink.hidden = false;
  say(() => t('invitation.done', { organization }));
  signInLink.focus();
  // a used token does not belong in the history of the browser
  history.replaceState(null, '', location.pathname);
}

function token() {
  return new URLSearchParams(location.hash.slice(1)).get('token') ?? '-';
}
