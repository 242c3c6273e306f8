/** Data that is there already as a table; on narrow screens each row is a card, as in the lists. */

import { html, nothing } from '../core/lit.js';

/**
 * @param columns each {label(), cell(item), number?}; the first one is the row's heading
 * @param caption what the table is
 * @param showCaption whether it is seen, and not only read out
 */
export function tableView({ columns, items, caption, showCaption = false }) {
  return html`<table role="table">
    <caption class=${showCaption ? nothing : 'visually-hidden'}>${caption}</caption>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map(
          ({ label, number }) =>
            html`<th role="columnheader" scope="col" class=${number ? 'number' : ''}>${label()}</th>`,
        )}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${items.map((item) => html`<tr role="row">${columns.map((column, i) => cellView(column, item, i === 0))}</tr>`)}
    </tbody>
  </table>`;
}

function cellView({ label, cell, number }, item, isHeading) {
  return isHeading
    ? html`<th role="rowheader" scope="row" data-label=${label()}>${cell(item)}</th>`
    : html`<td role="cell" data-label=${label()} class=${number ? 'number' : ''}>${cell(item)}</td>`;
}

/** Facts about one thing. @param facts each [label, value]; those without a value are left out */
export function factsView(facts) {
  return html`<dl class="facts">
    ${facts
      .filter(([, value]) => value !== null && value !== undefined && value !== '')
      .map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}
  </dl>`;
}
