/** A bar chart of numbers, loaded when it is first shown, with the same numbers as a table. */

import { t } from '../core/i18n.js';
import { html, nothing, ref } from '../core/lit.js';
import { tableView } from './table.js';

const dark = matchMedia('(prefers-color-scheme: dark)');

/**
 * @param update draws the page again
 * @param describe answers {name, category: {label, text(item)}, value: {label, of(item), text(item)}, items}
 */
export function createChart({ update, describe }) {
  return new Chart(update, describe);
}

class Chart {
  #update;
  #describe;
  #chart = null;
  #element = null;
  #observer = new ResizeObserver(() => this.#chart?.resize());
  #asTable = false;
  #drawn = () => this.draw();

  constructor(update, describe) {
    this.#update = update;
    this.#describe = describe;
  }

  view() {
    const { name, category, value, items } = this.#describe();
    const columns = [
      { label: () => category.label, cell: category.text },
      { label: () => value.label, cell: value.text, number: true },
    ];
    queueMicrotask(this.#drawn);
    return html`<figure class="chart">
      <div class="chart-head">
        <figcaption>${name}</figcaption>
        <button type="button" aria-pressed=${this.#asTable} @click=${() => this.#toggle()}>${t('chart.asTable')}</button>
      </div>
      ${this.#asTable ? nothing : html`<div class="chart-plot" aria-hidden="true" ${ref(this.#placed)}></div>`}
      <div class=${this.#asTable ? 'chart-table' : 'visually-hidden'}>${tableView({ caption: name, columns, items })}</div>
    </figure>`;
  }

  /** When the page is closed. */
  close() {
    this.#placed(undefined);
  }

  #toggle() {
    this.#asTable = !this.#asTable;
    this.#update();
  }

  #placed = async (element) => {
    this.#observer.disconnect();
    dark.removeEventListener('change', this.#drawn);
    this.#chart?.dispose();
    this.#chart = null;
    this.#element = element ?? null;
    if (!element) {
      return;
    }
    const { init } = await import('../vendor/echarts/dist/echarts.esm.min.js');
    if (this.#element !== element) {
      return;
    }
    this.#chart = init(element, null, { renderer: 'svg' });
    this.#observer.observe(element);
    dark.addEventListener('change', this.#drawn);
    this.draw();
  };

  draw() {
    if (!this.#chart) {
      return;
    }
    const { name, category, value, items } = this.#describe();
    const colour = (token) => colourOf(this.#element, token);
    const axis = { axisLabel: { color: colour('text-muted') }, axisLine: { lineStyle: { color: colour('line') } } };
    this.#chart.setOption({
      animation: false,
      aria: { enabled: false },
      grid: { left: 8, right: 8, top: 16, bottom: 8, containLabel: true },
      tooltip: { trigger: 'axis', renderMode: 'richText', axisPointer: { type: 'shadow' } },
      xAxis: { type: 'category', data: items.map(category.text), ...axis, axisTick: { show: false } },
      yAxis: { type: 'value', minInterval: 1, ...axis, splitLine: { lineStyle: { color: colour('line') } } },
      series: [{ type: 'bar', name, data: items.map(value.of), itemStyle: { color: colour('primary') }, barMaxWidth: 28 }],
    });
  }
}

/** The chart needs a colour it can calculate with, and the token may be one for light and one for dark. */
function colourOf(element, token) {
  element.style.setProperty('color', `var(--saas-color-${token})`);
  const colour = getComputedStyle(element).color;
  element.style.removeProperty('color');
  return colour;
}
