/** The invoices and credit notes of the organization. */

import { day, money, period as periodText } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { href } from '../../core/router.js';
import { saveFile } from '../../ui/files.js';
import { choiceView, createList, listView } from '../../ui/list.js';
import { sayProblem } from '../../ui/notices.js';
import { emptyView } from '../../ui/states.js';
import { kindText, numberText, STATUSES, statusView } from './invoice-texts.js';

export default {
  texts: 'money',
  title: () => t('money.invoices.title'),
  open: ({ app, query }) => {
    const list = createList({ path: 'billing/invoices', query, update: app.update, failed: app.failed });
    list.reload();
    let saving = false;
    const save = async () => {
      saving = true;
      app.update();
      const status = list.filters.status ? `&status=${list.filters.status}` : '';
      try {
        await saveFile(`billing/invoices?format=csv${status}`, 'invoices.csv');
      } catch (error) {
        if (!app.failed(error)) {
          sayProblem(error);
        }
      }
      saving = false;
      app.update();
    };
    return {
      view: () => html`
        <div class="toolbar">
          ${choiceView(list, 'status', t('money.invoice.status'), STATUSES.map((value) => [value, t(`money.invoice.status.${value}`)]))}
          ${list.items.length > 0
            ? html`<button type="button" class="toolbar-end" aria-busy=${saving} ?disabled=${saving} @click=${save}>${t('money.invoices.csv')}</button>`
            : nothing}
        </div>
        ${listView(list, {
          caption: t('money.invoices.title'),
          empty: emptyView(t('money.invoices.empty'), html`<a class="button" href=${href('/usage')}>${t('money.invoices.seeEstimate')}</a>`),
          columns,
        })}
      `,
    };
  },
};

const columns = [
  { label: () => t('money.invoice.number'), cell: (item) => html`<a href=${href(`/invoices/${item.id}`)}>${numberText(item)}</a>` },
  { label: () => t('money.invoice.kind'), cell: kindText },
  { label: () => t('money.invoice.status'), cell: statusView },
  { label: () => t('money.invoice.period'), cell: (item) => (item.period ? periodText(item.period) : '–') },
  { label: () => t('money.invoice.issuedOn'), cell: ({ issuedOn }) => (issuedOn ? day(issuedOn) : '–') },
  { label: () => t('money.invoice.dueOn'), cell: ({ dueOn }) => (dueOn ? day(dueOn) : '–') },
  { label: () => t('money.totals.total'), number: true, cell: ({ total }) => money(total) },
  { label: () => t('money.totals.amountDue'), number: true, cell: ({ amountDue }) => money(amountDue) },
];
