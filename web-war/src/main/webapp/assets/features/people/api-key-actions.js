/** Making, rotating and revoking an API key. Its secret is seen once. */

import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { call } from '../../core/session.js';
import { copyView } from '../../ui/copy.js';
import { openDialog } from '../../ui/dialogs.js';
import { fieldView } from '../../ui/form.js';
import { formDialog } from '../../ui/form-dialog.js';
import { say } from '../../ui/notices.js';
import { confirmed, ifMatch } from './common.js';
import { permissionsView } from './permissions.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const LIFETIMES = ['30', '90', '365', 'never'];
const GRACES = [0, 3600, 86400];

export async function addKey(app, list, groups) {
  const made = await formDialog({
    title: () => t('keys.new'),
    values: { name: '', expiresAt: '90', scopes: [] },
    fields: (form) => html`
      ${fieldView(form, 'name', { label: t('keys.name'), hint: t('keys.nameHint'), required: true, maxlength: 100 })}
      ${fieldView(form, 'expiresAt', {
        label: t('keys.expires'),
        type: 'select',
        required: true,
        options: LIFETIMES.map((days) => [days, t(`keys.expires.${days}`)]),
      })}
      <section class="part">
        <h3>${t('keys.scopes')}</h3>
        <p class="hint">${t('keys.scopesHint')}</p>
        ${permissionsView(form, 'scopes', groups.value, { offered: (name) => app.can(name) && !name.startsWith('apiKeys:') })}
      </section>
    `,
    button: () => t('keys.make'),
    ready: ({ scopes }) => scopes.length > 0,
    submit: ({ name, expiresAt, scopes }) => call('POST', 'api-keys', { body: { name: name.trim(), scopes, expiresAt: endOf(expiresAt) } }),
    failed: app.failed,
  });
  if (made) {
    await show(list, made);
  }
}

function endOf(days) {
  return days === 'never' ? undefined : new Date(Date.now() + Number(days) * DAY_MS).toISOString();
}

export async function rotateKey(app, list, key) {
  const rotated = await formDialog({
    title: () => t('keys.rotate.title', { name: key.name }),
    values: { graceSeconds: '3600' },
    fields: (form) => html`
      <p>${t('keys.rotate.text')}</p>
      ${fieldView(form, 'graceSeconds', {
        label: t('keys.grace'),
        type: 'select',
        required: true,
        options: GRACES.map((seconds) => [String(seconds), t(`keys.grace.${seconds}`)]),
      })}
    `,
    button: () => t('keys.rotate'),
    submit: ({ graceSeconds }) =>
      call('POST', `api-keys/${key.id}/rotate`, { body: { graceSeconds: Number(graceSeconds) }, headers: ifMatch(key) }),
    failed: app.failed,
  });
  if (rotated) {
    await show(list, rotated);
  } else if (app.me) {
    list.reload();
  }
}

/** The list does not keep the secret. */
async function show(list, { secret, ...key }) {
  list.put(key);
  await openDialog(
    () => t('keys.secret.title', { name: key.name }),
    (close) => html`<p>${t('keys.secret.text')}</p>
      <dl class="facts">
        <div>
          <dt>${t('keys.secret')}</dt>
          <dd>${copyView(secret, { label: t('keys.secret') })}</dd>
        </div>
        ${key.prefix
          ? html`<div>
              <dt>${t('keys.clientId')}</dt>
              <dd>${copyView(key.prefix, { label: t('keys.clientId') })}</dd>
            </div>`
          : nothing}
      </dl>
      <div class="actions">
        <button type="button" class="primary" @click=${() => close()}>${t('keys.secret.kept')}</button>
      </div>`,
  );
}

export async function revokeKey(app, list, key) {
  const done = await confirmed(app, {
    title: () => t('keys.revoke.title', { name: key.name }),
    text: () => t('keys.revoke.text'),
    button: () => t('keys.revoke'),
    typed: key.name,
    action: () => call('DELETE', `api-keys/${key.id}`, { headers: ifMatch(key) }),
  });
  if (done) {
    say(() => t('keys.revoke.done', { name: key.name }));
  }
  if (app.me) {
    list.reload();
  }
}
