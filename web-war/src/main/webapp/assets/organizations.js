/** The choice among many organizations. */

import { t } from './core/i18n.js';
import { html, nothing } from './core/lit.js';
import { search } from './features/switcher/organizations.js';
import { roleText } from './shell.js';
import { isClosedStatus } from './standing.js';
import { openDialog } from './ui/dialogs.js';

/** Asks which one, and switches to it. */
export async function chooseOrganization(app) {
  let wanted = '';
  const chosen = await openDialog(
    () => t('organization.switchTitle'),
    (close, update) => {
      const found = search(app.me.tenants, wanted);
      const typed = (event) => {
        wanted = event.target.value;
        update();
      };
      return html`<p class="hint">${t('organization.hint')}</p>
        <div class="field">
          <label for="organization-search">${t('organization.search')}</label>
          <input id="organization-search" type="search" autocomplete="off" autofocus .value=${wanted} @input=${typed} />
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

function choiceView(app, tenant, close) {
  const { id, name, role } = tenant;
  const here = id === app.me.tenant?.id;
  const closed = isClosedStatus(tenant);
  return html`<button type="button" class="choice" aria-current=${here ? 'true' : 'false'} ?disabled=${here || closed} @click=${() => close(id)}>
    <span>${name}</span> <span class="hint">${here ? t('organization.current') : closed ? t('organization.closed') : roleText(role)}</span>
  </button>`;
}
