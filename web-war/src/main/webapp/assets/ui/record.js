/** One thing of the API that a page shows: fetched, changed with If-Match, and every state there is. */

import { ETAG } from '../core/api.js';
import { call } from '../core/session.js';
import { html, nothing } from '../core/lit.js';
import { errorView, loadingView } from './states.js';

/**
 * @param path in the API
 * @param update draws the page again
 * @param failed is told of what ends the page; the answer says whether it did
 * @param loaded is given what was fetched
 */
export function createRecord({ path, update, failed, loaded = () => {} }) {
  const record = {
    item: null,
    error: null,
    async load() {
      record.error = null;
      update();
      try {
        record.set(await call('GET', path));
      } catch (error) {
        if (!failed(error)) {
          record.error = error;
          update();
        }
      }
    },
    set(item) {
      record.item = item;
      loaded(item);
      update();
    },
    /** Changes it as it is known here. The answer is the whole anew. */
    async change(method, step = '', body = undefined) {
      const changed = await call(method, `${path}${step}`, { body, headers: { 'If-Match': record.item[ETAG] } });
      if (changed) {
        record.set(changed);
      }
      return changed;
    },
  };
  record.load();
  return record;
}

/** @param content draws the item */
export function recordView(record, content) {
  if (record.item) {
    return html`${record.error ? errorView(record.error, record.load) : nothing} ${content(record.item)}`;
  }
  return record.error ? errorView(record.error, record.load) : loadingView();
}

/** What is known of something. @param rows each [label, content]; those without content are left out */
export function factsView(rows) {
  return html`<dl class="facts">
    ${rows
      .filter(([, content]) => content !== null && content !== undefined && content !== '')
      .map(([label, content]) => html`<div><dt>${label}</dt><dd>${content}</dd></div>`)}
  </dl>`;
}
