/** The invoices of an organization, and what the platform does with them by hand. */

import { day, money, period } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html } from '../../core/lit.js';
import { choiceView, createList, listView } from '../../ui/list.js';
import { emptyView } from '../../ui/states.js';
import { openInvoice } from './tenant-invoice.js';
import { named, statusView } from './words.js';

const STATUSES = ['open', 'paid', 'void', 'uncollectible'];

export function invoicesPart(context) {
  const { app, id } = context;
  const list = createList({
    path: 'billing/invoices',
    update: app.update,
    failed: app.failed,
    headers: { 'X-Tenant-ID': id },
  });
  // the filter is not kept in the address, which says which part of the page is open
  list.filter = (name, value) => {
    list.filters = { ...list.filters, [name]: value };
    return list.reload();
  };
  list.clearFilters = () => list.filter('status', '');
  list.reload();
  return {
    view: () => html`
      <div class="toolbar">
        ${choiceView(list, 'status', t('admin.status'), STATUSES.map((code) => [code, named('invoiceStatus', code)]))}
      </div>
      ${listView(list, {
        caption: t('admin.tenant.part.invoices'),
        empty: emptyView(t('admin.invoices.empty')),
        columns: columns((invoice) => openInvoice(context, list, invoice)),
      })}
    `,
  };
}

function columns(open) {
  return [
    {
      label: () => t('admin.invoice.number'),
      cell: (invoice) =>
        html`<button type="button" class="link" aria-haspopup="dialog" @click=${() => open(invoice)}>${invoice.number}</button>`,
    },
    { label: () => t('admin.kind'), cell: ({ kind }) => named('invoiceKind', kind) },
    { label: () => t('admin.status'), cell: ({ status }) => statusView('invoiceStatus', status) },
    { label: () => t('admin.period'), cell: (invoice) => (invoice.period ? period(invoice.period) : '–') },
    { label: () => t('admin.invoice.due'), cell: ({ dueOn }) => (dueOn ? day(dueOn) : '–') },
    { label: () => t('admin.invoice.total'), number: true, cell: ({ total }) => money(total) },
    { label: () => t('admin.invoice.amountDue'), number: true, cell: ({ amountDue }) => money(amountDue) },
  ];
}
