/** The logo and the favicon: chosen, sent at once, removed. */

import { describe } from '../../core/api.js';
import { bytes } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { confirmAction } from '../../ui/dialogs.js';
import { say } from '../../ui/notices.js';

const KINDS = { logo: 512 * 1024, favicon: 128 * 1024 };
const TYPES = 'image/png,image/jpeg,image/gif,image/svg+xml';

export function createPictures({ call, update, failed, changed }) {
  return new Pictures(call, update, failed, changed);
}

class Pictures {
  busy = null;
  errors = {};
  /** What of a drawing was left out, by kind. */
  removed = {};

  /** What was sent from this page, as data addresses: the API's are those of the organization's own host. */
  #sent = {};
  /** The addresses of the pictures that this host has. */
  #here = [];
  #call;
  #failed;
  #changed;

  constructor(call, update, failed, changed) {
    this.#call = call;
    this.#failed = failed;
    this.#changed = changed;
    this.update = update;
  }

  addressOf(kind, branding) {
    const address = branding[kind];
    if (!address) {
      return null;
    }
    if (this.#sent[kind]) {
      return this.#sent[kind];
    }
    return this.#here.includes(address) ? new URL(address.replace(/^\//, '../../../'), import.meta.url).href : null;
  }

  /** A host of the platform has other pictures than the organization's. */
  async load() {
    const { logo, favicon } = await this.#call('GET', 'branding');
    this.#here = [logo, favicon];
  }

  async send(kind, file) {
    if (!file || this.busy) {
      return;
    }
    this.errors[kind] = null;
    this.removed[kind] = [];
    if (file.size > KINDS[kind]) {
      this.errors[kind] = t('look.picture.tooLarge', { size: bytes(KINDS[kind]) });
      this.update();
      return;
    }
    this.busy = kind;
    this.update();
    try {
      const stored = await this.#call('PUT', `tenant/branding/${kind}`, { body: file });
      this.removed[kind] = stored.removed ?? [];
      this.#sent[kind] = await dataAddress(file);
      await this.#changed();
      say(() => t(`look.picture.${kind}Saved`));
    } catch (error) {
      if (!this.#failed(error)) {
        this.errors[kind] = describe(error);
      }
    }
    this.busy = null;
    this.update();
  }

  remove(kind) {
    return confirmAction({
      title: () => t(`look.picture.${kind}Remove`),
      text: () => t('look.picture.removeText'),
      button: () => t('look.remove'),
      action: async () => {
        await this.#call('DELETE', `tenant/branding/${kind}`);
        delete this.#sent[kind];
        this.removed[kind] = [];
        await this.#changed();
      },
    });
  }
}

function dataAddress(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

export function picturesView(pictures, branding, disabled) {
  return html`<section class="panel" part="pictures">
    <h2>${t('look.picture.title')}</h2>
    <p class="hint">${t('look.picture.atOnce')}</p>
    ${Object.keys(KINDS).map((kind) => pictureView(pictures, kind, branding, disabled))}
  </section>`;
}

function pictureView(pictures, kind, branding, disabled) {
  const address = pictures.addressOf(kind, branding);
  const error = pictures.errors[kind];
  return html`<div class="field picture">
    <label for="picture-${kind}">${t(`look.picture.${kind}`)}</label>
    <p class="hint" id="picture-${kind}-hint">${t(`look.picture.${kind}Hint`, { size: bytes(KINDS[kind]) })}</p>
    ${address
      ? html`<img src=${address} alt=${t(`look.picture.${kind}Alt`)} class=${kind} />`
      : html`<p>${t(branding[kind] ? 'look.picture.elsewhere' : 'look.picture.none')}</p>`}
    ${disabled
      ? nothing
      : html`<input
          id="picture-${kind}"
          type="file"
          accept=${TYPES}
          aria-describedby="picture-${kind}-hint"
          aria-busy=${pictures.busy === kind}
          @change=${(event) => {
            pictures.send(kind, event.target.files[0]);
            event.target.value = '';
          }}
        />`}
    <p class="field-error" role="alert">${error ?? ''}</p>
    ${pictures.removed[kind]?.length ? html`<p class="hint">${t('look.picture.leftOut', { parts: pictures.removed[kind].join(', ') })}</p>` : nothing}
    ${branding[kind] && !disabled
      ? html`<div class="actions">
          <button type="button" class="danger" @click=${() => pictures.remove(kind)}>${t(`look.picture.${kind}Remove`)}</button>
        </div>`
      : nothing}
  </div>`;
}
