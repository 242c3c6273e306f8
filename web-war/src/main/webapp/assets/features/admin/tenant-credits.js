/** The credit that an organization has: what is left of it, giving some, and taking back what is left. */

import { dateTime, day, money } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { call } from '../../core/session.js';
import { confirmAction } from '../../ui/dialogs.js';
import { fieldView } from '../../ui/form.js';
import { formDialog } from '../../ui/form-dialog.js';
import { say } from '../../ui/notices.js';
import { tableView } from '../../ui/table.js';
import { createLoadedFrom } from './loaded.js';
import { named } from './words.js';

export function creditsPart({ app, id, currency }) {
  const credits = createLoadedFrom({ app, path: `admin/credits?of=${id}&limit=50` });
  credits.reload();
  return {
    view: () => html`<section class="panel" aria-labelledby="credit">
      <div class="panel-head">
        <h2 id="credit">${t('admin.credit')}</h2>
        <button type="button" @click=${() => grant(app, id, currency(), credits)}>${t('admin.credit.grant')}</button>
      </div>
      ${credits.view(
        ({ balance, grants, items }) => html`
          <p>${t('admin.credit.balance', { amount: money(balance) })}</p>
          ${grants.length > 0 ? grantsView(id, credits, grants) : nothing}
          ${items.length > 0 ? entriesView(items) : nothing}
        `,
      )}
    </section>`,
  };
}

function grantsView(id, credits, grants) {
  return tableView({
    caption: t('admin.credit.grants'),
    showCaption: true,
    items: grants,
    columns: [
      { label: () => t('admin.reason'), cell: ({ reason }) => reason },
      { label: () => t('admin.credit.left'), number: true, cell: ({ remaining }) => money(remaining) },
      { label: () => t('admin.amount'), number: true, cell: ({ amount }) => money(amount) },
      { label: () => t('admin.expiresOn'), cell: ({ expiresOn }) => (expiresOn ? day(expiresOn) : t('admin.never')) },
      {
        label: () => t('admin.actions'),
        cell: (given) => html`<button
          type="button"
          aria-label=${t('admin.credit.revokeOf', { amount: money(given.remaining), reason: given.reason })}
          @click=${() => revoke(id, credits, given)}
        >
          ${t('admin.credit.revoke')}
        </button>`,
      },
    ],
  });
}

function entriesView(items) {
  return tableView({
    caption: t('admin.credit.entries'),
    showCaption: true,
    items,
    columns: [
      { label: () => t('admin.when'), cell: ({ createdAt }) => dateTime(createdAt) },
      { label: () => t('admin.kind'), cell: ({ kind }) => named('creditEntry', kind) },
      { label: () => t('admin.amount'), number: true, cell: ({ amount }) => money(amount) },
    ],
  });
}

async function grant(app, id, currency, credits) {
  const done = await formDialog({
    title: () => t('admin.credit.grant'),
    button: () => t('admin.credit.grant'),
    failed: app.failed,
    values: { amount: '', reason: '', expiresOn: '' },
    fields: (form) => html`
      ${fieldView(form, 'amount', { label: t('admin.amountIn', { currency }), inputmode: 'decimal', hint: t('admin.amountHint'), required: true })}
      ${fieldView(form, 'reason', { label: t('admin.reason'), hint: t('admin.credit.reasonHint'), required: true, maxlength: 500 })}
      ${fieldView(form, 'expiresOn', { label: t('admin.expiresOn'), hint: t('admin.expiresOnHint'), type: 'date' })}
    `,
    submit: ({ amount, reason, expiresOn }, form) =>
      call('POST', 'admin/credits', {
        body: { tenant: id, amount: { amount: amount.trim(), currency }, reason: reason.trim(), expiresOn: expiresOn || undefined },
        headers: { 'Idempotency-Key': form.idempotencyKey() },
      }),
  });
  if (done) {
    say(() => t('admin.credit.granted', { amount: money(done.amount) }));
    await credits.reload();
  }
}

async function revoke(id, credits, given) {
  const done = await confirmAction({
    title: () => t('admin.credit.revoke'),
    text: () => t('admin.credit.revokeText', { amount: money(given.remaining), reason: given.reason }),
    button: () => t('admin.credit.revoke'),
    action: () => call('POST', `admin/credits/${given.id}/revoke`, { body: { tenant: id } }),
  });
  if (done) {
    say(() => t('admin.credit.revoked'));
    await credits.reload();
  }
}
