/** The credit of the organization: what is left, of what, and how it came and went. */

import { dateTime, day, money } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { href } from '../../core/router.js';
import { createList, listView } from '../../ui/list.js';
import { emptyView } from '../../ui/states.js';

export default {
  texts: 'money',
  title: () => t('money.credits.title'),
  open: ({ app }) => {
    const list = createList({ path: 'billing/credits', update: app.update, failed: app.failed });
    list.reload();
    return {
      view: () => html`
        ${list.page ? balanceView(list.page) : nothing}
        <section class="list-section" aria-labelledby="credit-ledger">
          <h2 id="credit-ledger">${t('money.credits.ledger')}</h2>
          ${listView(list, {
            caption: t('money.credits.ledger'),
            empty: emptyView(t('money.credits.empty')),
            columns: columnsFor(app),
          })}
        </section>
      `,
    };
  },
};

function balanceView({ balance, grants }) {
  return html`<section class="panel" aria-labelledby="credit-balance">
    <h2 id="credit-balance">${t('money.credits.balance')}</h2>
    <p class="price">${money(balance)}</p>
    <p class="hint">${t('money.credits.hint')}</p>
    ${grants.length > 0
      ? html`<h3>${t('money.credits.grants')}</h3>
          <ul class="plain-list">
            ${grants.map(grantView)}
          </ul>`
      : nothing}
  </section>`;
}

function grantView({ amount, remaining, source, reason, expiresOn }) {
  return html`<li>
    <span><strong>${t('money.credits.remaining', { remaining: money(remaining), amount: money(amount) })}</strong></span>
    <span>${reason || t(`money.credits.source.${source}`)}</span>
    <span class="hint">${expiresOn ? t('money.credits.expiresOn', { day: day(expiresOn) }) : t('money.credits.lasting')}</span>
  </li>`;
}

function columnsFor(app) {
  return [
    { label: () => t('money.credits.at'), cell: ({ createdAt }) => html`<time datetime=${createdAt}>${dateTime(createdAt)}</time>` },
    { label: () => t('money.credits.kind'), cell: ({ kind }) => t(`money.credits.kind.${kind}`) },
    {
      label: () => t('money.credits.invoice'),
      cell: ({ invoiceId }) =>
        invoiceId && app.can('billing:read') ? html`<a href=${href(`/invoices/${invoiceId}`)}>${t('money.credits.seeInvoice')}</a>` : '–',
    },
    { label: () => t('money.lines.amount'), number: true, cell: ({ amount }) => money(amount) },
  ];
}
