/** How invoices are named. */

import { t } from '../../core/i18n.js';
import { html } from '../../core/lit.js';

export const STATUSES = ['open', 'paid', 'void', 'uncollectible'];

const KINDS = { draft: 'info', open: 'armed', paid: 'ok', void: 'none', uncollectible: 'exceeded' };

export function numberText({ number }) {
  return number ?? t('money.invoice.draft');
}

export function kindText({ kind }) {
  return t(`money.invoice.kind.${kind}`);
}

export function statusView({ status }) {
  return html`<span class="status" data-status=${KINDS[status] ?? 'none'}>${t(`money.invoice.status.${status}`)}</span>`;
}
