/** The form of a version of a plan: price, features, limits, and what is charged beyond them. */

import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { fieldView } from '../../ui/form.js';
import { countOf, withLimit, withoutRow, withTier } from './plan-values.js';
import { FEATURES, HELD, named, RESOURCES } from './words.js';

const MODELS = ['perUnit', 'package', 'graduated', 'volume'];

/** @param update draws the page again */
export function planFields(form, update) {
  const replace = (values) => {
    form.values = values;
    form.errors = {};
    update();
  };
  return html`
    <div class="columns">
      ${fieldView(form, 'name', { label: t('admin.name'), required: true, maxlength: 100 })}
      ${fieldView(form, 'trialDays', { label: t('admin.trialDays'), type: 'number', min: 0, max: 365, step: 1, required: true })}
      ${fieldView(form, 'price/amount', { label: t('admin.plan.base'), hint: t('admin.amountHint'), inputmode: 'decimal', required: true })}
      ${fieldView(form, 'price/currency', { label: t('admin.currency'), hint: t('admin.currencyHint'), required: true, maxlength: 3 })}
      ${fieldView(form, 'price/interval', {
        label: t('admin.plan.interval'),
        type: 'select',
        required: true,
        options: ['month', 'year'].map((value) => [value, t(`admin.interval.${value}`)]),
      })}
      ${fieldView(form, 'minimum', { label: t('admin.plan.minimum'), hint: t('admin.plan.minimumHint'), inputmode: 'decimal' })}
    </div>
    <fieldset>
      <legend>${t('admin.features')}</legend>
      <div class="checks">${featuresOf(form).map((code) => featureView(form, code))}</div>
    </fieldset>
    ${limitsView(form, replace)}
  `;
}

function featuresOf({ values }) {
  const own = Object.keys(values).filter((key) => key.startsWith('feature/')).map((key) => key.slice(8));
  return [...new Set([...FEATURES, ...own])];
}

function featureView(form, code) {
  const name = `feature/${code}`;
  return html`<label class="check-label">
    <input type="checkbox" name=${name} .checked=${Boolean(form.values[name])} @change=${(event) => form.set(name, event.target.checked)} />
    ${named('feature', code)}
  </label>`;
}

function limitsView(form, replace) {
  const rows = Array.from({ length: countOf(form.values, 'limits') }, (_, i) => i);
  const taken = rows.map((i) => form.values[`limits/${i}/resource`]);
  const free = RESOURCES.filter((resource) => !taken.includes(resource));
  return html`
    ${rows.map((i) => limitView(form, i, replace))}
    <p class="hint">${t('admin.plan.limitsHint')}</p>
    ${free.length > 0
      ? html`<div class="field">
          <label for="add-limit">${t('admin.plan.addLimit')}</label>
          <select
            id="add-limit"
            @change=${(event) => {
              const resource = event.target.value;
              event.target.value = '';
              replace(withLimit(form.values, resource));
            }}
          >
            <option value="" selected>${t('admin.plan.chooseResource')}</option>
            ${free.map((resource) => html`<option value=${resource}>${named('resource', resource)}</option>`)}
          </select>
        </div>`
      : nothing}
  `;
}

function limitView(form, i, replace) {
  const at = `limits/${i}`;
  const resource = form.values[`${at}/resource`];
  const name = named('resource', resource);
  return html`<fieldset>
    <legend>${name}</legend>
    <div class="columns">
      ${fieldView(form, `${at}/included`, {
        label: t('admin.included'),
        hint: resource === 'storage' ? t('admin.plan.inBytes') : undefined,
        type: 'number',
        min: 0,
        step: 1,
        required: true,
      })}
      ${fieldView(form, `${at}/hardLimit`, { label: t('admin.hardLimit'), hint: t('admin.hardLimitHint'), type: 'number', min: 0, step: 1 })}
      ${HELD.includes(resource)
        ? fieldView(form, `${at}/measure`, {
            label: t('admin.plan.measure'),
            type: 'select',
            required: true,
            options: ['peak', 'average'].map((value) => [value, t(`admin.measure.${value}`)]),
          })
        : nothing}
      ${fieldView(form, `${at}/overage/model`, {
        label: t('admin.plan.overage'),
        type: 'select',
        required: false,
        options: [['', t('admin.model.none')], ...MODELS.map((value) => [value, t(`admin.model.${value}`)])],
      })}
      ${chargeFields(form, `${at}/overage`)}
    </div>
    ${['graduated', 'volume'].includes(form.values[`${at}/overage/model`]) ? tiersView(form, `${at}/overage/tiers`, replace) : nothing}
    <div class="actions">
      <button type="button" aria-label=${t('admin.plan.removeLimitOf', { name })} @click=${() => replace(withoutRow(form.values, 'limits', i))}>
        ${t('admin.plan.removeLimit')}
      </button>
    </div>
  </fieldset>`;
}

function chargeFields(form, at) {
  const decimal = { inputmode: 'decimal', required: true };
  switch (form.values[`${at}/model`]) {
    case 'perUnit':
      return fieldView(form, `${at}/unitPrice`, { label: t('admin.plan.unitPrice'), ...decimal });
    case 'package':
      return html`${fieldView(form, `${at}/packageSize`, { label: t('admin.plan.packageSize'), ...decimal })}
      ${fieldView(form, `${at}/packagePrice`, { label: t('admin.plan.packagePrice'), ...decimal })}`;
    default:
      return nothing;
  }
}

function tiersView(form, name, replace) {
  const rows = Array.from({ length: countOf(form.values, name) }, (_, j) => j);
  return html`
    ${rows.map(
      (j) => html`<fieldset class="tier">
        <legend>${t('admin.plan.tier', { number: j + 1 })}</legend>
        <div class="columns">
          ${fieldView(form, `${name}/${j}/upTo`, { label: t('admin.plan.upTo'), hint: t('admin.plan.upToHint'), inputmode: 'decimal' })}
          ${fieldView(form, `${name}/${j}/unitPrice`, { label: t('admin.plan.unitPrice'), inputmode: 'decimal', required: true })}
          ${fieldView(form, `${name}/${j}/flatFee`, { label: t('admin.plan.flatFee'), inputmode: 'decimal' })}
        </div>
        <div class="actions">
          <button type="button" aria-label=${t('admin.plan.removeTierOf', { number: j + 1 })} @click=${() => replace(withoutRow(form.values, name, j))}>
            ${t('admin.plan.removeTier')}
          </button>
        </div>
      </fieldset>`,
    )}
    <div class="actions">
      <button type="button" @click=${() => replace(withTier(form.values, name))}>${t('admin.plan.addTier')}</button>
    </div>
  `;
}
