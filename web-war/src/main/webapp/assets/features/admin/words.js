/** What the platform's pages say and show alike. */

import { dateTime, money, number } from '../../core/format.js';
import { has, t } from '../../core/i18n.js';
import { html } from '../../core/lit.js';

export const TENANT_STATUSES = ['trial', 'active', 'pastDue', 'suspended', 'closing', 'purging'];
export const FEATURES = ['apiAccess', 'backup', 'customDomain', 'customFields', 'export', 'webhooks', 'whiteLabel'];
export const RESOURCES = ['alertas', 'apiCalls', 'customFields', 'precintos', 'storage', 'transitos', 'users', 'webhooks'];
/** What is held, of which a peak or an average can be charged. */
export const HELD = ['precintos', 'storage', 'users'];

/** A name the pages know, else as the API has it: plans may have what an extension added. */
export function named(kind, code) {
  const key = `admin.${kind}.${code}`;
  return has(key) ? t(key) : code;
}

export function statusView(kind, status) {
  return html`<span class="status" data-status=${status}>${named(kind, status)}</span>`;
}

export function timeView(instant) {
  return html`<time datetime=${instant}>${dateTime(instant)}</time>`;
}

export function yesNo(on) {
  return t(on ? 'admin.yes' : 'admin.no');
}

export function limitText(value) {
  return value == null ? t('admin.unlimited') : number(value);
}

export function priceText({ amount, interval }) {
  return t(`admin.price.${interval}`, { amount: money(amount) });
}

/** Of coupons and discounts. */
export function reductionText({ percent, amount }) {
  return percent == null ? money(amount) : t('admin.percent', { percent: number(percent) });
}

/** Today where the reader is, such as 2026-10-01. */
export function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/** What a field for date and time says, as a moment; nothing for an empty one. */
export function instantOf(local) {
  return local ? new Date(local).toISOString() : undefined;
}
