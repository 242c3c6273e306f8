/** The plan the organization has, and what is going to happen to it. */

import { dateTime, day, money, period as periodText } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { includedView, priceText } from './plan-included.js';

/** Whether the subscription goes on, so that it can be changed. */
export function mayChange({ status }) {
  return status === 'trial' || status === 'active' || status === 'pastDue';
}

/** @param actions null for who may only read */
export function ownPlanView({ current, items, subscription }, actions) {
  const { status, period, renewsOn, nextInvoiceOn, trialEndsAt } = subscription;
  return html`
    ${comingView(current, items, subscription, actions)}
    <section class="panel" aria-labelledby="plan-own">
      <div class="panel-head">
        <h2 id="plan-own">${current.name}</h2>
        <span class="status" data-status=${STATUS_KINDS[status] ?? 'ok'}>${t(`money.plan.status.${status}`)}</span>
      </div>
      <p class="price">${priceText(current)}</p>
      <dl class="facts">
        ${factView(t('money.plan.period'), periodText(period))}
        ${status === 'trial' && trialEndsAt ? factView(t('money.plan.trialEnds'), dateTime(trialEndsAt)) : nothing}
        ${subscription.cancelAtPeriodEnd ? nothing : factView(t('money.plan.renewsOn'), day(renewsOn))}
        ${nextInvoiceOn ? factView(t('money.plan.nextInvoiceOn'), day(nextInvoiceOn)) : nothing}
        ${current.minimum ? factView(t('money.plan.minimum'), money(current.minimum)) : nothing}
      </dl>
      ${current.public ? nothing : html`<p class="hint">${t('money.plan.notOffered')}</p>`}
      <h3>${t('money.plan.includes')}</h3>
      ${includedView(current)}
    </section>
  `;
}

const STATUS_KINDS = { trial: 'armed', active: 'ok', pastDue: 'exceeded', suspended: 'exceeded', cancelled: 'exceeded' };

function factView(label, value) {
  return html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
}

/** What happens by itself if nobody does anything. */
function comingView(current, items, { status, trialEndsAt, renewsOn, nextPlan, cancelAtPeriodEnd }, actions) {
  if (cancelAtPeriodEnd) {
    return calloutView('warning', t('money.plan.ending', { day: day(renewsOn) }), actions && [t('money.resume.submit'), actions.resume]);
  }
  if (status === 'pastDue') {
    return calloutView('bad', html`${t('money.plan.pastDue')} <a href="#/invoices?status=open">${t('money.plan.openInvoices')}</a>`);
  }
  if (nextPlan) {
    const name = items.find(({ code }) => code === nextPlan.plan)?.name ?? nextPlan.plan;
    return calloutView('info', t('money.plan.next', { plan: name, day: day(renewsOn) }), actions && [t('money.keep.open', { plan: current.name }), actions.keep]);
  }
  if (status === 'trial' && trialEndsAt) {
    return calloutView('info', t('money.plan.trial', { day: dateTime(trialEndsAt), price: priceText(current) }));
  }
  return nothing;
}

function calloutView(kind, text, action) {
  return html`<div class="callout" data-kind=${kind}>
    <p>${text}</p>
    ${action ? html`<button type="button" @click=${action[1]}>${action[0]}</button>` : nothing}
  </div>`;
}
