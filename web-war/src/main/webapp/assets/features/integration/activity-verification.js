/** Whether the log is as it was written: asked for, since it reads all of it. */

import { dateTime, number } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { call } from '../../core/session.js';
import { createLoaded } from '../../ui/loaded.js';
import { errorView } from '../../ui/states.js';

export function createVerification(app) {
  return createLoaded({ read: () => call('GET', 'activity/verify'), update: app.update, failed: app.failed });
}

export function verificationView(verification) {
  const { value, error, loading } = verification;
  return html`<section class="panel">
    <div class="spread">
      <h2>${t('activity.verify.title')}</h2>
      <button type="button" aria-busy=${loading} @click=${() => verification.reload()}>${t('activity.verify.now')}</button>
    </div>
    <p class="hint">${t('activity.verify.text')}</p>
    <div role="status">
      ${error ? errorView(error, () => verification.reload()) : value ? resultView(value) : nothing}
    </div>
  </section>`;
}

function resultView({ intact, entries, sealedEntries, sealedUntil, firstProblem }) {
  const counts = { entries: number(entries), sealed: number(sealedEntries) };
  return html`<div class="callout" data-kind=${intact ? 'good' : 'warning'}>
    <p><strong>${t(intact ? 'activity.verify.intact' : 'activity.verify.broken')}</strong></p>
    <p>
      ${sealedUntil
        ? t('activity.verify.counts', { ...counts, time: dateTime(sealedUntil) })
        : t('activity.verify.nothingSealed', counts)}
    </p>
    ${firstProblem
      ? html`<p>
          ${t(`activity.verify.problem.${firstProblem.kind}`, { time: firstProblem.at ? dateTime(firstProblem.at) : '–' })}
          ${firstProblem.id ? html`<code translate="no">${firstProblem.id}</code>` : nothing}
        </p>`
      : nothing}
  </div>`;
}
