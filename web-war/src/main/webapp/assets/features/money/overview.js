/** What is used, what it was before and what it will come to: for the page and for the element in other pages. */

import { Problem } from '../../core/api.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { createLoaded, loadedView } from '../../ui/loaded.js';
import { errorView } from '../../ui/states.js';
import { estimateView } from './estimate.js';
import { createHistory, historyView } from './history.js';
import { metersView } from './meters.js';

/**
 * @param call as that of the session
 * @param update draws again
 * @param failed is told of what ends the page; the answer says whether it did
 * @param estimate whether the estimate may be read; undefined if only the server knows
 * @param asked what of the history is asked for to begin with
 * @param chose is told when something else is asked for
 * @param today the day it is in the organization
 * @param within is around what is drawn later, such as by the chart
 */
export function createOverview({ call, update, failed, estimate, asked = {}, chose = () => {}, today, within = (draw) => draw() }) {
  const usage = createLoaded({ read: () => call('GET', 'usage'), update, failed });
  const bill = createLoaded({ read: () => estimateOrNone(call, estimate), update, failed });
  const history = createHistory({ call, update, failed, asked, chose, today, within });
  return {
    usage,
    bill,
    history,
    async reload() {
      await Promise.all([usage.reload(), bill.reload(), history.reload()]);
    },
    close: () => history.close(),
  };
}

/** Who may not read it is shown nothing of it. */
async function estimateOrNone(call, may) {
  if (may === false) {
    return { lines: null };
  }
  try {
    return await call('GET', 'billing/estimate', { expected: may === undefined ? [403] : [] });
  } catch (error) {
    if (may === undefined && error instanceof Problem && error.status === 403) {
      return { lines: null };
    }
    throw error;
  }
}

/** @param plans the way to the plans: a template, or nothing */
export function overviewView(overview, { plans = nothing } = {}) {
  if (overview.usage.error) {
    // what keeps it from being read keeps the rest from it as well
    return errorView(overview.usage.error, () => overview.reload());
  }
  const mayEstimate = overview.bill.value?.lines !== null;
  return html`
    ${loadedView(overview.usage, (usage) => metersView(usage, plans))}
    ${mayEstimate
      ? html`<section class="panel" part="estimate" aria-labelledby="usage-estimate">
          <h2 id="usage-estimate">${t('money.estimate.title')}</h2>
          ${loadedView(overview.bill, estimateView)}
        </section>`
      : nothing}
    ${overview.usage.value ? historyView(overview.history, overview.usage.value.resources) : nothing}
  `;
}
