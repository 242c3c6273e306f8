/** The choice among many organizations. */

import { t } from './core/i18n.js';
import { html, nothing } from './core/lit.js';
import { roleText } from './shell.js';
import { openDialog } from './ui/dialogs.js';

/** Asks which one, and switches to it. */
export async function chooseOrganization(app) {
  let wanted = '';
  const chosen = await openDialog(
    () => t('organization.switchTitle'),
    (close, update) => {
      const found = app.me.tenants.filter(({ name, slug }) => matches(`${name} ${slug}`, wanted));
      const search = (event) => {
        wanted = event.target.value;
        update();
      };
      return html`<p class="hint">${t('organization.hint')}</p>
        <div class="field">
          <label for="organization-search">${t('organization.search')}</label>
          <input id="organization-search" type="search" autocomplete="off" autofocus .value=${wanted} @input=${search} />
        </div>
        <p class="visually-hidden" role="status">${t('list.shown', { count: found.length })}</p>
        ${found.length === 0 ? html`<p>${t('list.noneFound')}</p>` : nothing}
        <ul class="links organizations">
          ${found.map((tenant) => html`<li>${choiceView(app, tenant, close)}</li>`)}
        </ul>`;
    },
  );
  if (chosen) {
    app.switchTo(chosen);
  }
}

function choiceView(app, { id, name, role }, close) {
  const here = id === app.me.tenant?.id;
  return html`<button type="button" class="choice" aria-current=${here ? 'true' : 'false'} ?disabled=${here} @click=${() => close(id)}>
    <span>${name}</span> <span class="hint">${here ? t('organization.current') : roleText(role)}</span>
  </button>`;
}

function matches(text, wanted) {
  const plain = (value) => value.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain(text).includes(plain(wanted.trim()));
}
