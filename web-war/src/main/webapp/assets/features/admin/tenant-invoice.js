/** One invoice: what was paid, and taking it back, giving it up, or recording money that came in. */

import { dateTime, day, money } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { call } from '../../core/session.js';
import { openDialog } from '../../ui/dialogs.js';
import { fieldView } from '../../ui/form.js';
import { formDialog } from '../../ui/form-dialog.js';
import { say } from '../../ui/notices.js';
import { errorView, loadingView } from '../../ui/states.js';
import { factsView, tableView } from '../../ui/table.js';
import { readAll } from './loaded.js';
import { instantOf, named, statusView } from './words.js';

/** The dialog closes for a step, whose own dialog comes instead. */
export async function openInvoice(context, list, invoice) {
  const path = `${context.path}/invoices/${invoice.id}`;
  let payments = null;
  let error = null;
  let redraw;
  const load = async () => {
    error = null;
    try {
      payments = await readAll(`${path}/payments`);
    } catch (thrown) {
      error = thrown;
    }
    redraw();
  };
  const chosen = openDialog(
    () => t('admin.invoice.of', { number: invoice.number }),
    (close, update) => {
      redraw = update;
      return html`
        ${factsOf(invoice)} ${error ? errorView(error, load) : payments ? paymentsView(payments) : loadingView()}
        <div class="actions">
          ${stepsOf(invoice).map((step) => html`<button type="button" class=${step.danger ? 'danger' : nothing} @click=${() => close(step)}>${t(`admin.invoice.${step.name}`)}</button>`)}
        </div>
      `;
    },
  );
  load();
  const step = await chosen;
  if (step && (await take(context.app, path, invoice, step))) {
    say(() => t(`admin.invoice.${step.name}.done`, { number: invoice.number }));
    await list.reload();
  }
}

function factsOf(invoice) {
  return factsView([
    [t('admin.status'), statusView('invoiceStatus', invoice.status)],
    [t('admin.kind'), named('invoiceKind', invoice.kind)],
    [t('admin.invoice.issued'), invoice.issuedOn && day(invoice.issuedOn)],
    [t('admin.invoice.due'), invoice.dueOn && day(invoice.dueOn)],
    [t('admin.invoice.subtotal'), money(invoice.subtotal)],
    [t('admin.tax'), money(invoice.tax)],
    [t('admin.invoice.total'), money(invoice.total)],
    [t('admin.invoice.creditApplied'), money(invoice.creditApplied)],
    [t('admin.invoice.amountPaid'), money(invoice.amountPaid)],
    [t('admin.invoice.credited'), money(invoice.credited)],
    [t('admin.invoice.amountDue'), money(invoice.amountDue)],
  ]);
}

function paymentsView(payments) {
  return payments.length === 0
    ? html`<p>${t('admin.payments.empty')}</p>`
    : tableView({
        caption: t('admin.payments'),
        showCaption: true,
        items: payments,
        columns: [
          { label: () => t('admin.payment.reference'), cell: ({ reference }) => reference },
          { label: () => t('admin.payment.method'), cell: ({ method }) => method },
          { label: () => t('admin.payment.received'), cell: ({ receivedAt }) => dateTime(receivedAt) },
          { label: () => t('admin.amount'), number: true, cell: ({ amount }) => money(amount) },
        ],
      });
}

/** What the status allows; the server decides again. */
function stepsOf({ kind, status, amountPaid, credited, total }) {
  if (kind === 'creditNote') {
    return [];
  }
  const untouched = Number(amountPaid.amount) === 0 && Number(credited.amount) === 0;
  return [
    ['open', 'uncollectible'].includes(status) && STEPS.pay,
    ['open', 'paid'].includes(status) && Number(credited.amount) < Number(total.amount) && STEPS.credit,
    status === 'open' && STEPS.giveUp,
    status === 'open' && untouched && STEPS.void,
  ].filter(Boolean);
}

const STEPS = {
  pay: {
    name: 'pay',
    path: 'payments',
    values: ({ amountDue }) => ({ amount: amountDue.amount, method: 'transfer', reference: '', receivedAt: '' }),
    fields: (form, currency) => html`
      ${amountField(form, currency, true)}
      ${fieldView(form, 'method', { label: t('admin.payment.method'), hint: t('admin.payment.methodHint'), required: true, maxlength: 40 })}
      ${fieldView(form, 'reference', { label: t('admin.payment.reference'), hint: t('admin.payment.referenceHint'), required: true, maxlength: 200 })}
      ${fieldView(form, 'receivedAt', { label: t('admin.payment.received'), hint: t('admin.payment.receivedHint'), type: 'datetime-local' })}
    `,
    body: ({ method, reference, receivedAt }) => ({
      method: method.trim(),
      reference: reference.trim(),
      receivedAt: instantOf(receivedAt),
    }),
  },
  credit: {
    name: 'credit',
    path: 'credit-notes',
    values: () => ({ amount: '', reason: '' }),
    fields: (form, currency) => html`${amountField(form, currency, false)} ${reasonField(form)}`,
    body: ({ reason }) => ({ reason: reason.trim() }),
  },
  giveUp: {
    name: 'giveUp',
    path: 'uncollectible',
    danger: true,
    values: () => ({ reason: '' }),
    fields: reasonField,
    body: ({ reason }) => ({ reason: reason.trim() }),
  },
  void: {
    name: 'void',
    path: 'void',
    danger: true,
    values: () => ({ reason: '' }),
    fields: reasonField,
    body: ({ reason }) => ({ reason: reason.trim() }),
  },
};

function amountField(form, currency, required) {
  const hint = t(required ? 'admin.amountHint' : 'admin.invoice.credit.amountHint');
  return fieldView(form, 'amount', { label: t('admin.amountIn', { currency }), hint, inputmode: 'decimal', required });
}

function reasonField(form) {
  return fieldView(form, 'reason', { label: t('admin.reason'), type: 'textarea', rows: 2, required: true, maxlength: 500 });
}

/** Money is recorded once, however often it is sent. */
function take(app, path, invoice, { name, path: last, danger, values, fields, body }) {
  const { currency } = invoice.total;
  return formDialog({
    title: () => t(`admin.invoice.${name}.title`, { number: invoice.number }),
    button: () => t(`admin.invoice.${name}`),
    danger,
    failed: app.failed,
    values: values(invoice),
    fields: (form) => html`<p>${t(`admin.invoice.${name}.text`)}</p>${fields(form, currency)}`,
    submit: async (given, form) => {
      const amount = given.amount?.trim();
      await call('POST', `${path}/${last}`, {
        body: { ...body(given), ...(amount ? { amount: { amount, currency } } : {}) },
        headers: name === 'giveUp' ? {} : { 'Idempotency-Key': form.idempotencyKey() },
      });
    },
  });
}
