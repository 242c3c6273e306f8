/** What a widget of a type can be told, as its type describes it. */

import { t } from '../../core/i18n.js';
import { html, live, nothing } from '../../core/lit.js';

/** What holds as long as nothing was chosen. */
const DEFAULTS = { days: 30, limit: 5 };

export function optionsView(board, widget) {
  const { options } = board.types.get(widget.type);
  return options.length === 0
    ? nothing
    : html`<div class="widget-options">${options.map((option) => optionView(board, widget, option))}</div>`;
}

function optionView(board, widget, { name, type, values, min, max }) {
  const id = `option-${widget.key}-${name}`;
  const value = widget.options[name];
  const set = (given) => board.setOption(widget.key, name, given);
  const label = html`<label for=${id}>${t(`home.option.${name}`)}</label>`;
  if (type === 'choice') {
    return html`<div class="field">
      ${label}
      <select id=${id} @change=${(event) => set(event.target.value)}>
        ${values.map(
          (choice, i) =>
            html`<option value=${choice} ?selected=${choice === (value ?? values[0]) || (i === 0 && !values.includes(value))}>
              ${t(`home.chart.${choice}`)}
            </option>`,
        )}
      </select>
    </div>`;
  }
  if (type === 'flag') {
    return html`<div class="field check-field">
      <input id=${id} type="checkbox" .checked=${live(Boolean(value))} @change=${(event) => set(event.target.checked)} />
      ${label}
    </div>`;
  }
  const whole = (event) => {
    const given = event.target.valueAsNumber;
    set(Number.isInteger(given) ? Math.min(Math.max(given, min), max) : undefined);
  };
  return html`<div class="field">
    ${label} <input id=${id} type="number" min=${min} max=${max} step="1" .value=${live(String(value ?? DEFAULTS[name] ?? ''))} @change=${whole} />
  </div>`;
}
