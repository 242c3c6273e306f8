/** The widgets with numbers: a chart, and the same numbers as a table. */

import { bytes, day, number, percent } from '../../core/format.js';
import { has, t } from '../../core/i18n.js';
import { html, nothing, ref } from '../../core/lit.js';
import { href } from '../../core/router.js';
import { call } from '../../core/session.js';
import { createChart } from '../../ui/chart.js';
import { emptyView } from '../../ui/states.js';

const STATUSES = { available: 'good', armed: 'info', tampered: 'bad', retired: 'text-muted' };
const MOST = 200;
const PAGES = 10;
const DAYS = 30;
const DAY_MS = 86_400_000;
const DRAWN = ['precintos', 'transitos', 'alertas'];

export const precintosByStatus = {
  permission: 'precintos:read',
  load: () => Promise.all(Object.keys(STATUSES).map(async (status) => ({ status, ...(await count(status)) }))),
  show: ({ data, options, update }) => {
    if (data.every(({ counted }) => counted === 0)) {
      return { view: () => emptyView(t('home.noPrecintos'), html`<a class="button" href=${href('/precintos')}>${t('nav.precintos')}</a>`) };
    }
    const rows = () => data.map(({ status, counted, more }) => [t(`home.status.${status}`), `${number(counted)}${more ? '+' : ''}`]);
    const option = (colors) => (options.chart === 'ring' ? ring : bars)(data, colors);
    return pictured({ option, update, head: () => [t('home.status'), t('home.count')], rows });
  },
};

/** The API counts nothing, so the seals are leafed through; of very many it is said that there are more. */
async function count(status) {
  let counted = 0;
  let cursor = null;
  for (let i = 0; i < PAGES && (i === 0 || cursor); i++) {
    const query = new URLSearchParams({ status, limit: MOST, ...(cursor && { cursor }) });
    const page = await call('GET', `precintos?${query}`);
    counted += page.items.length;
    cursor = page.nextCursor;
  }
  return { counted, more: Boolean(cursor) };
}

export const usage = {
  permission: 'usage:read',
  load: async ({ chart, days = DAYS }) => {
    const { resources } = await call('GET', 'usage');
    if (chart !== 'line') {
      return { resources };
    }
    const from = new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);
    const drawn = resources.map(({ resource }) => resource).filter((resource) => DRAWN.includes(resource));
    return {
      resources,
      history: await Promise.all(drawn.map((resource) => call('GET', `usage/history?resource=${resource}&from=${from}`))),
    };
  },
  show: ({ data, update }) => {
    if (!data.history) {
      return { view: () => metersView(data.resources) };
    }
    const starts = [...new Set(data.history.flatMap(({ items }) => items.map(({ start }) => start)))].sort();
    const at = ({ items }, start) => items.find((item) => item.start === start)?.quantity ?? null;
    return pictured({
      update,
      option: (colors) => lines(data.history, starts, at, colors),
      head: () => [t('home.day'), ...data.history.map(({ resource }) => resourceText(resource))],
      rows: () => starts.map((start) => [day(start), ...data.history.map((one) => (at(one, start) === null ? '–' : number(at(one, start))))]),
    });
  },
};

function metersView(resources) {
  return html`<ul class="widget-items meters">
      ${resources.map(
        ({ resource, used, included, percent: part }) => html`<li>
          <span>${resourceText(resource)}</span>
          <span>
            ${included === null
              ? quantity(resource, used)
              : t('home.usedOf', { used: quantity(resource, used), included: quantity(resource, included), percent: percent(part ?? 0) })}
          </span>
          ${included === null
            ? nothing
            : html`<meter min="0" max="100" high="80" value=${Math.min(part ?? 0, 100)} aria-label=${resourceText(resource)}></meter>`}
        </li>`,
      )}
    </ul>
    <p><a href=${href('/usage')}>${t('home.all')}</a></p>`;
}

/** A chart with the table of its numbers: for screen readers always, for everybody on request. */
function pictured({ option, update, head, rows }) {
  let asTable = false;
  const chart = createChart({ option, update });
  const toggle = () => {
    asTable = !asTable;
    update();
  };
  return {
    close: () => chart.close(),
    view: () => {
      const table = asTable || chart.failed;
      return html`${table ? nothing : html`<div class="widget-chart" aria-hidden="true" ${ref(chart.attach)}></div>`}
        <div class=${table ? '' : 'visually-hidden'}>${tableView(head(), rows())}</div>
        ${chart.failed
          ? nothing
          : html`<p><button type="button" aria-pressed=${asTable} @click=${toggle}>${t('home.asTable')}</button></p>`}`;
    },
  };
}

function tableView(head, rows) {
  return html`<table class="plain" role="table">
    <thead role="rowgroup">
      <tr role="row">
        ${head.map((text, i) => html`<th role="columnheader" scope="col" class=${i > 0 ? 'number' : ''}>${text}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map(
        ([first, ...others]) => html`<tr role="row">
          <th role="rowheader" scope="row" data-label=${head[0]}>${first}</th>
          ${others.map((text, i) => html`<td role="cell" class="number" data-label=${head[i + 1]}>${text}</td>`)}
        </tr>`,
      )}
    </tbody>
  </table>`;
}

function ring(data, colors) {
  return {
    tooltip: tooltip(colors, 'item'),
    legend: { bottom: 0, textStyle: { color: colors.text } },
    series: [
      {
        type: 'pie',
        radius: ['45%', '70%'],
        center: ['50%', '44%'],
        label: { color: colors.text, formatter: '{c}' },
        itemStyle: { borderColor: colors.surface, borderWidth: 2 },
        data: data
          .filter(({ counted }) => counted > 0)
          .map(({ status, counted }) => ({ name: t(`home.status.${status}`), value: counted, itemStyle: { color: colors[STATUSES[status]] } })),
      },
    ],
  };
}

function bars(data, colors) {
  return {
    ...axes(data.map(({ status }) => t(`home.status.${status}`)), colors),
    tooltip: tooltip(colors, 'item'),
    series: [
      {
        type: 'bar',
        barMaxWidth: 48,
        label: { show: true, position: 'top', color: colors.text },
        data: data.map(({ status, counted }) => ({ value: counted, itemStyle: { color: colors[STATUSES[status]] } })),
      },
    ],
  };
}

function lines(history, starts, at, colors) {
  const strokes = [colors.primary, colors.info, colors.bad];
  return {
    ...axes(starts.map((start) => day(start)), colors),
    grid: { left: 8, right: 16, top: 16, bottom: 36, containLabel: true },
    legend: { bottom: 0, textStyle: { color: colors.text } },
    tooltip: tooltip(colors, 'axis'),
    series: history.map((one, i) => ({
      type: 'line',
      name: resourceText(one.resource),
      showSymbol: false,
      lineStyle: { color: strokes[i], type: ['solid', 'dashed', 'dotted'][i] },
      itemStyle: { color: strokes[i] },
      data: starts.map((start) => at(one, start)),
    })),
  };
}

function axes(names, colors) {
  const axisLabel = { color: colors['text-muted'], hideOverlap: true };
  const lineStyle = { color: colors.line };
  return {
    grid: { left: 8, right: 8, top: 24, bottom: 8, containLabel: true },
    xAxis: { type: 'category', data: names, axisLabel, axisLine: { lineStyle }, axisTick: { show: false } },
    yAxis: { type: 'value', minInterval: 1, axisLabel, splitLine: { lineStyle } },
  };
}

function tooltip(colors, trigger) {
  return { trigger, renderMode: 'richText', backgroundColor: colors.surface, textStyle: { color: colors.text } };
}

function resourceText(resource) {
  const key = `home.resource.${resource}`;
  return has(key) ? t(key) : resource;
}

function quantity(resource, value) {
  return resource === 'storage' ? bytes(value) : number(value, { maximumFractionDigits: 0 });
}
