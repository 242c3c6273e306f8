/** Whom the invoices are made out to, where they are sent, and how they are taxed. */

import { ETAG } from '../../core/api.js';
import { number } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { call } from '../../core/session.js';
import { createForm, fieldView, formMessage, submitView } from '../../ui/form.js';
import { createLoaded, loadedView } from '../../ui/loaded.js';
import { say } from '../../ui/notices.js';
import { countries } from './countries.js';

const NAMES = ['legalName', 'street', 'postalCode', 'city', 'region', 'country', 'email', 'taxId'];

export default {
  texts: 'money',
  title: () => t('money.profile.title'),
  open: ({ app }) => {
    const page = { stale: false };
    const profile = createLoaded({ read: () => call('GET', 'billing/profile'), update: app.update, failed: app.failed });
    const tax = createLoaded({ read: () => call('GET', 'billing/tax'), update: app.update, failed: app.failed });
    const form = createForm({
      values: valuesOf({}),
      update: app.update,
      failed: app.failed,
      submit: async (values) => {
        page.stale = false;
        try {
          profile.set(await call('PUT', 'billing/profile', { body: bodyOf(values), headers: { 'If-Match': profile.value[ETAG] } }));
        } catch (error) {
          page.stale = error.status === 412;
          throw error;
        }
        form.reset(valuesOf(profile.value));
        say(() => t('money.profile.saved'));
        tax.reload();
      },
    });
    const read = async () => {
      await profile.reload();
      if (profile.value) {
        page.stale = false;
        form.reset(valuesOf(profile.value));
        app.update();
      }
    };
    read();
    tax.reload();
    const write = app.can('billingProfile:write');
    return {
      view: () => html`
        <section class="panel" aria-labelledby="profile-details">
          <h2 id="profile-details">${t('money.profile.details')}</h2>
          <p class="hint">${t('money.profile.hint')}</p>
          ${loadedView(profile, (value) => (write ? formView(form, page, read) : factsView(value)))}
        </section>
        <section class="panel" aria-labelledby="profile-tax">
          <h2 id="profile-tax">${t('money.tax.title')}</h2>
          ${loadedView(tax, taxView)}
        </section>
      `,
      dirty: () => form.dirty,
    };
  },
};

function valuesOf(profile) {
  return Object.fromEntries(NAMES.map((name) => [name, profile[name] ?? '']));
}

function bodyOf(values) {
  return Object.fromEntries(NAMES.map((name) => [name, values[name].trim() || undefined]));
}

function formView(form, page, read) {
  const field = (name, options = {}) => fieldView(form, name, { label: t(`money.profile.${name}`), ...options });
  return html`<form method="post" novalidate @submit=${form.submitted}>
    ${formMessage(form)}
    ${page.stale
      ? html`<div class="actions start"><button type="button" @click=${read}>${t('money.profile.reload')}</button></div>`
      : nothing}
    <div class="form-grid">
      <div class="wide">${field('legalName', { required: true, maxlength: 200, autocomplete: 'organization' })}</div>
      <div class="wide">${field('street', { maxlength: 300, autocomplete: 'street-address' })}</div>
      ${field('postalCode', { maxlength: 20, autocomplete: 'postal-code' })}
      ${field('city', { maxlength: 100, autocomplete: 'address-level2' })}
      ${field('region', { maxlength: 100, autocomplete: 'address-level1', hint: t('money.profile.regionHint') })}
      ${field('country', { type: 'select', required: true, options: [['', t('money.profile.choose')], ...countries()] })}
      ${field('email', { type: 'email', maxlength: 254, autocomplete: 'email', hint: t('money.profile.emailHint') })}
      ${field('taxId', { maxlength: 40, hint: t('money.profile.taxIdHint') })}
    </div>
    ${submitView(form, t('form.save'))}
  </form>`;
}

function factsView(profile) {
  return html`<dl class="facts">
    ${NAMES.map((name) => html`<div><dt>${t(`money.profile.${name}`)}</dt><dd>${profile[name] || '–'}</dd></div>`)}
  </dl>`;
}

function taxView({ treatment, pricesIncludeTax, rates, note }) {
  return html`
    <p>${t(`money.tax.treatment.${treatment}`)}</p>
    ${rates.length > 0
      ? html`<ul class="plain-list">
          ${rates.map((rate) => html`<li>
            <span>${rate.name}</span>
            <strong>${number(Number(rate.percent) / 100, { style: 'percent', maximumFractionDigits: 4 })}</strong>
          </li>`)}
        </ul>
        <p class="hint">${t(pricesIncludeTax ? 'money.tax.included' : 'money.tax.added')}</p>`
      : treatment === 'standard'
        ? html`<p class="hint">${t('money.tax.none')}</p>`
        : nothing}
    ${note ? html`<p class="hint">${note}</p>` : nothing}
  `;
}
