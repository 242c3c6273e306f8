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
 * @param fixed parameters that always apply, such as whose list it is
 * @param addressed whether filters and sorting are in the address of the page
 * @param key what tells the items apart
 * @param headers of the calls, such as the tenant whose list it is
 */
export function createList({
  path,
  query = new URLSearchParams(),
  update,
  failed = () => false,
  selectable = false,
  fixed = {},
  addressed = true,
  key = ({ id }) => id,
  headers,
}) {
  return Object.assign(new List(path, query, update, failed, selectable, key, headers), { fixed, addressed });
}

class List {
  items = [];
  /** The latest answer as it came: lists have members of their own, such as a balance. */
  page = null;
  nextCursor = null;
  loading = false;
  error = null;
  selected = new Set();
  /** The ids of what has come up since the page was opened. */
  fresh = new Set();
  fixed = {};
  addressed = true;

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
    this.#toAddress();
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
    this.#toAddress();
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

  /** The parameters that narrow and order the list. */
  get parameters() {
    return Object.entries({ ...this.filters, ...this.fixed }).filter(([, value]) => value);
  }

  /**
   * The beginning again, without disturbing what is being read: rows change where they are, new ones are marked.
   *
   * @return the new items
   */
  async refresh() {
    const turn = this.#turn;
    try {
      const page = await call('GET', `${this.#path}?${new URLSearchParams([['limit', PAGE_SIZE], ...this.parameters])}`);
      return turn === this.#turn && !this.loading ? this.#merge(page) : [];
    } catch (error) {
      // what is shown stays; the next event, or the reader, tries again
      this.#failed(error);
      return [];
    }
  }

  #merge(page) {
    const known = new Set(this.items.map(({ id }) => id));
    const added = page.items.filter(({ id }) => !known.has(id));
    const last = this.items.findLastIndex(({ id }) => id === page.items.at(-1)?.id);
    const shown = new Set(page.items.map(({ id }) => id));
    const further = last < 0 ? [] : this.items.slice(last + 1).filter(({ id }) => !shown.has(id));
    if (further.length === 0) {
      this.nextCursor = page.nextCursor ?? null;
    }
    this.items = [...page.items, ...further];
    const present = new Set(this.items.map(({ id }) => id));
    this.selected = new Set([...this.selected].filter((id) => present.has(id)));
    added.forEach(({ id }) => this.fresh.add(id));
    this.error = null;
    this.#update();
    return added;
  }

  #toAddress() {
    if (this.addressed) {
      replaceQuery(this.filters);
    }
  }

  async #load(anew) {
    const turn = ++this.#turn;
    this.loading = true;
    this.error = null;
    this.#update();
    const query = new URLSearchParams({ limit: PAGE_SIZE });
    this.parameters.forEach(([name, value]) => query.set(name, value));
    if (!anew && this.nextCursor) {
      query.set('cursor', this.nextCursor);
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
    <div class="table-scroll">
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
    </div>
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
  return html`<tr role="row" class=${list.fresh.has(item.id) ? 'fresh' : ''}>
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
