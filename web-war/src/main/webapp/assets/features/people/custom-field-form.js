/** The parts of the forms that a custom field is made and changed with. */

import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { fieldView } from '../../ui/form.js';

export const TYPES = ['text', 'number', 'boolean', 'date', 'select'];

export const typeOptions = (types = TYPES) => types.map((type) => [type, t(`fields.type.${type}`)]);

/** One option in each line. */
export const optionsOf = ({ type, options }) =>
  type === 'select'
    ? options
        .split('\n')
        .map((option) => option.trim())
        .filter(Boolean)
    : undefined;

export function labelView(form) {
  return fieldView(form, 'label', { label: t('fields.label'), hint: t('fields.labelHint'), required: true, maxlength: 100 });
}

export function keyView(form) {
  const suggested = suggestedKey(form.values.label);
  return fieldView(form, 'key', {
    label: t('fields.key'),
    hint: suggested ? t('fields.keySuggested', { key: suggested }) : t('fields.keyHint'),
    maxlength: 40,
  });
}

export function optionsView(form) {
  return form.values.type === 'select'
    ? fieldView(form, 'options', { label: t('fields.options'), hint: t('fields.optionsHint'), type: 'textarea', required: true, rows: 5 })
    : nothing;
}

export function rulesView(form) {
  return html`
    ${fieldView(form, 'required', { label: t('fields.required'), hint: t('fields.requiredHint'), type: 'checkbox' })}
    ${fieldView(form, 'unique', { label: t('fields.unique'), hint: t('fields.uniqueHint'), type: 'checkbox' })}
  `;
}

/** "Número de guía" becomes numeroDeGuia. */
export function suggestedKey(label) {
  const words = label.normalize('NFD').replace(/\p{M}/gu, '').match(/[A-Za-z0-9]+/g) ?? [];
  return words
    .map((word, i) => (i === 0 ? word.toLowerCase() : word[0].toUpperCase() + word.slice(1).toLowerCase()))
    .join('')
    .replace(/^[0-9]+/, '')
    .replace(/^./, (first) => first.toLowerCase())
    .slice(0, 40);
}
