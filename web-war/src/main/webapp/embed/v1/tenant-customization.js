/** <tenant-customization>: the look of an organization, edited beside its preview, in any page. */

import { t } from '../../assets/core/i18n.js';
import { html } from '../../assets/core/lit.js';
import { createCustomization, customizationView } from '../../assets/features/look/customization.js';
import { Embedded } from '../../assets/ui/embedded.js';

class TenantCustomization extends Embedded {
  static texts = 'look';
  static styles = ['features/look/look.css'];

  #customization;
  #told = false;

  /** Whether there are changes that are not saved. */
  get dirty() {
    return this.#customization?.dirty ?? false;
  }

  /** Reads everything again; what was typed is dropped. */
  async refresh() {
    await this.#customization?.load();
  }

  begin() {
    addEventListener('beforeunload', this.#guard);
    this.#told = false;
    this.#customization = createCustomization({
      call: this.call,
      update: () => this.#changed(),
      failed: () => false,
      mayChange: () => true,
      saved: (branding) => this.tell('saas-saved', { branding }),
    });
    this.#load();
  }

  end() {
    removeEventListener('beforeunload', this.#guard);
    this.#customization = null;
  }

  view() {
    return html`<section class="embedded" part="base" lang=${this.language} aria-label=${t('look.branding.title')}>
      ${customizationView(this.#customization)}
    </section>`;
  }

  async #load() {
    const customization = this.#customization;
    await customization.load();
    if (customization === this.#customization && customization.branding) {
      this.tell('saas-loaded', { branding: customization.branding });
    }
  }

  #changed() {
    this.update();
    if (this.dirty !== this.#told) {
      this.#told = this.dirty;
      this.tell('saas-dirty', { dirty: this.dirty });
    }
  }

  #guard = (event) => {
    if (this.dirty) {
      event.preventDefault();
    }
  };
}

if (!customElements.get('tenant-customization')) {
  customElements.define('tenant-customization', TenantCustomization);
}
