/**
 * One's own second factor: set up in an authenticator app by a link or by a key that is typed in, proven by a code, and then
 * the recovery codes, which are seen once.
 */

import { number } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { call } from '../../core/session.js';
import { copyView } from '../../ui/copy.js';
import { createForm, fieldView, formMessage, submitView } from '../../ui/form.js';
import { formDialog } from '../../ui/form-dialog.js';
import { createLoaded, loadedView } from '../../ui/loaded.js';
import { say } from '../../ui/notices.js';

const FEW_CODES = 3;

export function createSecondFactor(app) {
  /** What was made for the app and is not proven yet; then the recovery codes, until one has kept them. */
  const factor = { app, secret: null, codes: null };
  factor.state = createLoaded({ read: () => call('GET', 'me/totp'), update: app.update, failed: app.failed });
  factor.state.reload();
  factor.begin = createForm({
    values: { password: '' },
    update: app.update,
    failed: app.failed,
    submit: async ({ password }, form) => {
      factor.secret = await call('POST', 'me/totp', { body: { password } });
      form.reset({ password: '' });
    },
  });
  factor.proof = createForm({
    values: { code: '' },
    update: app.update,
    failed: app.failed,
    submit: async ({ code }, form) => {
      const { recoveryCodes } = await call('POST', 'me/totp/confirm', { body: { code: code.replace(/\s/g, '') } });
      factor.secret = null;
      factor.codes = recoveryCodes;
      form.reset({ code: '' });
    },
  });
  return {
    view: () => html`<section class="panel" id="second-factor">
      <h2>${t('factor.title')}</h2>
      ${factor.codes ? codesView(factor) : factor.secret ? proofView(factor) : loadedView(factor.state, (state) => stateView(factor, state))}
    </section>`,
    dirty: () => Boolean(factor.codes || factor.secret),
  };
}

function stateView(factor, { enabled, recoveryCodesLeft }) {
  if (enabled) {
    return html`<p><span class="status" data-status="valid">${t('factor.enabled')}</span></p>
      <p class=${recoveryCodesLeft < FEW_CODES ? 'form-error' : 'hint'}>
        ${t('factor.codesLeft', { count: number(recoveryCodesLeft) })} ${recoveryCodesLeft < FEW_CODES ? t('factor.fewCodes') : nothing}
      </p>
      <div class="actions">
        <button type="button" class="danger" @click=${() => remove(factor)}>${t('factor.remove')}</button>
      </div>`;
  }
  const { begin } = factor;
  return html`<form method="post" novalidate @submit=${begin.submitted}>
    <p>${t('factor.text')}</p>
    ${formMessage(begin)}
    ${fieldView(begin, 'password', {
      label: t('factor.password'),
      type: 'password',
      required: true,
      maxlength: 200,
      autocomplete: 'current-password',
    })}
    ${submitView(begin, t('factor.begin'))}
  </form>`;
}

function proofView(factor) {
  const { proof } = factor;
  const { secret, uri } = factor.secret;
  return html`<ol class="steps">
      <li>
        <p>${t('factor.step.app')}</p>
        <p><a class="button" href=${uri}>${t('factor.link')}</a></p>
        <p>${t('factor.step.key')}</p>
        ${copyView(secret, { label: t('factor.key'), shown: secret.replace(/(.{4})(?=.)/g, '$1 ') })}
        <p class="hint">${t('factor.keyHint')}</p>
      </li>
      <li><p>${t('factor.step.code')}</p></li>
    </ol>
    <form method="post" novalidate @submit=${proof.submitted}>
      ${formMessage(proof)}
      ${fieldView(proof, 'code', {
        label: t('factor.code'),
        required: true,
        maxlength: 64,
        autocomplete: 'one-time-code',
        inputmode: 'numeric',
      })}
      <div class="actions">
        <button type="button" @click=${() => cancel(factor)}>${t('dialog.cancel')}</button>
        <button type="submit" class="primary" aria-busy=${proof.busy}>${t('factor.confirm')}</button>
      </div>
    </form>`;
}

function cancel(factor) {
  factor.secret = null;
  factor.proof.reset({ code: '' });
  factor.app.update();
}

function codesView(factor) {
  return html`<p role="status">${t('factor.done')}</p>
    <h3>${t('factor.codes')}</h3>
    <p>${t('factor.codesText')}</p>
    ${copyView(factor.codes.join('\n'), {
      label: t('factor.codes'),
      shown: html`<span class="codes">${factor.codes.map((code) => html`<span>${code}</span>`)}</span>`,
    })}
    <div class="actions">
      <button type="button" class="primary" @click=${() => kept(factor)}>${t('factor.kept')}</button>
    </div>`;
}

function kept(factor) {
  factor.codes = null;
  if (factor.app.me.secondFactorMissing) {
    // everything that was closed is open now
    location.reload();
    return;
  }
  factor.state.reload();
}

async function remove(factor) {
  const done = await formDialog({
    title: () => t('factor.remove.title'),
    values: { password: '', code: '' },
    fields: (form) => html`
      <p>${t('factor.remove.text')}</p>
      ${fieldView(form, 'password', { label: t('factor.password'), type: 'password', required: true, autocomplete: 'current-password' })}
      ${fieldView(form, 'code', {
        label: t('factor.code'),
        hint: t('factor.codeHint'),
        required: true,
        maxlength: 64,
        autocomplete: 'one-time-code',
      })}
    `,
    button: () => t('factor.remove'),
    danger: true,
    submit: async ({ password, code }) => {
      await call('POST', 'me/totp/remove', { body: { password, code: code.trim() } });
    },
    failed: factor.app.failed,
  });
  if (done) {
    say(() => t('factor.removed'));
    factor.state.reload();
  }
}
