/** Text that is needed elsewhere, with a button that copies it. */

import { t } from '../core/i18n.js';
import { html } from '../core/lit.js';
import { say } from './notices.js';

/** @param name what it is, for the button and the message */
export function copyView(text, name) {
  return html`<div class="copyable">
    <code translate="no">${text}</code>
    <button type="button" aria-label=${t('copy.label', { name })} @click=${(event) => copy(event.currentTarget.previousElementSibling, text, name)}>
      ${t('copy.button')}
    </button>
  </div>`;
}

async function copy(element, text, name) {
  try {
    await navigator.clipboard.writeText(text);
    say(() => t('copy.done', { name }));
  } catch {
    select(element);
    say(() => t('copy.byHand'));
  }
}

/** Without the right to the clipboard, or outside of secure contexts, one copies by hand. */
function select(element) {
  getSelection().selectAllChildren(element);
}
