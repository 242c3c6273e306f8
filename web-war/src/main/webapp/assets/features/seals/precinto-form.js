/** Adding a seal. */

import { t } from '../../core/i18n.js';
import { html } from '../../core/lit.js';
import { call } from '../../core/session.js';
import { customBody, customFieldsView, customValues } from '../../ui/custom-fields.js';
import { formDialog } from '../../ui/form-dialog.js';
import { fieldView } from '../../ui/form.js';

/** The answer is the new seal, undefined if none was made. */
export function addPrecinto(app, custom) {
  return formDialog({
    title: () => t('precintos.create.title'),
    button: () => t('precintos.create.submit'),
    failed: app.failed,
    values: { code: '', batteryPct: '', ...customValues(custom) },
    fields: (form) => precintoFields(form, custom),
    submit: (values, form) =>
      call('POST', 'precintos', {
        body: { ...precintoBody(values), customFields: customBody(custom, values) },
        headers: { 'Idempotency-Key': form.idempotencyKey() },
      }),
  });
}

export function precintoFields(form, custom) {
  return html`${fieldView(form, 'code', { label: t('precintos.code'), hint: t('precintos.create.codeHint'), required: true, maxlength: 60 })}
  ${fieldView(form, 'batteryPct', {
    label: t('precintos.create.battery'),
    hint: t('precintos.create.batteryHint'),
    type: 'number',
    min: 0,
    max: 100,
    step: 1,
  })}
  ${customFieldsView(custom, form)}`;
}

export function precintoBody({ code, batteryPct }) {
  return { code: code.trim(), batteryPct: batteryPct === '' ? undefined : Number(batteryPct) };
}
