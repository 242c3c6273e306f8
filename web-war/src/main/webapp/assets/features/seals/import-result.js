/** What a check of a file has found. */

import { describe } from '../../core/api.js';
import { number } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';

/** @param actions all() imports the file, valid() its valid lines */
export function checkedView({ rows, valid, errorCount, errors }, { all, valid: some }) {
  return html`<section class="panel">
    <h2>${t('import.checked')}</h2>
    <p role="status">${t(errorCount === 0 ? 'import.allValid' : 'import.someValid', { rows: number(rows), valid: number(valid), errors: number(errorCount) })}</p>
    ${errorCount > 0
      ? html`${errorsView(errors)}
          ${errorCount > errors.length ? html`<p class="hint">${t('import.firstErrors', { count: number(errors.length) })}</p>` : nothing}
          <p>${t('import.correct')}</p>`
      : nothing}
    ${valid > 0
      ? html`<div class="steps">
          <button type="button" class="primary" @click=${errorCount === 0 ? all : some}>
            ${t(errorCount === 0 ? 'import.all' : 'import.valid', { count: number(valid) })}
          </button>
        </div>`
      : nothing}
  </section>`;
}

/** A file that could not be read as a whole, or lines that have become wrong since they were checked. */
export function rejectedView(error) {
  const errors = error.errors.map(({ pointer, detail }) => {
    const [line, column] = String(pointer).replace(/^\//, '').split('/');
    return { line, column, detail };
  });
  return html`<section class="panel">
    <h2>${t('import.rejected')}</h2>
    <p role="alert">${describe(error)}</p>
    ${errorsView(errors)}
    <p>${t('import.correct')}</p>
  </section>`;
}

function errorsView(errors) {
  return html`<div class="errors" tabindex="0" role="region" aria-label=${t('import.errors')}>
    <table role="table">
      <caption class="visually-hidden">${t('import.errors')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">${t('import.line')}</th>
          <th role="columnheader" scope="col">${t('import.column')}</th>
          <th role="columnheader" scope="col">${t('import.error')}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${errors.map(
          ({ line, column, detail }) =>
            html`<tr role="row">
              <th role="rowheader" scope="row" data-label=${t('import.line')}>${line}</th>
              <td role="cell" data-label=${t('import.column')}>${column ? html`<code>${column}</code>` : t('import.wholeLine')}</td>
              <td role="cell" data-label=${t('import.error')}>${detail}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
