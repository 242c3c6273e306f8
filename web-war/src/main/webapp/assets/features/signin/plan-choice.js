/** The plans on offer, with their prices and what they include. */

import { bytes, money, number } from '../../core/format.js';
import { has, t } from '../../core/i18n.js';
import { html, live, nothing } from '../../core/lit.js';

export function planChoiceView(form, plans) {
  return html`<fieldset class="plans">
    <legend>${t('signup.plan')}</legend>
    ${plans.map((plan) => planView(form, plan))}
    ${form.errors.plan ? html`<p class="field-error">${form.errors.plan}</p>` : nothing}
  </fieldset>`;
}

function planView(form, plan) {
  const { code, name, trialDays, limits } = plan;
  return html`<div class="plan-choice">
    <input
      type="radio"
      id="plan-${code}"
      name="plan"
      value=${code}
      aria-describedby="plan-${code}-about"
      .checked=${live(form.values.plan === code)}
      @change=${() => form.set('plan', code)}
    />
    <label for="plan-${code}">${name}</label>
    <div id="plan-${code}-about">
      <p><strong>${priceText(plan)}</strong></p>
      ${trialDays > 0 ? html`<p class="hint">${t('signup.trial', { days: number(trialDays) })}</p>` : nothing}
      <ul>
        ${limits.map((limit) => html`<li>${limitText(limit)}</li>`)}
      </ul>
    </div>
  </div>`;
}

function priceText({ price: { amount, interval } }) {
  return Number(amount.amount) === 0
    ? t('signup.free')
    : t(interval === 'year' ? 'signup.perYear' : 'signup.perMonth', { price: money(amount) });
}

function limitText({ resource, included, hardLimit }) {
  const key = `signup.resource.${resource}`;
  const name = has(key) ? t(key) : resource;
  if (included === null && hardLimit === null) {
    return t('signup.unlimited', { resource: name });
  }
  const count = included ?? hardLimit;
  return t(hardLimit === count ? 'signup.limit' : 'signup.limitSoft', {
    resource: name,
    count: resource === 'storage' ? bytes(count) : number(count),
  });
}
