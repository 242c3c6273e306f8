/** A colour as one chooses or types it. */

import { t } from '../../core/i18n.js';
import { html, ifDefined, live, nothing } from '../../core/lit.js';
import { colorText } from './colors.js';

/** @param color what the value is, null while it is none */
export function colorFieldView(form, name, { label, hint, color }) {
  const id = `field-${name.replaceAll('/', '-')}`;
  const error = form.errors[name] ?? (color || !form.values[name] ? null : t('look.color.invalid'));
  const described = [`${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <div class="color-inputs">
      <input
        type="color"
        aria-label=${t('look.color.choose', { label })}
        .value=${live(color ? colorText(color) : '#000000')}
        @input=${(event) => form.set(name, event.target.value)}
      />
      <input
        id=${id}
        name=${name}
        required
        maxlength="7"
        autocomplete="off"
        spellcheck="false"
        aria-describedby=${described}
        aria-invalid=${ifDefined(error ? 'true' : undefined)}
        .value=${live(form.values[name] ?? '')}
        @input=${(event) => form.set(name, event.target.value)}
      />
    </div>
    <p class="hint" id="${id}-hint">${hint}</p>
    ${error ? html`<p class="field-error" id="${id}-error">${error}</p>` : nothing}
  </div>`;
}
