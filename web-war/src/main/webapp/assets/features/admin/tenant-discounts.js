/** The discounts of an organization, by a coupon or given by the platform. */

import { number } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { call } from '../../core/session.js';
import { confirmAction } from '../../ui/dialogs.js';
import { formDialog } from '../../ui/form-dialog.js';
import { say } from '../../ui/notices.js';
import { tableView } from '../../ui/table.js';
import { createLoaded, readAll } from './loaded.js';
import { NO_REDUCTION, reductionBody, reductionFields } from './reduction.js';
import { reductionText } from './words.js';

export function discountsPart(context) {
  const { app, path } = context;
  const discounts = createLoaded({ app, read: () => readAll(`${path}/discounts`) });
  discounts.reload();
  return {
    view: () => html`<section class="panel" aria-labelledby="discounts">
      <div class="panel-head">
        <h2 id="discounts">${t('admin.discounts')}</h2>
        <button type="button" @click=${() => give(context, discounts)}>${t('admin.discount.give')}</button>
      </div>
      ${discounts.view((items) => (items.length === 0 ? html`<p>${t('admin.discounts.empty')}</p>` : discountsView(path, discounts, items)))}
    </section>`,
  };
}

function discountsView(path, discounts, items) {
  return tableView({
    caption: t('admin.discounts'),
    items,
    columns: [
      { label: () => t('admin.name'), cell: ({ name }) => name },
      { label: () => t('admin.reduction'), number: true, cell: reductionText },
      { label: () => t('admin.coupon'), cell: ({ couponCode }) => couponCode ?? t('admin.none') },
      {
        label: () => t('admin.discount.left'),
        number: true,
        cell: ({ periodsLeft }) => (periodsLeft == null ? t('admin.reduction.all') : number(periodsLeft)),
      },
      { label: () => t('admin.status'), cell: statusOf },
      {
        label: () => t('admin.actions'),
        cell: (discount) =>
          discount.active
            ? html`<button
                type="button"
                aria-label=${t('admin.endOf', { name: discount.name })}
                @click=${() => end(path, discounts, discount)}
              >
                ${t('admin.end')}
              </button>`
            : nothing,
      },
    ],
  });
}

function statusOf({ active }) {
  return html`<span class="status" data-status=${active ? 'active' : 'over'}>${t(active ? 'admin.inForce' : 'admin.over')}</span>`;
}

async function give({ app, path, currency }, discounts) {
  const done = await formDialog({
    title: () => t('admin.discount.give'),
    button: () => t('admin.discount.give'),
    failed: app.failed,
    values: { ...NO_REDUCTION, currency: currency() },
    fields: (form) => reductionFields(form, { fixedCurrency: true }),
    submit: (values, form) =>
      call('POST', `${path}/discounts`, {
        body: reductionBody(values),
        headers: { 'Idempotency-Key': form.idempotencyKey() },
      }),
  });
  if (done) {
    say(() => t('admin.discount.given', { name: done.name }));
    await discounts.reload();
  }
}

async function end(path, discounts, { id, name }) {
  const done = await confirmAction({
    title: () => t('admin.endOf', { name }),
    text: () => t('admin.discount.endText'),
    button: () => t('admin.end'),
    action: () => call('DELETE', `${path}/discounts/${id}`),
  });
  if (done) {
    say(() => t('admin.discount.ended', { name }));
    await discounts.reload();
  }
}
