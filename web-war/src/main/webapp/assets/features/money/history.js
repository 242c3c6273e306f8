/** What was used of one resource, by days or months, as a chart and as a table. */

import { day as dayText, month as monthText, number, period as periodText } from '../../core/format.js';
import { currentLanguage, t } from '../../core/i18n.js';
import { html, ref } from '../../core/lit.js';
import { createChart } from './chart.js';
import { createLoaded, loadedView } from '../../ui/loaded.js';
import { historyOption } from './history-chart.js';
import { quantity, resourceName } from './quantities.js';

const DAYS = 30;
const MONTHS = 12;
const DAY_MS = 86_400_000;

/** @param asked {resource, granularity, from, to}; to is exclusive, as in the API */
export function createHistory({ call, update, failed, asked, chose, today, within }) {
  const granularity = asked.granularity === 'month' ? 'month' : 'day';
  const history = {
    wanted: { resource: asked.resource, granularity, ...range(granularity, today()), ...given(asked) },
    limits: {},
    async choose(change) {
      Object.assign(history.wanted, change);
      chose(history.wanted);
      await history.reload();
    },
    by: (next) => history.choose({ granularity: next, ...range(next, today()) }),
    reload: () => (history.wanted.resource ? data.reload() : undefined),
    close: () => chart.close(),
  };
  const data = createLoaded({
    update: () => {
      update();
      chart.draw();
    },
    failed,
    read: () => call('GET', `usage/history?${new URLSearchParams(history.wanted)}`),
  });
  const chart = createChart({
    update,
    option: (colors) =>
      within(() => historyOption(data.value ?? { items: [] }, colors, history.limits[history.wanted.resource], within)),
  });
  return Object.assign(history, { data, chart });
}

function range(granularity, today) {
  const end = new Date(`${today}T00:00:00Z`);
  const to = new Date(end.getTime() + DAY_MS);
  const from = new Date(end);
  if (granularity === 'month') {
    from.setUTCDate(1);
    from.setUTCMonth(from.getUTCMonth() - MONTHS + 1);
  } else {
    from.setUTCDate(from.getUTCDate() - DAYS + 1);
  }
  return { from: isoDay(from), to: isoDay(to) };
}

function given({ from, to }) {
  return from && to ? { from, to } : {};
}

function isoDay(date) {
  return date.toISOString().slice(0, 10);
}

/** @param resources of the usage: which there are, and what is included of them */
export function historyView(history, resources) {
  if (!history.wanted.resource) {
    history.wanted.resource = mostUsed(resources);
    history.reload();
  }
  history.limits = Object.fromEntries(resources.map(({ resource, included }) => [resource, included]));
  const { wanted, data } = history;
  if (history.language !== currentLanguage()) {
    history.language = currentLanguage();
    history.chart.draw();
  }
  return html`<section class="panel" part="history" aria-labelledby="usage-history">
    <h2 id="usage-history">${t('money.history.title')}</h2>
    <div class="toolbar">
      <div class="field">
        <label for="history-resource">${t('money.history.resource')}</label>
        <select id="history-resource" @change=${(event) => history.choose({ resource: event.target.value })}>
          ${resources.map(({ resource }) => html`<option value=${resource} ?selected=${resource === wanted.resource}>${resourceName(resource)}</option>`)}
        </select>
      </div>
      <div class="field">
        <label for="history-by">${t('money.history.by')}</label>
        <select id="history-by" @change=${(event) => history.by(event.target.value)}>
          ${['day', 'month'].map((by) => html`<option value=${by} ?selected=${by === wanted.granularity}>${t(`money.history.by.${by}`)}</option>`)}
        </select>
      </div>
      ${dayField('history-from', t('money.history.from'), wanted.from, (value) => history.choose({ from: value }))}
      ${dayField('history-to', t('money.history.to'), moved(wanted.to, -1), (value) => history.choose({ to: moved(value, 1) }))}
    </div>
    ${data.error?.errors?.length > 0
      ? html`<p class="form-error" role="alert">${data.error.errors.map(({ detail }) => detail).join(' ')}</p>`
      : loadedView(data, (value) => shownView(history, value))}
  </section>`;
}

function dayField(id, label, value, change) {
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <input id=${id} type="date" .value=${value} @change=${(event) => event.target.value && change(event.target.value)} />
  </div>`;
}

function moved(text, days) {
  return isoDay(new Date(new Date(`${text}T00:00:00Z`).getTime() + days * DAY_MS));
}

function shownView({ chart, data }, value) {
  if (value.items.length === 0) {
    return html`<p class="hint">${t('money.history.none')}</p>`;
  }
  return html`
    ${chart.failed
      ? html`<p class="hint" role="status">${t('money.history.noChart')}</p>`
      : html`<div class="history-chart" part="chart" role="img" aria-busy=${data.loading} aria-label=${summary(value)} ${ref(chart.attach)}></div>`}
    <details ?open=${chart.failed}>
      <summary>${t('money.history.asTable')}</summary>
      <div class="details-body">${tableView(value)}</div>
    </details>
  `;
}

function tableView({ resource, granularity, items }) {
  const held = isHeld(items);
  const headings = held ? ['atEnd', 'peak', 'average'] : ['used'];
  return html`<table role="table">
    <caption class="visually-hidden">${t('money.history.caption', { resource: resourceName(resource) })}</caption>
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col">${t(`money.history.by.${granularity}`)}</th>
        ${headings.map((name) => html`<th role="columnheader" scope="col" class="number">${t(`money.history.${name}`)}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${items.map(
        (item) => html`<tr role="row">
          <th role="rowheader" scope="row" data-label=${t(`money.history.by.${granularity}`)}>${spanText(item, granularity)}</th>
          ${headings.map(
            (name) => html`<td role="cell" class="number" data-label=${t(`money.history.${name}`)}>
              ${quantity(resource, { atEnd: item.quantity, used: item.quantity, peak: item.peak, average: item.average }[name])}
            </td>`,
          )}
        </tr>`,
      )}
    </tbody>
  </table>`;
}

/** What the picture shows, in a sentence. */
function summary({ resource, items }) {
  const highest = items.reduce((most, item) => (top(item) > top(most) ? item : most));
  return t('money.history.summary', {
    resource: resourceName(resource),
    from: dayText(items[0].start),
    to: dayText(moved(items.at(-1).end, -1)),
    highest: quantity(resource, top(highest)),
    day: dayText(highest.start),
    count: number(items.length),
  });
}

export function isHeld(items) {
  return items.some(({ peak }) => peak != null);
}

function top({ quantity: used, peak }) {
  return peak ?? used;
}

function spanText(item, granularity) {
  if (granularity === 'day') {
    return dayText(item.start);
  }
  return isWholeMonth(item) ? monthText(item.start) : periodText(item);
}

function isWholeMonth({ start, end }) {
  return start.endsWith('-01') && end.endsWith('-01');
}

function mostUsed(resources) {
  return resources.reduce((most, item) => ((item.percent ?? -1) > (most.percent ?? -1) ? item : most)).resource;
}
