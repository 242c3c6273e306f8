/** Discounts for whoever knows a code. They are never changed, only ended. */

import { day, number } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html } from '../../core/lit.js';
import { call } from '../../core/session.js';
import { confirmAction } from '../../ui/dialogs.js';
import { fieldView } from '../../ui/form.js';
import { formDialog } from '../../ui/form-dialog.js';
import { createList, listView } from '../../ui/list.js';
import { say } from '../../ui/notices.js';
import { emptyView } from '../../ui/states.js';
import { NO_REDUCTION, reductionBody, reductionFields } from './reduction.js';
import { reductionText, today } from './words.js';

export default {
  texts: 'admin',
  title: () => t('nav.adminCoupons'),
  open: ({ app, query }) => {
    const list = createList({ path: 'admin/coupons', query, update: app.update, failed: app.failed, key: ({ code }) => code });
    list.reload();
    const add = async () => {
      const made = await create(app);
      if (made) {
        list.put(made);
        say(() => t('admin.coupons.created', { code: made.code }));
      }
    };
    const addButton = () => html`<button type="button" class="primary" @click=${add}>${t('admin.coupons.new')}</button>`;
    return {
      view: () => html`
        <div class="toolbar">${addButton()}</div>
        ${listView(list, { caption: t('nav.adminCoupons'), empty: emptyView(t('admin.coupons.empty')), columns: columns(list) })}
      `,
    };
  },
};

function columns(list) {
  return [
    { label: () => t('admin.code'), cell: ({ code }) => code },
    { label: () => t('admin.name'), cell: ({ name }) => name },
    { label: () => t('admin.reduction'), number: true, cell: reductionText },
    { label: () => t('admin.reduction.periods'), number: true, cell: ({ periods }) => (periods == null ? t('admin.reduction.all') : number(periods)) },
    { label: () => t('admin.coupons.redeemed'), number: true, cell: redeemedText },
    { label: () => t('admin.validUntil'), cell: ({ validUntil }) => (validUntil ? day(validUntil) : t('admin.never')) },
    {
      label: () => t('admin.actions'),
      cell: (coupon) =>
        isOver(coupon)
          ? t('admin.over')
          : html`<button type="button" aria-label=${t('admin.endOf', { name: coupon.code })} @click=${() => end(list, coupon)}>
              ${t('admin.end')}
            </button>`,
    },
  ];
}

function redeemedText({ redeemed, maxRedemptions }) {
  return maxRedemptions == null ? number(redeemed) : t('admin.coupons.redeemedOf', { count: number(redeemed), max: number(maxRedemptions) });
}

function isOver({ validUntil }) {
  return validUntil && validUntil <= today();
}

function create(app) {
  return formDialog({
    title: () => t('admin.coupons.new'),
    button: () => t('admin.coupons.new'),
    failed: app.failed,
    values: { code: '', ...NO_REDUCTION, validUntil: '', maxRedemptions: '' },
    fields: (form) => html`
      ${fieldView(form, 'code', { label: t('admin.code'), hint: t('admin.coupons.codeHint'), required: true, maxlength: 40 })}
      ${reductionFields(form)}
      ${fieldView(form, 'validUntil', { label: t('admin.validUntil'), hint: t('admin.validUntilHint'), type: 'date' })}
      ${fieldView(form, 'maxRedemptions', { label: t('admin.coupons.max'), hint: t('admin.coupons.maxHint'), type: 'number', min: 1, step: 1 })}
    `,
    submit: ({ code, validUntil, maxRedemptions, ...reduction }, form) =>
      call('POST', 'admin/coupons', {
        body: {
          code: code.trim(),
          ...reductionBody(reduction),
          validUntil: validUntil || undefined,
          maxRedemptions: maxRedemptions === '' ? undefined : Number(maxRedemptions),
        },
        headers: { 'Idempotency-Key': form.idempotencyKey() },
      }),
  });
}

async function end(list, { code }) {
  let ended;
  const done = await confirmAction({
    title: () => t('admin.endOf', { name: code }),
    text: () => t('admin.coupons.endText'),
    button: () => t('admin.end'),
    action: async () => {
      ended = await call('POST', `admin/coupons/${code}/end`);
    },
  });
  if (done) {
    list.put(ended);
    say(() => t('admin.coupons.ended', { code }));
  }
}
