/** The subscription of an organization, its discounts, credit and taxes. */

import { ETAG } from '../../core/api.js';
import { day, period } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { call } from '../../core/session.js';
import { fieldView } from '../../ui/form.js';
import { formDialog } from '../../ui/form-dialog.js';
import { say } from '../../ui/notices.js';
import { factsView } from '../../ui/table.js';
import { createLoadedFrom } from './loaded.js';
import { staleGuard } from './stale.js';
import { creditsPart } from './tenant-credits.js';
import { discountsPart } from './tenant-discounts.js';
import { taxPart } from './tenant-tax.js';
import { statusView, timeView } from './words.js';

export function billingPart(context) {
  const subscription = createLoadedFrom({ app: context.app, path: `${context.path}/billing` });
  subscription.reload();
  const inner = { ...context, currency: () => subscription.value?.currency };
  const parts = [creditsPart(inner), discountsPart(inner), taxPart(inner)];
  return {
    dirty: () => parts.some((part) => part.dirty?.()),
    view: () => html`
      <section class="panel" aria-labelledby="subscription">
        <h2 id="subscription">${t('admin.subscription')}</h2>
        ${subscription.view((known) => subscriptionView(inner, subscription, known))}
      </section>
      ${subscription.value ? parts.map((part) => part.view()) : nothing}
    `,
  };
}

function subscriptionView(context, subscription, known) {
  return html`
    ${factsView([
      [t('admin.status'), statusView('tenantStatus', known.status)],
      [t('admin.plan'), t('admin.move.version', { code: known.plan, version: known.planVersion })],
      [t('admin.period'), known.period && period(known.period)],
      [t('admin.tenant.trialEnds'), known.trialEndsAt && timeView(known.trialEndsAt)],
      [t('admin.billingDay'), known.billingDay],
      [t('admin.currency'), known.currency],
      [t('admin.renewsOn'), known.cancelAtPeriodEnd ? null : known.renewsOn && day(known.renewsOn)],
      [t('admin.endsOn'), known.cancelAtPeriodEnd ? known.renewsOn && day(known.renewsOn) : null],
      [t('admin.nextPlan'), known.nextPlan && t('admin.move.version', { code: known.nextPlan.plan, version: known.nextPlan.version })],
      [t('admin.nextInvoiceOn'), known.nextInvoiceOn && day(known.nextInvoiceOn)],
    ])}
    <div class="actions">
      <button type="button" @click=${() => editDay(context, subscription)}>${t('admin.billingDay.edit')}</button>
    </div>
  `;
}

async function editDay({ app, path }, subscription) {
  const guard = staleGuard(() => subscription.reload());
  const changed = await formDialog({
    title: () => t('admin.billingDay.edit'),
    button: () => t('form.save'),
    failed: app.failed,
    values: { billingDay: String(subscription.value.billingDay) },
    fields: (form) => html`
      ${guard.view()}
      ${fieldView(form, 'billingDay', {
        label: t('admin.billingDay'),
        hint: t('admin.billingDay.hint'),
        type: 'number',
        min: 1,
        max: 31,
        step: 1,
        required: true,
      })}
    `,
    submit: guard.watch(({ billingDay }) =>
      call('PATCH', `${path}/billing`, {
        body: { billingDay: Number(billingDay) },
        headers: { 'If-Match': subscription.value[ETAG] },
      }),
    ),
  });
  if (changed) {
    subscription.set(changed);
    say(() => t('admin.saved'));
  }
}
