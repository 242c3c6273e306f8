/** How an organization is taxed. */

import { ETAG } from '../../core/api.js';
import { t } from '../../core/i18n.js';
import { html } from '../../core/lit.js';
import { call } from '../../core/session.js';
import { createForm, fieldView, formMessage, submitView } from '../../ui/form.js';
import { say } from '../../ui/notices.js';
import { factsView } from '../../ui/table.js';
import { createLoadedFrom } from './loaded.js';
import { staleGuard } from './stale.js';

export function taxPart({ app, path }) {
  const tax = createLoadedFrom({ app, path: `${path}/tax` });
  const guard = staleGuard(() => tax.reload());
  let form = null;
  tax.reload();
  const begin = ({ taxTreatment, pricesIncludeTax }) =>
    createForm({
      values: { treatment: taxTreatment, pricesIncludeTax },
      update: app.update,
      failed: app.failed,
      submit: guard.watch(async (body) => {
        tax.set(await call('PUT', `${path}/tax`, { body: { ...body }, headers: { 'If-Match': tax.value[ETAG] } }));
        say(() => t('admin.saved'));
      }),
    });
  return {
    dirty: () => form?.dirty ?? false,
    view: () => html`<section class="panel" aria-labelledby="tax">
      <h2 id="tax">${t('admin.tax')}</h2>
      ${tax.view((known) => {
        form ??= begin(known);
        return taxView(form, guard, known);
      })}
    </section>`,
  };
}

function taxView(form, guard, { legalName, country, region, taxId }) {
  return html`
    ${legalName || country || taxId
      ? factsView([
          [t('admin.tax.legalName'), legalName],
          [t('admin.country'), country],
          [t('admin.region'), region],
          [t('admin.tax.id'), taxId],
        ])
      : html`<p class="hint">${t('admin.tax.noProfile')}</p>`}
    <form method="post" novalidate @submit=${form.submitted}>
      ${formMessage(form)} ${guard.view()}
      ${fieldView(form, 'treatment', {
        label: t('admin.tax.treatment'),
        hint: t('admin.tax.treatmentHint'),
        type: 'select',
        required: true,
        options: ['standard', 'reverseCharge', 'exempt'].map((value) => [value, t(`admin.tax.treatment.${value}`)]),
      })}
      ${fieldView(form, 'pricesIncludeTax', { label: t('admin.tax.included'), type: 'checkbox' })}
      ${submitView(form, t('form.save'))}
    </form>
  `;
}
