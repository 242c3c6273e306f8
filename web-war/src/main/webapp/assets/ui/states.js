/** What a page shows when it has nothing to show. */

import { describe, Problem } from '../core/api.js';
import { t } from '../core/i18n.js';
import { html, nothing } from '../core/lit.js';
import { href } from '../core/router.js';

export function loadingView() {
  return html`<div class="state" role="status"><span class="spinner" aria-hidden="true"></span>${t('page.loading')}</div>`;
}

/** @param action what there is to do next: a template, or nothing */
export function emptyView(text, action = nothing) {
  return html`<div class="state"><p>${text}</p>${action}</div>`;
}

/** What a call was refused with, and the way out of it. */
export function errorView(error, retry) {
  const slug = error instanceof Problem ? error.slug : '';
  if (slug === 'forbidden') {
    return html`<div class="state" role="alert"><p>${t('state.forbidden')}</p></div>`;
  }
  if (slug === 'not-found') {
    return html`<div class="state" role="alert"><p>${t('state.notFound')}</p></div>`;
  }
  if (slug === 'limit-exceeded' || slug === 'feature-not-in-plan') {
    return html`<div class="state" role="alert">
      <p>${describe(error)}</p>
      <a class="button primary" href=${href('/plan')}>${t('state.seePlans')}</a>
    </div>`;
  }
  return html`<div class="state" role="alert">
    <p>${describe(error)}</p>
    <button type="button" @click=${retry}>${t('page.retry')}</button>
  </div>`;
}
