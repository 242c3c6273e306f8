/** Text that is to be taken elsewhere, such as a key: shown as it is, with a button that copies it. */

import { t } from '../core/i18n.js';
import { html } from '../core/lit.js';

/**
 * @param value what is copied
 * @param label what it is, for the button's name
 * @param shown what is read, if it is laid out for people
 */
export function copyView(value, { label, shown = value }) {
  return html`<div class="copy">
    <code class="copy-text" translate="no">${shown}</code>
    <button type="button" aria-label=${t('copy.label', { name: label })} @click=${(event) => copy(event.currentTarget, value)}>
      ${t('copy.button')}
    </button>
    <span class="hint" role="status"></span>
  </div>`;
}

async function copy(button, value) {
  const status = button.nextElementSibling;
  status.textContent = '';
  try {
    await navigator.clipboard.writeText(value);
    status.textContent = t('copy.done');
  } catch {
    // there is no clipboard outside of secure contexts: the text is selected to be copied by hand
    getSelection().selectAllChildren(button.previousElementSibling);
    status.textContent = t('copy.byHand');
  }
}
