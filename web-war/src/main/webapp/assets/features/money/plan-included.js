/** What a plan includes, and what it costs. */

import { money } from '../../core/format.js';
import { has, t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { amountOf, chargeView, quantity } from './quantities.js';

export function priceText({ price: { amount, interval } }) {
  return t(`money.price.${interval}`, { price: money(amount) });
}

export function includedView({ features, limits, currency }) {
  return html`
    <ul class="included">
      ${limits.map(
        (limit) => html`<li>
          <strong>${amountOf(limit.resource, limit.included)}</strong>
          <div class="hint">${limit.overage ? chargeView(limit, currency) : nothing} ${hardLimitText(limit)}</div>
        </li>`,
      )}
      ${features.filter((feature) => !limits.some(({ resource }) => resource === feature)).map((feature) => html`<li>${featureName(feature)}</li>`)}
    </ul>
  `;
}

function hardLimitText({ resource, included, hardLimit, overage }) {
  if (hardLimit == null) {
    return overage ? '' : t('money.plan.noHardLimit');
  }
  return hardLimit === included && !overage ? t('money.plan.notMore') : t('money.plan.hardLimit', { limit: quantity(resource, hardLimit) });
}

function featureName(feature) {
  const key = `money.feature.${feature}`;
  return has(key) ? t(key) : feature;
}
