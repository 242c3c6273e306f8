/** More to narrow a list with than a text and a choice, its export, and steps that are taken with several rows. */

import { instantOf, localTime } from '../core/format.js';
import { t } from '../core/i18n.js';
import { html, nothing } from '../core/lit.js';
import { call, download } from '../core/session.js';
import { openDialog } from './dialogs.js';
import { saveBlob } from './files.js';
import { say, sayProblem } from './notices.js';

const BULK_LIMIT = 200;

/** Several values of one filter. @param options each [value, label] */
export function choicesView(list, name, label, options) {
  const chosen = (list.filters[name] ?? '').split(',').filter(Boolean);
  const toggle = (value, on) => {
    const next = options.map(([each]) => each).filter((each) => (each === value ? on : chosen.includes(each)));
    list.filter(name, next.join(','));
  };
  return html`<fieldset class="choices">
    <legend>${label}</legend>
    ${options.map(
      ([value, text]) =>
        html`<label>
          <input
            type="checkbox"
            name="filter-${name}"
            value=${value}
            .checked=${chosen.includes(value)}
            @change=${(event) => toggle(value, event.target.checked)}
          />
          ${text}
        </label>`,
    )}
  </fieldset>`;
}

/** A moment that narrows the list, in the time zone of the organization. */
export function momentView(list, name, label) {
  return inputView(list, name, label, {
    type: 'datetime-local',
    value: localTime(list.filters[name]),
    read: (text) => instantOf(text) ?? '',
  });
}

/** A field of another type, such as a number or a day. */
export function inputView(list, name, label, { type = 'text', value = list.filters[name] ?? '', read = (text) => text, ...rest }) {
  const id = `filter-${name.replaceAll('.', '-')}`;
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <input
      id=${id}
      type=${type}
      step=${rest.step ?? (type === 'number' ? 'any' : '')}
      min=${rest.min ?? ''}
      max=${rest.max ?? ''}
      .value=${value}
      @change=${(event) => list.filter(name, read(event.target.value.trim()))}
    />
  </div>`;
}

/** The filters that are needed less often. They are open where one of them applies. */
export function moreFiltersView(list, names, content) {
  const used = names.filter((name) => list.filters[name]).length;
  return html`<details class="more-filters" ?open=${used > 0}>
    <summary>${used > 0 ? t('list.moreFiltersUsed', { count: used }) : t('list.moreFilters')}</summary>
    <div class="filters">${content}</div>
  </details>`;
}

/** The whole list with its filters, as a CSV file. */
export function exportView(list, path, app) {
  const run = async (event) => {
    const button = event.currentTarget;
    if (button.getAttribute('aria-busy') === 'true') {
      return;
    }
    button.setAttribute('aria-busy', 'true');
    try {
      const query = new URLSearchParams([['format', 'csv'], ...list.parameters]);
      saveBlob(await download(`${path}?${query}`), `${path}.csv`);
    } catch (error) {
      if (!app.failed(error)) {
        sayProblem(error);
      }
    } finally {
      button.setAttribute('aria-busy', 'false');
    }
  };
  return html`<button type="button" @click=${run}>${t('list.export')}</button>`;
}

/** What can be done with the selected rows. @param actions each {label, run, danger?} */
export function bulkView(list, actions) {
  if (list.selected.size === 0) {
    return nothing;
  }
  return html`<div class="bulk" role="group" aria-label=${t('list.selected', { count: list.selected.size })}>
    <p role="status">${t('list.selected', { count: list.selected.size })}</p>
    ${actions.map(
      ({ label, run, danger }) =>
        html`<button type="button" class=${danger ? 'danger' : ''} @click=${run}>${label}</button>`,
    )}
    <button type="button" class="quiet" @click=${() => list.selectAll(false)}>${t('list.selectNone')}</button>
  </div>`;
}

/**
 * Takes a step with the selected rows. What it was not taken with stays selected, and is told with the reasons.
 *
 * @param step of some ids gives what became of each, as the API's bulk calls do
 * @param done the message for a number
 */
export async function takeWithSelected(list, { step, done }) {
  const ids = [...list.selected];
  const names = new Map(list.items.map((item) => [item.id, item.code ?? item.message ?? item.id]));
  const results = [];
  for (let i = 0; i < ids.length; i += BULK_LIMIT) {
    results.push(...(await step(ids.slice(i, i + BULK_LIMIT))));
  }
  const failed = results.filter(({ result }) => result === 'failed');
  if (results.length > failed.length) {
    say(() => done(results.length - failed.length));
  }
  await list.reload();
  failed.forEach(({ id }) => list.items.some((item) => item.id === id) && list.select(id, true));
  if (failed.length > 0) {
    // after the dialog that asked for it has been closed
    setTimeout(() => tellFailed(failed, names));
  }
}

/** A step as the API takes it with many. */
export async function bulkCall(path, action, ids) {
  return (await call('POST', `${path}/bulk`, { body: { action, ids } })).results;
}

function tellFailed(failed, names) {
  return openDialog(
    () => t('list.failedTitle', { count: failed.length }),
    (close) => html`<ul class="reasons">
        ${failed.map(({ id, problem }) => html`<li><strong>${names.get(id)}</strong><br />${problem?.detail ?? problem?.title}</li>`)}
      </ul>
      <div class="actions"><button type="button" class="primary" @click=${() => close()}>${t('dialog.close')}</button></div>`,
  );
}
