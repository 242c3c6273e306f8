/** Taking another plan: when, and what that costs, before it is confirmed. */

import { describe, ETAG } from '../../core/api.js';
import { day, money } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { call } from '../../core/session.js';
import { openDialog } from '../../ui/dialogs.js';
import { createForm, formMessage } from '../../ui/form.js';
import { createLoaded, loadedView } from '../../ui/loaded.js';
import { isSome, linesView, totalsView } from './lines.js';

/** @returns when it was confirmed for: now or periodEnd; undefined if it was not */
export function changePlan({ plan, plans, app }) {
  let draw = () => {};
  let finish = () => {};
  const sooner = possibleNow(plan, plans.value);
  const form = createForm({
    values: { when: sooner ? 'now' : 'periodEnd' },
    update: () => draw(),
    failed: (error) => ended(error, app, finish),
    submit: async ({ when }) => {
      const headers = { 'If-Match': plans.value.subscription[ETAG], 'Idempotency-Key': form.idempotencyKey() };
      try {
        await call('PUT', 'billing/subscription', { body: { plan: plan.code, when }, headers });
      } catch (error) {
        if (error.status === 412) {
          await plans.reload();
          preview.reload();
        }
        throw error;
      }
      finish(when);
    },
  });
  const preview = createLoaded({
    update: () => draw(),
    failed: (error) => ended(error, app, finish),
    read: () => call('POST', 'billing/subscription/preview', { body: { plan: plan.code, when: form.values.when } }),
  });
  const choose = (when) => {
    form.set('when', when);
    preview.value = null;
    preview.reload();
  };
  preview.reload();
  return openDialog(
    () => t('money.change.title', { plan: plan.name }),
    (close, update) => {
      draw = update;
      finish = close;
      return dialogView({ form, preview, plan, plans, sooner, choose, close });
    },
  );
}

/** The page behind says why, so the dialog goes. */
function ended(error, app, finish) {
  const over = app.failed(error);
  if (over) {
    finish();
  }
  return over;
}

/** As the server decides it: the same currency and interval, and not cheaper; in a trial everything. */
function possibleNow({ price: after }, { current, subscription }) {
  const before = current.price;
  return (
    subscription.status === 'trial' ||
    (after.amount.currency === before.amount.currency &&
      after.interval === before.interval &&
      Number(after.amount.amount) >= Number(before.amount.amount))
  );
}

function dialogView({ form, preview, plan, plans, sooner, choose, close }) {
  const { subscription } = plans.value;
  const ready = preview.value && !preview.loading && !preview.error;
  return html`<form method="post" novalidate @submit=${form.submitted}>
    ${formMessage(form)}
    <fieldset class="choices">
      <legend>${t('money.change.when')}</legend>
      ${choiceView(form, choose, 'now', t('money.change.now'), sooner ? '' : t('money.change.notNow'))}
      ${choiceView(form, choose, 'periodEnd', t('money.change.periodEnd', { day: day(subscription.renewsOn) }))}
    </fieldset>
    <div class="preview" aria-live="polite" aria-busy=${preview.loading}>
      ${preview.error?.status === 409
        ? html`<p class="form-error">${describe(preview.error)}</p>`
        : loadedView(preview, (value) => previewView(value, plan, form.values.when))}
    </div>
    <div class="actions">
      <button type="button" @click=${() => close()}>${t('dialog.cancel')}</button>
      <button type="submit" class="primary" ?disabled=${!ready} aria-busy=${form.busy}>${t(`money.change.submit.${form.values.when}`)}</button>
    </div>
  </form>`;
}

function choiceView(form, choose, value, label, hint = '') {
  const id = `change-${value}`;
  return html`<div class="field check-field">
    <input
      id=${id}
      type="radio"
      name="when"
      value=${value}
      ?disabled=${hint !== ''}
      aria-describedby=${hint ? `${id}-hint` : nothing}
      .checked=${form.values.when === value}
      @change=${() => choose(value)}
    />
    <label for=${id}>${label}</label>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
  </div>`;
}

function previewView(value, plan, when) {
  const { lines, subtotal, tax, total, creditApplied, amountDue, carried, price, nextInvoiceOn } = value;
  const later = { price: money(price), interval: t(`money.interval.${plan.price.interval}`), day: nextInvoiceOn ? day(nextInvoiceOn) : '–' };
  return html`
    <h3>${t('money.change.costs')}</h3>
    ${lines.length === 0
      ? html`<p>${t(`money.change.free.${when}`)}</p>`
      : html`${linesView(lines, { caption: t('money.change.costs') })}
        ${totalsView([
          [t('money.totals.subtotal'), subtotal],
          [t('money.totals.tax'), tax],
          [t('money.totals.total'), total, 'strong'],
          isSome(creditApplied) && [t('money.totals.creditUsed'), creditApplied],
          [t('money.totals.amountDue'), amountDue, 'strong'],
          isSome(carried) && [t('money.totals.carried'), carried],
        ])}`}
    <p class="hint">${t('money.change.afterwards', later)}</p>
  `;
}
