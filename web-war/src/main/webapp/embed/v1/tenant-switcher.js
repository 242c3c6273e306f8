/** <tenant-switcher>: the organizations of an account, to search and to change to, in any page. */

import { has, inLanguage, t } from '../../assets/core/i18n.js';
import { html, nothing } from '../../assets/core/lit.js';
import { noteRecent, recentFirst, search } from '../../assets/features/switcher/organizations.js';
import { Embedded } from '../../assets/ui/embedded.js';
import { errorView, loadingView } from '../../assets/ui/states.js';

class TenantSwitcher extends Embedded {
  static texts = 'switcher';
  static styles = ['features/switcher/switcher.css'];

  #me = null;
  #error = null;
  #wanted = '';
  #switching = null;
  #turn = 0;

  /** Reads everything again, such as after an organization was added. */
  refresh = async () => {
    const turn = ++this.#turn;
    this.#error = null;
    this.update();
    try {
      const me = await this.call('GET', 'me');
      if (turn === this.#turn) {
        this.#me = me;
      }
    } catch (error) {
      if (turn === this.#turn) {
        this.#error = error;
      }
    }
    this.update();
  };

  begin() {
    this.#me = null;
    this.refresh();
  }

  end() {
    this.#turn++;
  }

  view() {
    return html`<section class="tenant-switcher" part="base" lang=${this.language} aria-label=${t('switcher.label')}>
      ${this.#content()}
    </section>`;
  }

  #content() {
    if (!this.#me) {
      return this.#error ? errorView(this.#error, this.refresh) : loadingView();
    }
    const { tenants, tenant } = this.#me;
    if (tenants.length === 0) {
      return html`<p part="empty">${t('switcher.none')}</p>`;
    }
    const found = search(recentFirst(tenants, this.#me.account.id), this.#wanted);
    return html`
      <p class="hint" part="current">${tenant ? t('switcher.current', { name: tenant.name }) : t('switcher.noCurrent')}</p>
      <div class="field">
        <label for="search">${t('switcher.search')}</label>
        <input id="search" part="search" type="search" autocomplete="off" .value=${this.#wanted} @input=${this.#typed} @keydown=${this.#keyed} />
      </div>
      <p class="visually-hidden" role="status">${t('list.shown', { count: found.length })}</p>
      ${this.#error ? errorView(this.#error, this.refresh) : nothing}
      ${found.length === 0 ? html`<p>${t('list.noneFound')}</p>` : nothing}
      <ul part="list" @keydown=${this.#keyed}>
        ${found.map((each) => html`<li>${this.#optionView(each)}</li>`)}
      </ul>
    `;
  }

  #optionView({ id, name, role, status }) {
    const here = id === this.#me.tenant?.id;
    const closed = ['suspended', 'closing', 'purging'].includes(status);
    const about = here ? t('switcher.here') : closed ? t('switcher.closed') : has(`role.${role}`) ? t(`role.${role}`) : role;
    return html`<button
      type="button"
      part="option"
      aria-current=${here ? 'true' : 'false'}
      aria-busy=${this.#switching === id}
      ?disabled=${here || closed}
      @click=${() => this.#switchTo(id)}
    >
      <span>${name}</span> <span class="hint">${about}</span>
    </button>`;
  }

  #typed = (event) => {
    this.#wanted = event.target.value;
    this.update();
  };

  /** Up and down go through the search field and what was found. */
  #keyed = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) {
      return;
    }
    event.preventDefault();
    const stops = [...this.shadowRoot.querySelectorAll('input, ul button:not(:disabled)')];
    const at = stops.indexOf(this.shadowRoot.activeElement);
    stops[Math.min(Math.max(at + step, 0), stops.length - 1)]?.focus();
  };

  async #switchTo(id) {
    if (this.#switching) {
      return;
    }
    this.#switching = id;
    this.#error = null;
    this.update();
    try {
      const { accessToken, expiresIn, tenant } = await this.call('POST', 'auth/switch', { body: { tenant: id } });
      noteRecent(this.#me.account.id, id);
      this.tell('saas-tenant-switched', { tenant, accessToken, expiresIn });
      if (!this.hasAttribute('no-reload')) {
        // nothing of the organization before may stay in the memory of the page
        location.reload();
      }
    } catch (error) {
      this.#error = error;
    }
    this.#switching = null;
    inLanguage(this.language, this.update);
  }
}

if (!customElements.get('tenant-switcher')) {
  customElements.define('tenant-switcher', TenantSwitcher);
}
