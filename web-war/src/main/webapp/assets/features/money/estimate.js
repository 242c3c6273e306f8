/** What the next invoice is going to be, if the period ended now and if it goes on as until now. */

import { day, money, period as periodText } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html } from '../../core/lit.js';
import { documentTotals, linesView } from './lines.js';

export function estimateView({ period, issuedOn, current, projected }) {
  return html`
    <p class="hint">${t('money.estimate.hint', { period: periodText(period), day: day(issuedOn) })}</p>
    <dl class="figures">
      <div>
        <dt>${t('money.estimate.current')}</dt>
        <dd>${money(current.amountDue)}</dd>
      </div>
      <div>
        <dt>${t('money.estimate.projected')}</dt>
        <dd>${money(projected.amountDue)}</dd>
      </div>
    </dl>
    ${draftView(t('money.estimate.currentLines'), current)} ${draftView(t('money.estimate.projectedLines'), projected)}
  `;
}

function draftView(label, draft) {
  return html`<details>
    <summary>${label}</summary>
    <div class="details-body">${linesView(draft.lines, { caption: label })} ${documentTotals(draft)}</div>
  </details>`;
}
