/** One invoice or credit note: its lines, its taxes, what was paid, and the documents. */

import { dateOf, dateTime, day, money, period as periodText } from '../../core/format.js';
import { onLanguage, t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { href } from '../../core/router.js';
import { call } from '../../core/session.js';
import { saveFile } from '../../ui/files.js';
import { createLoaded, loadedView } from '../../ui/loaded.js';
import { sayProblem } from '../../ui/notices.js';
import { kindText, numberText, statusView } from './invoice-texts.js';
import { documentTotals, linesView } from './lines.js';

export default {
  texts: 'money',
  title: () => t('money.invoice.title'),
  open: ({ app, params: { id } }) => {
    const path = `billing/invoices/${encodeURIComponent(id)}`;
    const invoice = createLoaded({ read: () => readInvoice(path), update: app.update, failed: app.failed });
    const payments = app.can('payments:read')
      ? createLoaded({ read: async () => (await call('GET', `${path}/payments?limit=200`)).items, update: app.update, failed: app.failed })
      : null;
    invoice.reload();
    payments?.reload();
    const documents = createDocuments(path, app);
    // the lines are written by the server
    const off = onLanguage(() => invoice.reload());
    return {
      close: off,
      view: () => html`
        <p><a href=${href('/invoices')}>${t('money.invoice.back')}</a></p>
        ${loadedView(invoice, (value) => html`
          ${headView(value, documents)} ${partiesView(value)}
          <section class="panel" aria-labelledby="invoice-lines">
            <h2 id="invoice-lines">${t('money.lines.title')}</h2>
            ${linesView(value.lines, { caption: t('money.lines.title'), links: app.can('usage:read') })} ${documentTotals(value)}
          </section>
          ${payments && !isNote(value) ? paymentsView(payments) : nothing}
        `)}
      `,
    };
  },
};

/** With the invoice that a credit note is about. */
async function readInvoice(path) {
  const invoice = await call('GET', path);
  return invoice.corrects ? { ...invoice, corrected: await call('GET', `billing/invoices/${invoice.corrects}`) } : invoice;
}

/** Nothing is paid of a credit note. */
function isNote({ kind }) {
  return kind === 'creditNote';
}

function createDocuments(path, app) {
  const documents = { busy: null };
  documents.save = async (kind, name) => {
    documents.busy = kind;
    app.update();
    try {
      await saveFile(`${path}.${kind}`, `${name}.${kind}`);
    } catch (error) {
      if (!app.failed(error)) {
        sayProblem(error);
      }
    }
    documents.busy = null;
    app.update();
  };
  return documents;
}

function headView(invoice, documents) {
  const { number, corrected } = invoice;
  return html`<section class="panel" aria-labelledby="invoice-number">
    <div class="panel-head">
      <h2 id="invoice-number">${kindText(invoice)} ${numberText(invoice)}</h2>
      ${isNote(invoice) ? nothing : statusView(invoice)}
    </div>
    <dl class="facts">
      ${factView(t('money.invoice.period'), invoice.period && periodText(invoice.period))}
      ${factView(t('money.invoice.issuedOn'), invoice.issuedOn && day(invoice.issuedOn))}
      ${factView(t('money.invoice.dueOn'), !isNote(invoice) && invoice.dueAt && dateOf(invoice.dueAt))}
      ${factView(t('money.invoice.settledAt'), !isNote(invoice) && invoice.settledAt && dateTime(invoice.settledAt))}
      ${factView(
        t('money.invoice.corrects'),
        corrected && html`<a href=${href(`/invoices/${corrected.id}`)}>${numberText(corrected)}</a>`,
      )}
    </dl>
    ${number
      ? html`<div class="actions start">
          ${['pdf', 'xml'].map(
            (kind) => html`<button
              type="button"
              class=${kind === 'pdf' ? 'primary' : ''}
              aria-busy=${documents.busy === kind}
              ?disabled=${documents.busy !== null}
              @click=${() => documents.save(kind, number)}
            >
              ${t(`money.invoice.${kind}`)}
            </button>`,
          )}
        </div>`
      : nothing}
  </section>`;
}

function factView(label, value) {
  return value ? html`<div><dt>${label}</dt><dd>${value}</dd></div>` : nothing;
}

/** As both stood in the invoice when it was issued. */
function partiesView({ seller, buyer }) {
  return html`<div class="parties">${partyView(t('money.invoice.seller'), seller)} ${partyView(t('money.invoice.buyer'), buyer)}</div>`;
}

function partyView(label, party) {
  if (!party) {
    return nothing;
  }
  const { name, legalName, street, postalCode, city, region, country, email, taxId } = party;
  const rows = [street, [postalCode, city].filter(Boolean).join(' '), region, country, email, taxId && t('money.invoice.taxId', { taxId })];
  return html`<section class="panel">
    <h2>${label}</h2>
    <p class="address">
      <strong>${legalName || name}</strong>
      ${rows.filter(Boolean).map((row) => html`<span>${row}</span>`)}
    </p>
  </section>`;
}

function paymentsView(payments) {
  return html`<section class="panel" aria-labelledby="invoice-payments">
    <h2 id="invoice-payments">${t('money.payments.title')}</h2>
    ${loadedView(payments, (items) =>
      items.length === 0
        ? html`<p class="hint">${t('money.payments.none')}</p>`
        : html`<table role="table">
            <caption class="visually-hidden">${t('money.payments.title')}</caption>
            <thead role="rowgroup">
              <tr role="row">
                <th role="columnheader" scope="col">${t('money.payments.receivedAt')}</th>
                <th role="columnheader" scope="col">${t('money.payments.method')}</th>
                <th role="columnheader" scope="col">${t('money.payments.reference')}</th>
                <th role="columnheader" scope="col" class="number">${t('money.lines.amount')}</th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              ${items.map(paymentView)}
            </tbody>
          </table>`,
    )}
  </section>`;
}

function paymentView({ receivedAt, method, reference, amount }) {
  return html`<tr role="row">
    <th role="rowheader" scope="row" data-label=${t('money.payments.receivedAt')}>${dateTime(receivedAt)}</th>
    <td role="cell" data-label=${t('money.payments.method')}>${method}</td>
    <td role="cell" data-label=${t('money.payments.reference')}>${reference || '–'}</td>
    <td role="cell" data-label=${t('money.lines.amount')} class="number">${money(amount)}</td>
  </tr>`;
}
