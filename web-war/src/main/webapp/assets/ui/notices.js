/** Messages about what was just done, read out by screen readers; errors stay until they are closed. */

import { describe } from '../core/api.js';
import { t } from '../core/i18n.js';
import { html, repeat } from '../core/lit.js';

const STAY_MS = 6_000;

let notices = [];
let next = 1;
let changed = () => {};

/** @param update draws the application again */
export function startNotices(update) {
  changed = update;
}

/** @param text a function, so that it follows the language */
export function say(text) {
  const notice = add(text, 'good');
  setTimeout(() => close(notice), STAY_MS);
}

export function sayProblem(error) {
  add(() => describe(error), 'bad');
}

export function noticesView() {
  return html`<div class="notices" role="status" aria-live="polite">
    ${repeat(
      notices,
      ({ id }) => id,
      (notice) => html`<div class="notice" data-kind=${notice.kind}>
        <p>${notice.text()}</p>
        <button type="button" class="quiet" aria-label=${t('notice.close')} @click=${() => close(notice)}>×</button>
      </div>`,
    )}
  </div>`;
}

function add(text, kind) {
  const notice = { id: next++, text, kind };
  notices = [...notices.filter((other) => other.kind !== 'bad' || kind === 'good'), notice];
  changed();
  return notice;
}

function close(notice) {
  notices = notices.filter((other) => other !== notice);
  changed();
}
