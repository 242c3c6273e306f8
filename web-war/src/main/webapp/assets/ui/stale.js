/** What was edited has been changed by somebody else meanwhile. What was typed stays until one asks for the present state. */

import { Problem } from '../core/api.js';
import { t } from '../core/i18n.js';
import { html } from '../core/lit.js';

export function isStale(error) {
  return error instanceof Problem && error.status === 412;
}

/** @param reload reads what is there now, and gives up what was typed */
export function staleView(reload) {
  return html`<div class="form-error stale">
    <p>${t('stale.text')}</p>
    <button type="button" @click=${reload}>${t('stale.reload')}</button>
  </div>`;
}
