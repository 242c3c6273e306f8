/** The plans on offer, side by side. */

import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { emptyView } from '../../ui/states.js';
import { includedView, priceText } from './plan-included.js';

/** @param choose is told of the plan that somebody wants; null for who may not */
export function offersView({ current, items, subscription }, choose) {
  return html`<section aria-labelledby="plan-offers" class="offers-section">
    <h2 id="plan-offers">${t('money.offers.title')}</h2>
    ${items.length === 0 ? emptyView(t('money.offers.none')) : nothing}
    <ul class="offers">
      ${items.map((plan) => offerView(plan, current, subscription, choose))}
    </ul>
  </section>`;
}

function offerView(plan, current, { nextPlan }, choose) {
  const own = isSame(plan, current);
  const next = nextPlan != null && nextPlan.plan === plan.code && nextPlan.version === plan.version;
  return html`<li class="offer" data-own=${own}>
    <div class="panel-head">
      <h3>${plan.name}</h3>
      ${own ? html`<span class="badge">${t('money.offers.own')}</span>` : nothing}
      ${next ? html`<span class="badge">${t('money.offers.next')}</span>` : nothing}
      ${plan.code === current.code && !own ? html`<span class="badge">${t('money.offers.newer')}</span>` : nothing}
    </div>
    <p class="price">${priceText(plan)}</p>
    ${includedView(plan)}
    ${choose && !own && !next
      ? html`<button type="button" class="offer-action" @click=${() => choose(plan)}>${t('money.offers.choose', { plan: plan.name })}</button>`
      : nothing}
  </li>`;
}

export function isSame(plan, other) {
  return plan.code === other.code && plan.version === other.version;
}
