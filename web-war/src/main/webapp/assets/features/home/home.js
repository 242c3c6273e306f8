/** Where one begins. */

import { t } from '../../core/i18n.js';
import { html } from '../../core/lit.js';
import { visibleEntries } from '../../shell.js';

export default {
  texts: 'home',
  title: () => t('home.title'),
  open: ({ app }) => ({
    view: () => html`<ul class="cards">
      ${visibleEntries(app).map(({ path, label }) => html`<li><a class="card" href="#${path}">${t(label)}</a></li>`)}
    </ul>`,
  }),
};
