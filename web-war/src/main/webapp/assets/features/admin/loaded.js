/** What a page or a part of it reads of the API, with its states. */

import { call } from '../../core/session.js';
import { createLoaded as create, loadedView } from '../../ui/loaded.js';

/** @param read answers what is to be shown */
export function createLoaded({ app, read }) {
  const loaded = create({ read, update: app.update, failed: app.failed });
  loaded.view = (content) => loadedView(loaded, content);
  return loaded;
}

/** The call of most parts: one path. */
export function createLoadedFrom({ app, path }) {
  return createLoaded({ app, read: () => call('GET', path) });
}

/** All pages of a list that is known to be short. */
export async function readAll(path) {
  const items = [];
  let cursor = null;
  do {
    const query = new URLSearchParams({ limit: 200, ...(cursor ? { cursor } : {}) });
    const page = await call('GET', `${path}${path.includes('?') ? '&' : '?'}${query}`);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return items;
}
