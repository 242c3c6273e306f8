/**
 * What the elements for other pages have in common: a shadow root with the styles of the application, their own language,
 * a token that the page gives, and events that leave the shadow root.
 */

import { Problem, send } from '../core/api.js';
import { inLanguage, LANGUAGES, loadLanguage, useTexts } from '../core/i18n.js';
import { render } from '../core/lit.js';
import { batched } from '../core/view.js';

const sheets = {};

/** Elements name their texts and styles, begin() with an open page, and answer view() for what they show. */
export class Embedded extends HTMLElement {
  static observedAttributes = ['api-base', 'tenant', 'locale'];
  /** The feature that has the texts. */
  static texts;
  /** Style sheets below assets/, besides the common ones. */
  static styles = [];

  /** Gives an access token for the API: a function that answers a promise. Called before every call. */
  #getToken = null;
  #turn = 0;
  #shown = false;

  constructor() {
    super();
    this.attachShadow({ mode: 'open' });
    const draw = () => this.#shown && inLanguage(this.language, () => render(this.view(), this.shadowRoot));
    this.update = batched(draw);
  }

  get getToken() {
    return this.#getToken;
  }

  set getToken(getToken) {
    this.#getToken = getToken;
    this.#begin();
  }

  connectedCallback() {
    // a page may have set it before the element was known
    if (Object.hasOwn(this, 'getToken')) {
      const given = this.getToken;
      delete this.getToken;
      this.#getToken = given;
    }
    this.#begin();
  }

  disconnectedCallback() {
    this.#turn++;
    this.#shown = false;
    this.end();
  }

  attributeChangedCallback() {
    this.#begin();
  }

  /** Of the attribute, else of what surrounds the element, else of the browser. */
  get language() {
    const wanted = this.getAttribute('locale') ?? this.closest('[lang]')?.lang ?? navigator.language;
    const language = wanted.toLowerCase().split('-')[0];
    return LANGUAGES.includes(language) ? language : 'en';
  }

  /**
   * As that of the session, in the name of whom the token is of. What goes wrong is told to the page.
   *
   * @param expected statuses that are an answer like another
   */
  call = async (method, path, { body, headers = {}, expected = [] } = {}) => {
    try {
      const tenant = this.getAttribute('tenant');
      return await send(method, new URL(`api/${path}`, this.#base()).href, {
        body,
        headers: {
          ...headers,
          'Accept-Language': this.language,
          Authorization: `Bearer ${await this.#token()}`,
          ...(tenant ? { 'X-Tenant-ID': tenant } : {}),
        },
      });
    } catch (error) {
      if (!expected.includes(error.status)) {
        this.tell('saas-error', { status: error.status ?? 0, type: error.slug ?? '', message: error.message, error });
      }
      throw error;
    }
  };

  /** An event for the page. */
  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  /** Ends what began; the element may begin again. */
  end() {}

  #base() {
    const given = this.getAttribute('api-base');
    const base = new URL(given ?? new URL('../..', import.meta.url), document.baseURI).href;
    return base.endsWith('/') ? base : `${base}/`;
  }

  async #token() {
    try {
      return await this.#getToken();
    } catch (cause) {
      throw Object.assign(new Problem(401), { cause });
    }
  }

  /** With everything it needs; several changes at once are one beginning. */
  async #begin() {
    const turn = ++this.#turn;
    await Promise.resolve();
    if (turn !== this.#turn || !this.isConnected || !this.#getToken) {
      return;
    }
    const { texts, styles } = this.constructor;
    const [loaded] = await Promise.all([
      Promise.all(['tokens.css', 'base.css', 'app.css', ...styles].map(sheet)),
      useTexts(texts).then(() => loadLanguage(this.language)),
    ]);
    if (turn !== this.#turn || !this.isConnected) {
      return;
    }
    this.shadowRoot.adoptedStyleSheets = loaded;
    this.end();
    this.begin();
    this.#shown = true;
    this.update();
  }
}

/** Made by a script, so that the page's policy needs to know nothing of it. */
function sheet(name) {
  sheets[name] ??= fetch(new URL(`../${name}`, import.meta.url))
    .then((answer) => (answer.ok ? answer.text() : ''), () => '')
    .then((text) => {
      const made = new CSSStyleSheet();
      made.replaceSync(forShadowRoot(text));
      return made;
    });
  return sheets[name];
}

/** The tokens become those of the element, which the page can set; light or dark is as the page is. */
function forShadowRoot(text) {
  return text.replaceAll(':root', ':host').replace(/^\s*color-scheme:.*$/m, '');
}
