/** What was sent to a webhook, and what it answered. */

import { dateTime, number } from '../../core/format.js';
import { has, t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { call } from '../../core/session.js';
import { openDialog } from '../../ui/dialogs.js';
import { choiceView, listView } from '../../ui/list.js';
import { say, sayProblem } from '../../ui/notices.js';
import { emptyView } from '../../ui/states.js';
import { factsView } from '../../ui/table.js';

const STATES = ['waiting', 'delivered', 'dead'];

export function deliveriesView(page) {
  const { deliveries, types } = page;
  return html`<section class="stack">
    <h2>${t('integration.deliveries')}</h2>
    <div class="toolbar">
      ${choiceView(deliveries, 'state', t('integration.state'), STATES.map((state) => [state, t(`integration.state.${state}`)]))}
      ${choiceView(deliveries, 'type', t('integration.type'), (types.value ?? []).map(({ code, label }) => [code, label]))}
      <button type="button" aria-busy=${deliveries.loading} @click=${() => deliveries.reload()}>${t('integration.refresh')}</button>
    </div>
    ${listView(deliveries, {
      caption: t('integration.deliveries'),
      empty: emptyView(t('integration.noDeliveries')),
      columns: [
        { label: () => t('integration.type'), cell: (delivery) => typeView(page, delivery) },
        { label: () => t('integration.state'), cell: stateView },
        { label: () => t('integration.attempts'), number: true, cell: ({ attempts }) => number(attempts) },
        { label: () => t('integration.created'), cell: ({ createdAt }) => dateTime(createdAt) },
        { label: () => t('integration.nextAttempt'), cell: ({ nextAttemptAt }) => (nextAttemptAt ? dateTime(nextAttemptAt) : '–') },
      ],
    })}
  </section>`;
}

function typeView(page, delivery) {
  return html`<button type="button" class="sort" @click=${() => open(page, delivery)}>${typeText(page, delivery)}</button>`;
}

function typeText({ types }, { type }) {
  return type === 'webhook.test' ? t('integration.testEvent') : types.labelOf(type);
}

function stateView({ state, error }) {
  return html`<span>
    <span class="status" data-status=${state}>${t(`integration.state.${state}`)}</span>
    ${error ? html`<br /><span class="hint">${errorText(error)}</span>` : nothing}
  </span>`;
}

function errorText(error) {
  if (error.startsWith('status-')) {
    return t('integration.error.status', { status: error.slice('status-'.length) });
  }
  return has(`integration.error.${error}`) ? t(`integration.error.${error}`) : error;
}

async function open(page, { id }) {
  try {
    const delivery = await call('GET', `webhooks/deliveries/${id}`);
    const again = await openDialog(
      () => typeText(page, delivery),
      (close) => detailView(page, delivery, close),
    );
    if (again) {
      await call('POST', `webhooks/deliveries/${id}/redeliver`);
      say(() => t('integration.redelivered'));
      await page.deliveries.reload();
    }
  } catch (error) {
    if (!page.app.failed(error)) {
      sayProblem(error);
    }
  }
}

function detailView(page, delivery, close) {
  return html`
    ${stateView(delivery)}
    ${factsView([
      [t('integration.created'), dateTime(delivery.createdAt)],
      [t('integration.ended'), delivery.endedAt && dateTime(delivery.endedAt)],
      [t('integration.nextAttempt'), delivery.nextAttemptAt && dateTime(delivery.nextAttemptAt)],
      ['webhook-id', html`<code translate="no">${delivery.eventId}</code>`],
    ])}
    <h3>${t('integration.payload')}</h3>
    <pre tabindex="0" translate="no">${JSON.stringify(delivery.payload, null, 2)}</pre>
    <h3>${t('integration.attempts')}</h3>
    ${delivery.attempts.length === 0 ? html`<p>${t('integration.noAttempts')}</p>` : delivery.attempts.map(attemptView)}
    <div class="actions">
      ${page.app.can('webhooks:write')
        ? html`<button type="button" class="primary" @click=${() => close(true)}>${t('integration.redeliver')}</button>`
        : nothing}
    </div>
  `;
}

function attemptView(attempt, i, all) {
  const { number: no, at, durationMillis, request, response, error } = attempt;
  const outcome = error ? errorText(error) : t('integration.answered', { status: response?.status ?? '' });
  return html`<details ?open=${i === all.length - 1}>
    <summary>${t('integration.attempt', { no, time: dateTime(at), outcome })}</summary>
    <div class="stack">
      <p class="hint">${t('integration.duration', { ms: number(durationMillis) })}</p>
      <h4>${t('integration.request')}</h4>
      <pre tabindex="0" translate="no">${headersText(request.headers)}</pre>
      <h4>${t('integration.response')}</h4>
      ${response
        ? html`<pre tabindex="0" translate="no">${response.status}
${headersText(response.headers)}

${response.body}</pre>`
        : html`<p>${t('integration.noResponse')}</p>`}
    </div>
  </details>`;
}

function headersText(headers) {
  return Object.entries(headers ?? {})
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}
