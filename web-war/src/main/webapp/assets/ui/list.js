/**
 * A list of the API as a table: filters and sorting in the address, further pages by their key, selection, and every state
 * there is. On narrow screens each row is a card.
 */

import { Problem } from '../core/api.js';
import { t } from '../core/i18n.js';
import { html, ifDefined, nothing, repeat } from '../core/lit.js';
import { replaceQuery } from '../core/router.js';
import { call } from '../core/session.js';
import { emptyView, errorView, loadingView } from './states.js';

const PAGE_SIZE = 50;
const TYPING_MS = 300;

/**
 * @param path of the list in the API
 * @param query the address's parameters to begin with
 * @param update draws the page again
 * @param failed is told of what ends the page; the answer says whether it did
 * @param key what tells the items apart
 * @param headers of the calls, such as the tenant whose list it is
 */
export function createList({
  path,
  query = new URLSearchParams(),
  update,
  failed = () => false,
  selectable = false,
  key = ({ id }) => id,
  headers,
}) {
  return new List(path, query, update, failed, selectable, key, headers);
}

class List {
  items = [];
  /** The latest answer as it came: lists have members of their own, such as a balance. */
  page = null;
  nextCursor = null;
  loading = false;
  error = null;
  selected = new Set();

  #path;
  #update;
  #failed;
  #headers;
  #timer;
  #turn = 0;

  constructor(path, query, update, failed, selectable, key, headers) {
    this.#path = path;
    this.#update = update;
    this.#failed = failed;
    this.#headers = headers;
    this.selectable = selectable;
    this.key = key;
    this.filters = Object.fromEntries(query);
  }

  /** From the beginning, such as after a change. */
  async reload() {
    this.nextCursor = null;
    this.selected.clear();
    await this.#load(true);
  }

  async more() {
    if (!this.loading) {
      await this.#load(false);
    }
  }

  /** Puts one at the top that was just made, or in its place if it is there. */
  put(item) {
    const at = this.items.findIndex((known) => this.key(known) === this.key(item));
    this.items = at < 0 ? [item, ...this.items] : this.items.with(at, item);
    this.#update();
  }

  remove(id) {
    this.items = this.items.filter((item) => this.key(item) !== id);
    this.selected.delete(id);
    this.#update();
  }

  filter(name, value) {
    this.filters = { ...this.filters, [name]: value };
    replaceQuery(this.filters);
    return this.reload();
  }

  /** As filter, when the typing pauses. */
  filterWhenTyped(name, value) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.filter(name, value), TYPING_MS);
  }

  sort(column) {
    return this.filter('sort', this.filters.sort === column ? `-${column}` : column);
  }

  get isFiltered() {
    return Object.entries(this.filters).some(([name, value]) => name !== 'sort' && value);
  }

  clearFilters() {
    this.filters = this.filters.sort ? { sort: this.filters.sort } : {};
    replaceQuery(this.filters);
    return this.reload();
  }

  select(id, on) {
    this.selected[on ? 'add' : 'delete'](id);
    this.#update();
  }

  selectAll(on) {
    this.selected = new Set(on ? this.items.map(this.key) : []);
    this.#update();
  }

  async #load(anew) {
    const turn = ++this.#turn;
    this.loading = true;
    this.error = null;
    this.#update();
    const query = new URLSearchParams({ limit: PAGE_SIZE });
    for (const [name, value] of Object.entries({ ...this.filters, cursor: anew ? null : this.nextCursor })) {
      if (value) {
        query.set(name, value);
      }
    }
    try {
      const page = await call('GET', `${this.#path}?${query}`, { headers: this.#headers });
      if (turn !== this.#turn) {
        return;
      }
      this.page = page;
      const known = new Set(anew ? [] : this.items.map(this.key));
      this.items = [...(anew ? [] : this.items), ...page.items.filter((item) => !known.has(this.key(item)))];
      this.nextCursor = page.nextCursor ?? null;
    } catch (error) {
      if (turn !== this.#turn || this.#failed(error)) {
        return;
      }
      this.error = error;
      if (anew && error instanceof Problem && error.slug === 'forbidden') {
        this.items = [];
      }
    }
    this.loading = false;
    this.#update();
  }
}

/**
 * @param columns each {key, label(), cell(item), sort?, number?}; the first one is the row's heading
 * @param caption what the table is, for screen readers
 * @param empty what is shown when there is nothing at all: a template
 */
export function listView(list, { columns, caption, empty }) {
  if (list.error && list.items.length === 0) {
    return errorView(list.error, () => list.reload());
  }
  if (list.items.length === 0) {
    if (list.loading) {
      return loadingView();
    }
    return list.isFiltered
      ? emptyView(t('list.noneFound'), html`<button type="button" @click=${() => list.clearFilters()}>${t('list.clearFilters')}</button>`)
      : empty;
  }
  return html`
    <table role="table" aria-busy=${list.loading}>
      <caption class="visually-hidden">${caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          ${list.selectable ? selectAllView(list) : nothing}
          ${columns.map((column) => headView(list, column))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${repeat(
          list.items,
          list.key,
          (item) => rowView(list, columns, item),
        )}
      </tbody>
    </table>
    <div class="list-end">
      <p role="status">${list.error ? errorView(list.error, () => list.more()) : t('list.shown', { count: list.items.length })}</p>
      ${list.nextCursor && !list.error
        ? html`<button type="button" aria-busy=${list.loading} @click=${() => list.more()}>${t('list.more')}</button>`
        : nothing}
    </div>
  `;
}

function selectAllView(list) {
  const all = list.selected.size === list.items.length;
  return html`<th role="columnheader" scope="col" class="check">
    <input
      type="checkbox"
      aria-label=${t('list.selectAll')}
      .checked=${all}
      .indeterminate=${!all && list.selected.size > 0}
      @change=${(event) => list.selectAll(event.target.checked)}
    />
  </th>`;
}

function headView(list, { label, sort, number }) {
  if (!sort) {
    return html`<th role="columnheader" scope="col" class=${number ? 'number' : ''}>${label()}</th>`;
  }
  const direction = { [sort]: 'ascending', [`-${sort}`]: 'descending' }[list.filters.sort];
  return html`<th role="columnheader" scope="col" class=${number ? 'number' : ''} aria-sort=${ifDefined(direction)}>
    <button type="button" class="sort" @click=${() => list.sort(sort)}>${label()}</button>
  </th>`;
}

function rowView(list, columns, item) {
  return html`<tr role="row">
    ${list.selectable
      ? html`<td role="cell" class="check">
          <input
            type="checkbox"
            aria-label=${t('list.select', { name: item.code ?? item.name ?? item.id })}
            .checked=${list.selected.has(list.key(item))}
            @change=${(event) => list.select(list.key(item), event.target.checked)}
          />
        </td>`
      : nothing}
    ${columns.map(({ label, cell, number }, i) =>
      i === 0
        ? html`<th role="rowheader" scope="row" data-label=${label()}>${cell(item)}</th>`
        : html`<td role="cell" data-label=${label()} class=${number ? 'number' : ''}>${cell(item)}</td>`,
    )}
  </tr>`;
}

/** A text field that narrows the list while one types. */
export function searchView(list, name, label) {
  return html`<div class="field">
    <label for="filter-${name}">${label}</label>
    <input
      id="filter-${name}"
      type="search"
      .value=${list.filters[name] ?? ''}
      @input=${(event) => list.filterWhenTyped(name, event.target.value.trim())}
    />
  </div>`;
}

/** A choice that narrows the list. @param options each [value, label] */
export function choiceView(list, name, label, options) {
  return html`<div class="field">
    <label for="filter-${name}">${label}</label>
    <select id="filter-${name}" @change=${(event) => list.filter(name, event.target.value)}>
      <option value="" ?selected=${!list.filters[name]}>${t('list.any')}</option>
      ${options.map(
        ([value, text]) => html`<option value=${value} ?selected=${list.filters[name] === value}>${text}</option>`,
      )}
    </select>
  </div>`;
}
