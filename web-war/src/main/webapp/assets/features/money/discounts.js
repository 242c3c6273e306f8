/** The discounts of the organization, and taking one by the code of a coupon. */

import { dateOf, money, number } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { call } from '../../core/session.js';
import { createForm, fieldView, formMessage } from '../../ui/form.js';
import { createLoaded, loadedView } from '../../ui/loaded.js';
import { say } from '../../ui/notices.js';

export function createDiscounts(app) {
  const list = createLoaded({
    read: async () => (await call('GET', 'billing/discounts?limit=200')).items,
    update: app.update,
    failed: app.failed,
  });
  const form = createForm({
    values: { code: '' },
    update: app.update,
    failed: app.failed,
    submit: async ({ code }) => {
      const taken = await call('POST', 'billing/coupons', {
        body: { code: code.trim() },
        headers: { 'Idempotency-Key': form.idempotencyKey() },
      });
      form.reset({ code: '' });
      say(() => t('money.coupon.done', { name: taken.name }));
      list.reload();
    },
  });
  return { list, form };
}

export function discountsView({ list, form }, app) {
  return html`<section class="panel" aria-labelledby="plan-discounts">
    <h2 id="plan-discounts">${t('money.discounts.title')}</h2>
    ${loadedView(list, (items) =>
      items.length === 0
        ? html`<p class="hint">${t('money.discounts.none')}</p>`
        : html`<ul class="plain-list">
            ${items.map(discountView)}
          </ul>`,
    )}
    ${app.can('discounts:write')
      ? html`<form method="post" novalidate class="coupon" @submit=${form.submitted}>
          ${formMessage(form)}
          <div class="row-form">
            ${fieldView(form, 'code', { label: t('money.coupon.code'), required: true, maxlength: 60 })}
            <div class="action"><button type="submit" aria-busy=${form.busy}>${t('money.coupon.submit')}</button></div>
          </div>
        </form>`
      : nothing}
  </section>`;
}

function discountView({ name, couponCode, percent: share, amount, periodsLeft, active, createdAt }) {
  const reduction = amount ? money(amount) : number(Number(share) / 100, { style: 'percent', maximumFractionDigits: 4 });
  return html`<li>
    <span><strong>${t('money.discounts.reduction', { reduction })}</strong> ${name}${couponCode ? ` (${couponCode})` : ''}</span>
    <span class="hint">
      ${active ? t(periodsLeft == null ? 'money.discounts.always' : 'money.discounts.left', { count: periodsLeft }) : t('money.discounts.over')}
      ${t('money.discounts.since', { day: dateOf(createdAt) })}
    </span>
  </li>`;
}
