/** <usage-overview>: what an organization uses, what that costs and how it was before, in any page. */

import { inLanguage, t } from '../../assets/core/i18n.js';
import { html } from '../../assets/core/lit.js';
import { createOverview, overviewView } from '../../assets/features/money/overview.js';
import { Embedded } from '../../assets/ui/embedded.js';

class UsageOverview extends Embedded {
  static texts = 'money';
  static styles = ['features/money/usage.css'];

  #overview;

  /** Reads everything again. */
  async refresh() {
    await this.#overview?.reload();
  }

  begin() {
    this.#overview = createOverview({
      call: this.call,
      update: this.update,
      failed: () => false,
      today: () => new Date().toISOString().slice(0, 10),
      within: (draw) => inLanguage(this.language, draw),
    });
    this.#load();
  }

  end() {
    this.#overview?.close();
    this.#overview = null;
  }

  view() {
    return html`<section class="usage-overview embedded" part="base" lang=${this.language} aria-label=${t('money.usage.label')}>
      ${overviewView(this.#overview)}
    </section>`;
  }

  async #load() {
    const overview = this.#overview;
    await overview.reload();
    if (overview === this.#overview && overview.usage.value) {
      this.tell('saas-loaded', { usage: overview.usage.value });
    }
  }
}

if (!customElements.get('usage-overview')) {
  customElements.define('usage-overview', UsageOverview);
}
