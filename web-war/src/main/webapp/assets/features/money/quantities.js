/** How quantities and prices of resources read. */

import { bytes, money, number } from '../../core/format.js';
import { has, t } from '../../core/i18n.js';
import { html } from '../../core/lit.js';

const STORAGE = 'storage';

export function resourceName(resource) {
  const key = `money.resource.${resource}`;
  return has(key) ? t(key) : resource;
}

/** @param value a number or a decimal string */
export function quantity(resource, value) {
  return resource === STORAGE ? bytes(Number(value)) : number(value, { maximumFractionDigits: 2 });
}

/** How many of what, such as "2 seals". */
export function amountOf(resource, value) {
  return t('money.amountOf', { quantity: quantity(resource, value), resource: resourceName(resource) });
}

/** What is charged beyond what is included, as one or more sentences. */
export function chargeView({ resource, overage }, currency) {
  const price = (amount) => money({ amount, currency });
  if (overage.model === 'perUnit') {
    return t('money.charge.perUnit', { price: price(overage.unitPrice) });
  }
  if (overage.model === 'package') {
    return t('money.charge.package', {
      price: price(overage.packagePrice),
      size: quantity(resource, overage.packageSize),
    });
  }
  return html`${t(`money.charge.${overage.model}`)}
    <ul class="tiers">
      ${overage.tiers.map((tier) => html`<li>${tierText(resource, tier, price)}</li>`)}
    </ul>`;
}

function tierText(resource, { upTo, unitPrice, flatFee }, price) {
  const fee = Number(flatFee ?? 0) === 0 ? '' : t('money.charge.fee', { price: price(flatFee) });
  const text = upTo == null ? t('money.charge.beyond', { price: price(unitPrice ?? '0') }) : t('money.charge.upTo', { upTo: quantity(resource, upTo), price: price(unitPrice ?? '0') });
  return text + fee;
}
