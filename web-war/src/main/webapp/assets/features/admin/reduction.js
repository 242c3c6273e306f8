/** What a coupon or a discount takes off: a share or an amount, of some invoices or all. */

import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { fieldView } from '../../ui/form.js';

export const NO_REDUCTION = { name: '', kind: 'percent', percent: '', amount: '', currency: 'USD', periods: '' };

export function reductionFields(form, { fixedCurrency = false } = {}) {
  const byPercent = form.values.kind === 'percent';
  const { currency } = form.values;
  return html`
    ${fieldView(form, 'name', { label: t('admin.name'), hint: t('admin.reduction.nameHint'), required: true, maxlength: 100 })}
    ${fieldView(form, 'kind', {
      label: t('admin.reduction.kind'),
      type: 'select',
      required: true,
      options: ['percent', 'amount'].map((kind) => [kind, t(`admin.reduction.${kind}`)]),
    })}
    ${byPercent
      ? fieldView(form, 'percent', { label: t('admin.reduction.percent'), inputmode: 'decimal', required: true })
      : fieldView(form, 'amount', {
          label: fixedCurrency ? t('admin.amountIn', { currency }) : t('admin.amount'),
          hint: t('admin.amountHint'),
          inputmode: 'decimal',
          required: true,
        })}
    ${byPercent || fixedCurrency
      ? nothing
      : fieldView(form, 'currency', { label: t('admin.currency'), hint: t('admin.currencyHint'), required: true, maxlength: 3 })}
    ${fieldView(form, 'periods', {
      label: t('admin.reduction.periods'),
      hint: t('admin.reduction.periodsHint'),
      type: 'number',
      min: 1,
      max: 120,
      step: 1,
    })}
  `;
}

export function reductionBody({ name, kind, percent, amount, currency, periods }) {
  return {
    name: name.trim(),
    ...(kind === 'percent'
      ? { percent: percent.trim() }
      : { amount: { amount: amount.trim(), currency: currency.trim().toUpperCase() } }),
    periods: periods === '' ? undefined : Number(periods),
  };
}
