/** Planning a transit. */

import { instantOf, localTime } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { call } from '../../core/session.js';
import { createCustomFields, customBody, customFieldsView, customValues } from '../../ui/custom-fields.js';
import { formDialog } from '../../ui/form-dialog.js';
import { fieldView } from '../../ui/form.js';
import { createSealField } from './seal-field.js';

/** @param code of the seal, where it is known already. The answer is the new transit, undefined if none was made */
export async function addTransito(app, code = '') {
  const custom = createCustomFields({ entity: 'transitos', app });
  await custom.ready;
  let draw = () => {};
  const seal = createSealField({ update: () => draw() });
  return formDialog({
    title: () => t('transitos.create.title'),
    button: () => t('transitos.create.submit'),
    failed: app.failed,
    values: { code: '', precintoId: code, origin: '', destination: '', vehiclePlate: '', expectedAt: '', ...customValues(custom) },
    fields: (form, update) => {
      draw = update;
      return transitoFields(form, custom, seal);
    },
    submit: async (values, form) =>
      call('POST', 'transitos', {
        body: { ...transitoBody(values), precintoId: await seal.idOf(values.precintoId), customFields: customBody(custom, values) },
        headers: { 'Idempotency-Key': form.idempotencyKey() },
      }),
  });
}

/** @param seal the field for it; without one it cannot be changed any more */
export function transitoFields(form, custom, seal) {
  return html`${fieldView(form, 'code', { label: t('transitos.code'), hint: t('precintos.create.codeHint'), required: true, maxlength: 60 })}
    ${seal ? seal.view(form, { label: t('precintos.one'), hint: t('transitos.sealHint') }) : nothing}
    <div class="pair">
      ${fieldView(form, 'origin', { label: t('transitos.origin'), required: true, maxlength: 200 })}
      ${fieldView(form, 'destination', { label: t('transitos.destination'), required: true, maxlength: 200 })}
    </div>
    <div class="pair">
      ${fieldView(form, 'vehiclePlate', { label: t('transitos.vehiclePlate'), required: true, maxlength: 20 })}
      ${fieldView(form, 'expectedAt', { label: t('transitos.expectedAt'), type: 'datetime-local' })}
    </div>
    ${customFieldsView(custom, form)}`;
}

export function transitoValues({ code, origin, destination, vehiclePlate, expectedAt }) {
  return { code, origin, destination, vehiclePlate, expectedAt: localTime(expectedAt) };
}

/** @param known the transit as it is, whose moment is not to lose its seconds */
export function transitoBody({ code, origin, destination, vehiclePlate, expectedAt }, known) {
  const texts = { code: code.trim(), origin: origin.trim(), destination: destination.trim(), vehiclePlate: vehiclePlate.trim() };
  if (known) {
    return expectedAt === localTime(known.expectedAt) ? texts : { ...texts, expectedAt: instantOf(expectedAt) ?? null };
  }
  return { ...texts, expectedAt: instantOf(expectedAt) };
}
