/** The plan of the organization, the other plans, discounts, and the end of the subscription. */

import { ETAG } from '../../core/api.js';
import { day as dayText } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { call } from '../../core/session.js';
import { confirmAction } from '../../ui/dialogs.js';
import { createLoaded, loadedView } from '../../ui/loaded.js';
import { say } from '../../ui/notices.js';
import { createDiscounts, discountsView } from './discounts.js';
import { changePlan } from './plan-change.js';
import { offersView } from './plan-offers.js';
import { mayChange, ownPlanView } from './plan-own.js';

export default {
  texts: 'money',
  title: () => t('money.plan.title'),
  open: ({ app }) => {
    const plans = createLoaded({ read: readPlans, update: app.update, failed: app.failed });
    const discounts = app.can('discounts:read') ? createDiscounts(app) : null;
    plans.reload();
    discounts?.list.reload();
    const actions = actionsOn(plans, app);
    return {
      view: () => html`
        ${loadedView(plans, (value) => html`
          ${ownPlanView(value, app.can('billing:write') ? actions : null)}
          ${offersView(value, mayChoose(value.subscription) && app.can('billing:write') ? actions.choose : null)}
        `)}
        ${discounts ? discountsView(discounts, app) : nothing}
        ${plans.value && app.can('billing:write') ? endView(plans.value.subscription, actions) : nothing}
      `,
    };
  },
};

async function readPlans() {
  const [{ current, items }, subscription] = await Promise.all([
    call('GET', 'billing/plans'),
    call('GET', 'billing/subscription'),
  ]);
  return { current, items, subscription };
}

/** What can be done to the subscription. Each goes on with what the server has answered. */
function actionsOn(plans, app) {
  const changed = async (text) => {
    say(text);
    await plans.reload();
  };
  const send = async (method, path, body) => {
    try {
      await call(method, path, { body, headers: { 'If-Match': plans.value.subscription[ETAG] } });
    } catch (error) {
      if (error.status === 412) {
        // what is shown is of before: the next confirmation is about what is there now
        plans.reload();
      }
      if (!app.failed(error)) {
        throw error;
      }
    }
  };
  return {
    async choose(plan) {
      const when = await changePlan({ plan, plans, app });
      if (when) {
        await changed(() => t(`money.change.done.${when}`, { plan: plan.name }));
      }
    },
    async keep() {
      const { current } = plans.value;
      const done = await confirmAction({
        title: () => t('money.keep.title'),
        text: () => t('money.keep.text', { plan: current.name }),
        button: () => t('money.keep.submit'),
        danger: false,
        action: () => send('PUT', 'billing/subscription', { plan: current.code, when: 'periodEnd' }),
      });
      if (done) {
        await changed(() => t('money.keep.done', { plan: current.name }));
      }
    },
    async cancel(day) {
      const done = await confirmAction({
        title: () => t('money.cancel.title'),
        text: () => t('money.cancel.text', { day: day() }),
        button: () => t('money.cancel.submit'),
        action: () => send('POST', 'billing/subscription/cancel'),
      });
      if (done) {
        await changed(() => t('money.cancel.done', { day: day() }));
      }
    },
    async resume() {
      const done = await confirmAction({
        title: () => t('money.resume.title'),
        text: () => t('money.resume.text'),
        button: () => t('money.resume.submit'),
        danger: false,
        action: () => send('POST', 'billing/subscription/resume'),
      });
      if (done) {
        await changed(() => t('money.resume.done'));
      }
    },
  };
}

/** What ends has to go on first. */
function mayChoose(subscription) {
  return mayChange(subscription) && !subscription.cancelAtPeriodEnd;
}

function endView(subscription, actions) {
  if (!mayChoose(subscription)) {
    return nothing;
  }
  return html`<section class="panel" aria-labelledby="plan-end">
    <h2 id="plan-end">${t('money.cancel.heading')}</h2>
    <p>${t('money.cancel.hint', { day: dayText(subscription.renewsOn) })}</p>
    <div class="actions start">
      <button type="button" class="danger" @click=${() => actions.cancel(() => dayText(subscription.renewsOn))}>${t('money.cancel.open')}</button>
    </div>
  </section>`;
}
