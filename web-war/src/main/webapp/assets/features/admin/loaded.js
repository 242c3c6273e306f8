/** What a page or a part of it shows of the API: loading, refused, or there. */

import { call } from '../../core/session.js';
import { errorView, loadingView } from '../../ui/states.js';

/** @param read answers what is to be shown */
export function createLoaded({ app, read }) {
  return new Loaded(app, read);
}

/** The call of most parts: one path. */
export function createLoadedFrom({ app, path, headers }) {
  return createLoaded({ app, read: () => call('GET', path, { headers }) });
}

class Loaded {
  value = null;
  error = null;
  busy = false;

  #app;
  #read;

  constructor(app, read) {
    this.#app = app;
    this.#read = read;
  }

  /** What is shown stays until what replaces it is there. */
  reload = async () => {
    this.error = null;
    this.busy = true;
    this.#app.update();
    try {
      this.value = await this.#read();
    } catch (error) {
      if (this.#app.failed(error)) {
        return;
      }
      this.error = error;
    }
    this.busy = false;
    this.#app.update();
  };

  set(value) {
    this.value = value;
    this.#app.update();
  }

  /** @param content gets what was read */
  view(content) {
    if (this.error) {
      return errorView(this.error, this.reload);
    }
    return this.value === null ? loadingView() : content(this.value);
  }
}

/** All pages of a list that is known to be short. */
export async function readAll(path, headers) {
  const items = [];
  let cursor = null;
  do {
    const query = new URLSearchParams({ limit: 200, ...(cursor ? { cursor } : {}) });
    const page = await call('GET', `${path}${path.includes('?') ? '&' : '?'}${query}`, { headers });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return items;
}
