/** What is used of each resource, against what the plan includes. */

import { money, percent, period as periodText } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html, nothing, svg } from '../../core/lit.js';
import { quantity, resourceName } from './quantities.js';

/** @param plans the way to the plans: a template, or nothing */
export function metersView({ period, warningFrom, resources }, plans = nothing) {
  return html`
    ${warningsView(resources, plans)}
    <section class="panel" part="usage" aria-labelledby="usage-now">
      <div class="panel-head">
        <h2 id="usage-now">${t('money.usage.now')}</h2>
        <p class="hint">${periodText(period)}</p>
      </div>
      <ul class="meters">
        ${resources.map((resource) => meterView(resource, warningFrom))}
      </ul>
    </section>
  `;
}

function warningsView(resources, plans) {
  const affected = resources.filter(({ status }) => status !== 'ok');
  if (affected.length === 0) {
    return nothing;
  }
  const kind = affected.some(({ status }) => status === 'exceeded') ? 'exceeded' : 'warning';
  return html`<section class="callout" part="warnings" data-kind=${kind} aria-labelledby="usage-warnings">
    <h2 id="usage-warnings">${t(`money.usage.attention.${kind}`)}</h2>
    <ul>
      ${affected.map((item) => html`<li>${warningText(item)}</li>`)}
    </ul>
    ${plans}
  </section>`;
}

function warningText({ resource, used, included, hardLimit, percent: share, overage, overageAmount, status }) {
  const values = { resource: resourceName(resource), percent: percent(share), included: quantity(resource, included) };
  if (status === 'warning') {
    return t('money.usage.warning', values);
  }
  if (hardLimit != null && used >= hardLimit) {
    return t('money.usage.atLimit', { ...values, limit: quantity(resource, hardLimit) });
  }
  return overageAmount && overage > 0
    ? t('money.usage.beyond', { ...values, overage: quantity(resource, overage), cost: money(overageAmount) })
    : t('money.usage.exceeded', values);
}

function meterView(item, warningFrom) {
  const { resource, used, included, percent: share, overage, overageAmount, status } = item;
  const id = `usage-${resource}`;
  return html`<li class="meter" part="resource" data-status=${status}>
    <div class="meter-head">
      <h3 id=${id}>${resourceName(resource)}</h3>
      ${included == null ? nothing : html`<span class="status" data-status=${status}>${t(`money.usage.status.${status}`)}</span>`}
    </div>
    <p class="meter-amount">
      <strong>${quantity(resource, used)}</strong>
      ${included == null
        ? html`<span class="hint">${t('money.usage.unlimited')}</span>`
        : html`<span>${t('money.usage.ofIncluded', { included: quantity(resource, included), percent: percent(share) })}</span>`}
    </p>
    ${included == null ? nothing : barView(item, warningFrom, id)}
    ${overage > 0
      ? html`<p class="meter-overage">
          ${t('money.usage.overage', { overage: quantity(resource, overage) })}
          ${overageAmount ? html`<strong>${t('money.usage.costsSoFar', { cost: money(overageAmount) })}</strong>` : nothing}
        </p>`
      : nothing}
  </li>`;
}

/** What is included, where the warning begins and where it ends, to one scale. */
function barView({ resource, used, included, hardLimit, percent: share }, warningFrom, id) {
  const end = scaleEnd(used, included, hardLimit);
  const at = (value) => (100 * Math.min(value, end)) / end;
  const threshold = (included * warningFrom) / 100;
  const marks = [
    included > 0 && used <= included && html`<li>${t('money.usage.mark.warning', { percent: percent(warningFrom), value: quantity(resource, threshold) })}</li>`,
    included < end && html`<li>${t('money.usage.mark.included', { value: quantity(resource, included) })}</li>`,
    hardLimit != null && html`<li>${t('money.usage.mark.limit', { value: quantity(resource, hardLimit) })}</li>`,
  ].filter(Boolean);
  return html`<div
      class="meter-bar"
      part="bar"
      role="meter"
      aria-labelledby=${id}
      aria-valuemin="0"
      aria-valuemax=${end}
      aria-valuenow=${Math.min(used, end)}
      aria-valuetext=${t('money.usage.barText', { used: quantity(resource, used), included: quantity(resource, included), percent: percent(share) })}
    >
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="meter-fill" x="0" y="0" width=${at(Math.min(used, included))} height="8" />
        ${used > included
          ? svg`<rect class="meter-over" x=${at(included)} y="0" width=${at(used) - at(included)} height="8" />`
          : nothing}
        ${included >= used && included > 0 ? svg`<line class="meter-threshold" x1=${at(threshold)} x2=${at(threshold)} y1="0" y2="8" vector-effect="non-scaling-stroke" />` : nothing}
        ${included < end ? svg`<line class="meter-limit" x1=${at(included)} x2=${at(included)} y1="0" y2="8" vector-effect="non-scaling-stroke" />` : nothing}
      </svg>
    </div>
    ${marks.length > 0 ? html`<ul class="meter-marks">${marks}</ul>` : nothing}`;
}

/** The hard limit is in the picture when it is near, or needed; one far away would make everything else small. */
function scaleEnd(used, included, hardLimit) {
  if (hardLimit != null && (hardLimit <= 2 * included || used > hardLimit / 2)) {
    return Math.max(hardLimit, used, 1);
  }
  return used > included ? used * 1.1 : Math.max(included, 1);
}
