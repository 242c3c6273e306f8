/** The fields that a tenant has added to its rows: in forms, as filters and as columns of lists. */

import { day, number } from '../core/format.js';
import { t } from '../core/i18n.js';
import { html, nothing } from '../core/lit.js';
import { call } from '../core/session.js';
import { fieldView } from './form.js';
import { choiceView, searchView } from './list.js';
import { inputView } from './list-tools.js';

const MEMBER = 'customFields/';

/**
 * The fields of precintos, transitos or alertas. They are no reason not to show a page: without them it is one without
 * custom fields.
 *
 * @param shown how many of them are columns to begin with
 */
export function createCustomFields({ entity, app, shown = 2 }) {
  const custom = { fields: [], columns: new Set(), ready: Promise.resolve() };
  if (app.can('customFields:read')) {
    custom.ready = load(entity).then(
      (fields) => {
        custom.fields = fields;
        custom.columns = new Set(fields.slice(0, shown).map(({ key }) => key));
        app.update();
      },
      (error) => app.failed(error),
    );
  }
  /** Without the feature values can be read, but not changed. */
  custom.editable = app.has('customFields');
  return custom;
}

async function load(entity) {
  const all = [];
  let cursor = null;
  do {
    const query = new URLSearchParams({ entity, limit: 200, ...(cursor ? { cursor } : {}) });
    const page = await call('GET', `custom-fields?${query}`);
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return all;
}

/** The values of a form to begin with. */
export function customValues(custom, values = {}) {
  return custom.editable
    ? Object.fromEntries(
        custom.fields.map(({ key, type }) => {
          const value = values?.[key];
          return [MEMBER + key, type === 'boolean' ? (value === undefined ? '' : String(value)) : String(value ?? '')];
        }),
      )
    : {};
}

/** The values of a form as the API takes them: without those that were never there, null for what is taken away. */
export function customBody(custom, values, present = {}) {
  const body = {};
  for (const { key, type } of custom.editable ? custom.fields : []) {
    const text = String(values[MEMBER + key] ?? '').trim();
    if (text !== '') {
      body[key] = typed(type, text);
    } else if (present?.[key] !== undefined) {
      body[key] = null;
    }
  }
  return Object.keys(body).length > 0 ? body : undefined;
}

function typed(type, text) {
  if (type === 'boolean') {
    return text === 'true';
  }
  // a number that JavaScript would round is left to the server to refuse
  return type === 'number' && Number.isFinite(Number(text)) ? Number(text) : text;
}

/** The fields within a form. */
export function customFieldsView(custom, form) {
  if (!custom.editable) {
    return nothing;
  }
  return custom.fields.map((field) => {
    const { key, label, type, required } = field;
    const options = { boolean: booleanOptions, select: () => field.options.map((value) => [value, value]) }[type];
    return fieldView(form, MEMBER + key, {
      label,
      required,
      ...(options
        ? { type: 'select', options: [['', t('fields.none')], ...options()] }
        : { type: { number: 'number', date: 'date' }[type] ?? 'text', step: type === 'number' ? 'any' : undefined, maxlength: type === 'text' ? 500 : undefined }),
    });
  });
}

function booleanOptions() {
  return [
    ['true', t('fields.yes')],
    ['false', t('fields.no')],
  ];
}

/** The names of the filters, to tell whether one applies. */
export function customFilterNames(custom) {
  return custom.fields.flatMap(({ key }) => [`cf.${key}`, `cf.${key}.from`, `cf.${key}.to`]);
}

export function customFiltersView(custom, list) {
  return custom.fields.map(({ key, label, type, options }) => {
    const name = `cf.${key}`;
    if (type === 'number' || type === 'date') {
      return html`${inputView(list, `${name}.from`, t('fields.from', { label }), { type })}
      ${inputView(list, `${name}.to`, t('fields.to', { label }), { type })}`;
    }
    return type === 'text'
      ? searchView(list, name, label)
      : choiceView(list, name, label, type === 'boolean' ? booleanOptions() : options.map((value) => [value, value]));
  });
}

/** The columns that are chosen to be shown. */
export function customColumns(custom) {
  return custom.fields
    .filter(({ key }) => custom.columns.has(key))
    .map((field) => ({
      label: () => field.label,
      cell: ({ customFields }) => customText(field, customFields?.[field.key]),
      sort: `cf.${field.key}`,
      number: field.type === 'number',
    }));
}

/** Which of the fields are columns. */
export function customColumnsView(custom, app) {
  if (custom.fields.length === 0) {
    return nothing;
  }
  const toggle = (key, on) => {
    custom.columns[on ? 'add' : 'delete'](key);
    app.update();
  };
  return html`<fieldset class="choices">
    <legend>${t('fields.columns')}</legend>
    ${custom.fields.map(
      ({ key, label }) =>
        html`<label>
          <input type="checkbox" .checked=${custom.columns.has(key)} @change=${(event) => toggle(key, event.target.checked)} />
          ${label}
        </label>`,
    )}
  </fieldset>`;
}

/** What a row has, as [label, text]. */
export function customFacts(custom, values = {}) {
  return custom.fields.map((field) => [field.label, customText(field, values?.[field.key])]);
}

function customText({ type }, value) {
  if (value === undefined || value === null) {
    return '';
  }
  return { number: number, date: day, boolean: (yes) => t(yes ? 'fields.yes' : 'fields.no') }[type]?.(value) ?? String(value);
}
