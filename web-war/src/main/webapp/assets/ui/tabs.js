/** The parts of a page that is too long for one screen, each with an address of its own. */

import { html } from '../core/lit.js';

/** @param tabs each {href, label, current} */
export function tabsView(label, tabs) {
  return html`<nav class="tabs" aria-label=${label}>
    <ul>
      ${tabs.map(
        (tab) => html`<li><a href=${tab.href} aria-current=${tab.current ? 'page' : 'false'}>${tab.label}</a></li>`,
      )}
    </ul>
  </nav>`;
}
