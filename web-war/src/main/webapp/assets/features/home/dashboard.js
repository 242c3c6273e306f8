/** The layout of a member: as it is stored, and as it is being arranged. */

import { ETAG } from '../../core/api.js';
import { call } from '../../core/session.js';
import * as layout from './layout.js';
import { isShown } from './widgets.js';

let nextKey = 1;

export class Dashboard {
  widgets = [];
  types = new Map();
  own = false;
  editing = false;
  loaded = false;
  error = null;

  #app;
  #tag;
  #stored = '[]';

  constructor(app) {
    this.#app = app;
  }

  load = async () => {
    this.error = null;
    this.loaded = false;
    this.#app.update();
    try {
      const [types, stored] = await Promise.all([call('GET', 'dashboard/widgets'), call('GET', 'me/dashboard')]);
      this.types = new Map(types.items.filter((type) => isShown(this.#app, type)).map((type) => [type.type, type]));
      this.#take(stored);
      this.loaded = true;
    } catch (error) {
      if (this.#app.failed(error)) {
        return;
      }
      this.error = error;
    }
    this.#app.update();
  };

  #take(stored) {
    this.own = stored.own;
    this.#tag = stored[ETAG];
    const nothingStored = stored.widgets.length === 0 && !stored.own;
    const widgets = nothingStored ? layout.beginning(this.types) : stored.widgets;
    this.widgets = widgets
      .filter(({ type }) => this.types.has(type))
      .map((widget) => ({ ...widget, options: widget.options ?? {}, key: nextKey++ }));
    this.#stored = this.#content();
  }

  #content() {
    return JSON.stringify(this.#body().widgets);
  }

  #body() {
    return { widgets: this.widgets.map(({ type, x, y, w, h, options }) => ({ type, x, y, w, h, options })) };
  }

  get dirty() {
    return this.editing && this.#content() !== this.#stored;
  }

  change(key, place, from = this.widgets) {
    const index = from.findIndex((widget) => widget.key === key);
    this.widgets = layout.change(from, index, place, this.types.get(from[index].type));
  }

  add(type) {
    const widgets = layout.add(this.widgets, this.types.get(type));
    if (!widgets) {
      return false;
    }
    this.widgets = widgets.map((widget) => (widget.key ? widget : { ...widget, key: nextKey++ }));
    return true;
  }

  remove(key) {
    this.widgets = this.widgets.filter((widget) => widget.key !== key);
  }

  setOption(key, name, value) {
    this.widgets = this.widgets.map((widget) =>
      widget.key === key ? { ...widget, options: withOption(widget.options, name, value) } : widget,
    );
  }

  cancel() {
    this.editing = false;
    this.widgets = JSON.parse(this.#stored).map((widget) => ({ ...widget, key: nextKey++ }));
  }

  /** As the member's own. */
  async save() {
    const stored = await call('PUT', 'me/dashboard', { body: this.#body(), headers: { 'If-Match': this.#tag } });
    this.own = true;
    this.#tag = stored[ETAG];
    this.#stored = this.#content();
    this.editing = false;
  }

  /** As that of all who have none of their own. */
  async saveForAll() {
    const { [ETAG]: tag } = await call('GET', 'tenant/dashboard');
    await call('PUT', 'tenant/dashboard', { body: this.#body(), headers: { 'If-Match': tag } });
  }

  /** Back to the organization's. */
  async reset() {
    await call('DELETE', 'me/dashboard', { headers: { 'If-Match': this.#tag } });
    this.#take(await call('GET', 'me/dashboard'));
    this.editing = false;
  }
}

function withOption(options, name, value) {
  const { [name]: ignored, ...others } = options;
  return value === undefined ? others : { ...others, [name]: value };
}
