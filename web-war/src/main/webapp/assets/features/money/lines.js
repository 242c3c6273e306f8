/** The lines of an invoice, of an estimate or of a change, and what they come to. */

import { money, number, period as periodText } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { href } from '../../core/router.js';
import { quantity } from './quantities.js';

/** @param links whether a line leads to the days behind it */
export function linesView(lines, { caption, links = false }) {
  if (lines.length === 0) {
    return html`<p class="hint">${t('money.lines.none')}</p>`;
  }
  const counted = lines.some((line) => line.quantity != null);
  return html`<table role="table" class="lines">
    <caption class="visually-hidden">${caption}</caption>
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col">${t('money.lines.description')}</th>
        <th role="columnheader" scope="col">${t('money.lines.period')}</th>
        ${counted
          ? html`<th role="columnheader" scope="col" class="number">${t('money.lines.quantity')}</th>
              <th role="columnheader" scope="col" class="number">${t('money.lines.unitPrice')}</th>`
          : nothing}
        <th role="columnheader" scope="col" class="number">${t('money.lines.amount')}</th>
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${lines.map((line) => lineView(line, counted, links))}
    </tbody>
  </table>`;
}

function lineView(line, counted, links) {
  return html`<tr role="row" data-kind=${line.kind}>
    <th role="rowheader" scope="row" data-label=${t('money.lines.description')}>
      <span>${line.description} ${links && line.usage ? html`<a class="line-usage" href=${usageHref(line.usage)}>${t('money.lines.usage')}</a>` : nothing}</span>
    </th>
    <td role="cell" data-label=${t('money.lines.period')}>${line.period ? periodText(line.period) : '–'}</td>
    ${counted
      ? html`<td role="cell" class="number" data-label=${t('money.lines.quantity')}>${quantityText(line)}</td>
          <td role="cell" class="number" data-label=${t('money.lines.unitPrice')}>
            ${line.unitPrice == null ? '–' : money({ amount: line.unitPrice, currency: line.amount.currency })}
          </td>`
      : nothing}
    <td role="cell" class="number" data-label=${t('money.lines.amount')}>${money(line.amount)}</td>
  </tr>`;
}

function quantityText({ resource, quantity: value }) {
  if (value == null) {
    return '–';
  }
  return resource ? quantity(resource, value) : number(value);
}

function usageHref(path) {
  const query = new URL(path, location.href).searchParams;
  return href('/usage', Object.fromEntries(query));
}

/** @param entries each [label, money, kind?]; what is left out is nothing */
export function totalsView(entries) {
  return html`<dl class="totals">
    ${entries
      .filter(Boolean)
      .map(([label, value, kind = '']) => html`<div class=${kind}><dt>${label}</dt><dd>${money(value)}</dd></div>`)}
  </dl>`;
}

/** What a document comes to. */
export function documentTotals({ subtotal, tax, total, creditApplied, amountPaid, credited, amountDue }) {
  return totalsView([
    [t('money.totals.subtotal'), subtotal],
    [t('money.totals.tax'), tax],
    [t('money.totals.total'), total, 'strong'],
    isSome(creditApplied) && [t('money.totals.creditApplied'), less(creditApplied)],
    isSome(credited) && [t('money.totals.credited'), less(credited)],
    isSome(amountPaid) && [t('money.totals.amountPaid'), less(amountPaid)],
    [t('money.totals.amountDue'), amountDue, 'strong'],
  ]);
}

export function isSome(value) {
  return value != null && Number(value.amount) !== 0;
}

function less({ amount, currency }) {
  return { amount: amount.startsWith('-') ? amount.slice(1) : `-${amount}`, currency };
}
