/** The look of an organization with its preview: a page of the application, and an element for other pages. */

import { ETAG, Problem } from '../../core/api.js';
import { currentLanguage, t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { createForm, fieldView, formMessage, submitView } from '../../ui/form.js';
import { say } from '../../ui/notices.js';
import { errorView, loadingView } from '../../ui/states.js';
import { COLOR_NAMES, contrastOf, isTooLow, parseColor, roundedDown } from './colors.js';
import { colorFieldView } from './color-field.js';
import { createPictures, picturesView } from './pictures.js';
import { createPreview, previewView } from './preview.js';

const THEMES = ['auto', 'light', 'dark'];

/**
 * @param call as that of the session
 * @param update draws the page again
 * @param failed is told of what ends the page; the answer says whether it did
 * @param mayChange whether there is a way to save
 * @param saved is told of what was saved
 */
export function createCustomization({ call, update, failed, mayChange, saved = () => {} }) {
  return new Customization(call, update, failed, mayChange, saved);
}

class Customization {
  branding = null;
  error = null;
  form = null;
  /** Somebody else has changed it meanwhile. */
  stale = false;

  #call;
  #failed;
  #saved;

  constructor(call, update, failed, mayChange, saved) {
    this.#call = call;
    this.#failed = failed;
    this.#saved = saved;
    this.update = update;
    this.mayChange = mayChange;
    this.preview = createPreview(update);
    this.pictures = createPictures({ call, update, failed, changed: () => this.#refresh() });
  }

  get dirty() {
    return this.form?.dirty ?? false;
  }

  async load() {
    this.error = null;
    this.update();
    try {
      const [branding] = await Promise.all([this.#call('GET', 'tenant/branding'), this.pictures.load()]);
      this.#show(branding);
    } catch (error) {
      if (!this.#failed(error)) {
        this.error = error;
      }
    }
    this.update();
  }

  #show(branding) {
    this.branding = branding;
    this.stale = false;
    this.form = createForm({
      values: valuesOf(branding),
      update: this.update,
      failed: this.#failed,
      submit: (values) => this.#save(values),
    });
    this.preview.show(() => this.form.values, () => ({ logo: this.pictures.addressOf('logo', this.branding) }));
  }

  /** Pictures count as a version as well; what is being typed stays. */
  async #refresh() {
    const branding = await this.#call('GET', 'tenant/branding');
    const sameTexts = JSON.stringify(valuesOf(branding)) === JSON.stringify(valuesOf(this.branding));
    if (sameTexts || !this.dirty) {
      const typed = this.form.values;
      this.branding = branding;
      if (!sameTexts) {
        this.#show(branding);
      } else {
        this.form.values = typed;
      }
    } else {
      this.stale = true;
    }
    this.update();
  }

  async #save(values) {
    this.stale = false;
    try {
      const branding = await this.#call('PUT', 'tenant/branding', {
        body: {
          displayName: values.displayName.trim(),
          colors: Object.fromEntries(COLOR_NAMES.map((name) => [name, values[`colors/${name}`].trim()])),
          theme: values.theme,
          customCss: values.customCss,
        },
        headers: { 'If-Match': this.branding[ETAG] },
      });
      this.branding = branding;
      this.form.reset(valuesOf(branding));
      say(() => t('look.branding.saved'));
      this.#saved(branding);
    } catch (error) {
      this.stale = error instanceof Problem && [412, 428].includes(error.status);
      throw error;
    }
  }
}

function valuesOf({ displayName, colors, theme, customCss }) {
  return {
    displayName,
    ...Object.fromEntries(COLOR_NAMES.map((name) => [`colors/${name}`, colors[name]])),
    theme,
    customCss,
  };
}

export function customizationView(customization) {
  const { branding, error, form } = customization;
  if (!branding) {
    return error ? errorView(error, () => customization.load()) : loadingView();
  }
  const disabled = !customization.mayChange();
  return html`<div class="beside">
    <div class="stack">
      <form class="panel" method="post" novalidate @submit=${form.submitted} part="form">
        <h2>${t('look.branding.form')}</h2>
        <fieldset class="plain" ?disabled=${disabled}>
          ${fieldView(form, 'displayName', { label: t('look.branding.displayName'), hint: t('look.branding.displayNameHint'), required: true, maxlength: 200 })}
          ${COLOR_NAMES.map((name) => colorView(form, name))}
          ${fieldView(form, 'theme', {
            label: t('look.branding.theme'),
            type: 'select',
            required: true,
            options: THEMES.map((theme) => [theme, t(`look.branding.theme.${theme}`)]),
          })}
          ${fieldView(form, 'customCss', {
            label: t('look.branding.css'),
            hint: t('look.branding.cssHint'),
            type: 'textarea',
            rows: 10,
            maxlength: 50_000,
            spellcheck: 'false',
          })}
        </fieldset>
        ${refusedView(customization)} ${formMessage(form)} ${customization.stale ? staleView(customization) : nothing}
        ${disabled ? nothing : actionsView(form)}
      </form>
      ${picturesView(customization.pictures, branding, disabled)}
    </div>
    ${previewView(customization.preview)}
  </div>`;
}

function actionsView(form) {
  return html`${form.dirty ? html`<p class="hint" role="status">${t('look.branding.dirty')}</p>` : nothing}
    ${submitView(form, t('form.save'))}`;
}

/** What was typed stays until it is reloaded. */
function staleView(customization) {
  return html`<div class="actions">
    <button type="button" @click=${() => customization.load()}>${t('look.stale.reload')}</button>
  </div>`;
}

function colorView(form, name) {
  const color = parseColor(form.values[`colors/${name}`]?.trim());
  const field = colorFieldView(form, `colors/${name}`, { label: t(`look.color.${name}`), hint: t(`look.color.${name}Hint`), color });
  return html`<div class="stack">${field} ${color ? contrastView(name, contrastOf(name, color), form.values.theme) : nothing}</div>`;
}

function contrastView(name, contrast, theme) {
  const ratio = (value) => new Intl.NumberFormat(currentLanguage(), { minimumFractionDigits: 2 }).format(value);
  const tooLow = isTooLow(contrast, theme);
  return html`<div class="contrast" role="status">
    ${tooLow
      ? html`<p class="warning" data-color=${name}>
          ${t('look.contrast.low', { ratio: ratio(roundedDown(contrast.onLight)), required: ratio(contrast.required) })}
        </p>`
      : html`<p class="hint">${t('look.contrast.good', { ratio: ratio(roundedDown(contrast.onLight)) })}</p>`}
    ${contrast.changedOnDark ? html`<p class="hint">${t('look.contrast.dark', { color: contrast.dark })}</p>` : nothing}
  </div>`;
}

/** What of the style sheet that was saved last is not applied. */
function refusedView({ branding }) {
  return branding.refused.length === 0
    ? nothing
    : html`<div class="callout" data-kind="warning">
        <h3>${t('look.refused.title')}</h3>
        <ul>
          ${branding.refused.map(
            ({ line, part, detail }) => html`<li>${t('look.refused.line', { line })}: <code>${part}</code> – ${detail}</li>`,
          )}
        </ul>
      </div>`;
}
