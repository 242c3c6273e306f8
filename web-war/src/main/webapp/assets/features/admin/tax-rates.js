/** The taxes of countries and regions. A rate is never changed: it ends, and another one begins. */

import { day, number } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html } from '../../core/lit.js';
import { call } from '../../core/session.js';
import { fieldView } from '../../ui/form.js';
import { formDialog } from '../../ui/form-dialog.js';
import { createList, listView, searchView } from '../../ui/list.js';
import { say } from '../../ui/notices.js';
import { emptyView } from '../../ui/states.js';
import { today } from './words.js';

export default {
  texts: 'admin',
  title: () => t('nav.adminTaxRates'),
  open: ({ app, query }) => {
    const list = createList({ path: 'admin/tax-rates', query, update: app.update, failed: app.failed });
    list.reload();
    const add = async () => {
      const made = await create(app);
      if (made) {
        list.put(made);
        say(() => t('admin.taxRates.created', { name: made.name }));
      }
    };
    const addButton = () => html`<button type="button" class="primary" @click=${add}>${t('admin.taxRates.new')}</button>`;
    return {
      view: () => html`
        <div class="toolbar">${searchView(list, 'country', t('admin.taxRates.country'))} ${addButton()}</div>
        ${listView(list, { caption: t('nav.adminTaxRates'), empty: emptyView(t('admin.taxRates.empty')), columns: columns(app, list) })}
      `,
    };
  },
};

function columns(app, list) {
  return [
    { label: () => t('admin.name'), cell: ({ name }) => name },
    { label: () => t('admin.country'), cell: ({ country }) => country },
    { label: () => t('admin.region'), cell: ({ region }) => region || t('admin.taxRates.wholeCountry') },
    { label: () => t('admin.taxRates.rate'), number: true, cell: ({ percent }) => t('admin.percent', { percent: number(percent) }) },
    { label: () => t('admin.validFrom'), cell: ({ validFrom }) => day(validFrom) },
    { label: () => t('admin.validTo'), cell: ({ validTo }) => (validTo ? day(validTo) : t('admin.open')) },
    {
      label: () => t('admin.actions'),
      cell: (rate) =>
        rate.validTo && rate.validTo <= today()
          ? t('admin.over')
          : html`<button type="button" aria-label=${t('admin.endOf', { name: rate.name })} @click=${() => end(app, list, rate)}>
              ${t('admin.end')}
            </button>`,
    },
  ];
}

function create(app) {
  return formDialog({
    title: () => t('admin.taxRates.new'),
    button: () => t('admin.taxRates.new'),
    failed: app.failed,
    values: { country: '', region: '', name: '', percent: '', validFrom: today(), validTo: '' },
    fields: (form) => html`
      ${fieldView(form, 'country', { label: t('admin.country'), hint: t('admin.taxRates.countryHint'), required: true, maxlength: 2 })}
      ${fieldView(form, 'region', { label: t('admin.region'), hint: t('admin.taxRates.regionHint'), maxlength: 100 })}
      ${fieldView(form, 'name', { label: t('admin.name'), hint: t('admin.taxRates.nameHint'), required: true, maxlength: 60 })}
      ${fieldView(form, 'percent', { label: t('admin.reduction.percent'), inputmode: 'decimal', required: true })}
      ${fieldView(form, 'validFrom', { label: t('admin.validFrom'), type: 'date', required: true })}
      ${fieldView(form, 'validTo', { label: t('admin.validTo'), hint: t('admin.validToHint'), type: 'date' })}
    `,
    submit: ({ country, region, name, percent, validFrom, validTo }, form) =>
      call('POST', 'admin/tax-rates', {
        body: {
          country: country.trim().toUpperCase(),
          region: region.trim() || undefined,
          name: name.trim(),
          percent: percent.trim(),
          validFrom,
          validTo: validTo || undefined,
        },
        headers: { 'Idempotency-Key': form.idempotencyKey() },
      }),
  });
}

async function end(app, list, { id, name }) {
  const ended = await formDialog({
    title: () => t('admin.endOf', { name }),
    button: () => t('admin.end'),
    danger: true,
    failed: app.failed,
    values: { validTo: today() },
    fields: (form) => html`
      <p>${t('admin.taxRates.endText')}</p>
      ${fieldView(form, 'validTo', { label: t('admin.validTo'), hint: t('admin.validToHint'), type: 'date', required: true })}
    `,
    submit: ({ validTo }) => call('POST', `admin/tax-rates/${id}/end`, { body: { validTo } }),
  });
  if (ended) {
    list.put(ended);
    say(() => t('admin.taxRates.ended', { name }));
  }
}
