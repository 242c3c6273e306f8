/** Numbers as bars, and the same numbers as a table: for screen readers always, for everybody on request. */

import { t } from '../core/i18n.js';
import { html, nothing, ref } from '../core/lit.js';
import { createChart } from './chart.js';
import { tableView } from './table.js';

/**
 * @param update draws the page again
 * @param describe answers {name, category: {label, text(item)}, value: {label, of(item), text(item)}, items}
 */
export function createBarChart({ update, describe }) {
  let asTable = false;
  const chart = createChart({ update, option: (colors) => barOption(describe(), colors) });
  const toggle = () => {
    asTable = !asTable;
    update();
  };
  return {
    close: () => chart.close(),
    view: () => {
      const { name, category, value, items } = describe();
      const tableOnly = asTable || chart.failed;
      const columns = [
        { label: () => category.label, cell: category.text },
        { label: () => value.label, cell: value.text, number: true },
      ];
      chart.draw();
      return html`<figure class="chart">
        <div class="panel-head">
          <figcaption>${name}</figcaption>
          ${chart.failed
            ? nothing
            : html`<button type="button" aria-pressed=${asTable} @click=${toggle}>${t('chart.asTable')}</button>`}
        </div>
        ${tableOnly ? nothing : html`<div class="chart-plot" aria-hidden="true" ${ref(chart.attach)}></div>`}
        <div class=${tableOnly ? 'chart-table' : 'visually-hidden'}>${tableView({ caption: name, columns, items })}</div>
      </figure>`;
    },
  };
}

function barOption({ name, category, value, items }, colors) {
  const axisLabel = { color: colors['text-muted'] };
  const line = { lineStyle: { color: colors.line } };
  return {
    grid: { left: 8, right: 8, top: 16, bottom: 8, containLabel: true },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      backgroundColor: colors.surface,
      textStyle: { color: colors.text },
      axisPointer: { type: 'shadow' },
    },
    xAxis: { type: 'category', data: items.map(category.text), axisLabel, axisLine: line, axisTick: { show: false } },
    yAxis: { type: 'value', minInterval: 1, axisLabel, splitLine: line },
    series: [{ type: 'bar', name, data: items.map(value.of), itemStyle: { color: colors.primary }, barMaxWidth: 28 }],
  };
}
