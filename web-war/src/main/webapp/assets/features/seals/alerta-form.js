/** Raising an alert, and the note one is resolved with. */

import { t } from '../../core/i18n.js';
import { html } from '../../core/lit.js';
import { call } from '../../core/session.js';
import { customBody, customFieldsView, customValues } from '../../ui/custom-fields.js';
import { formDialog } from '../../ui/form-dialog.js';
import { fieldView } from '../../ui/form.js';
import { options, SEVERITIES, TYPES } from './parts.js';
import { createSealField } from './seal-field.js';

const AT_ONCE = 4;

/** The answer is the new alert, undefined if none was raised. */
export function addAlerta(app, custom) {
  let draw = () => {};
  const seal = createSealField({ update: () => draw(), status: '' });
  return formDialog({
    title: () => t('alertas.create.title'),
    button: () => t('alertas.create.submit'),
    failed: app.failed,
    values: { precintoId: '', type: 'tamper', severity: 'critical', message: '', ...customValues(custom) },
    fields: (form, update) => {
      draw = update;
      return html`${seal.view(form, { label: t('precintos.one') })} ${alertaFields(form, custom)}`;
    },
    submit: async (values, form) =>
      call('POST', 'alertas', {
        body: { ...alertaBody(values), precintoId: await seal.idOf(values.precintoId), customFields: customBody(custom, values) },
        headers: { 'Idempotency-Key': form.idempotencyKey() },
      }),
  });
}

export function alertaFields(form, custom) {
  return html`<div class="pair">
      ${fieldView(form, 'type', { label: t('alertas.type'), type: 'select', required: true, options: options('alertas.type', TYPES) })}
      ${fieldView(form, 'severity', {
        label: t('alertas.severity'),
        type: 'select',
        required: true,
        options: options('alertas.severity', SEVERITIES),
      })}
    </div>
    ${fieldView(form, 'message', { label: t('alertas.message'), type: 'textarea', required: true, rows: 3, maxlength: 1000 })}
    ${customFieldsView(custom, form)}`;
}

export function alertaBody({ type, severity, message }) {
  return { type, severity, message: message.trim() };
}

/** @param count of the alerts @param action what is done within the dialog. The answer is {note}, undefined for none */
export function askForNote(app, { count, action = () => {} }) {
  return formDialog({
    title: () => t('alertas.bulk.resolve.title', { count }),
    button: () => t('alertas.resolve'),
    failed: app.failed,
    values: { note: '' },
    fields: (form) =>
      fieldView(form, 'note', { label: t('alertas.note'), hint: t('alertas.noteHint'), type: 'textarea', rows: 4, maxlength: 1000 }),
    submit: async ({ note }) => {
      await action(note.trim());
      return { note: note.trim() };
    },
  });
}

/** Each by itself, as the call for many takes no note. The answer is as that one's. */
export async function resolveWithNote(ids, note) {
  const results = [];
  for (let i = 0; i < ids.length; i += AT_ONCE) {
    results.push(...(await Promise.all(ids.slice(i, i + AT_ONCE).map((id) => resolveOne(id, note)))));
  }
  return results;
}

async function resolveOne(id, note) {
  try {
    await call('POST', `alertas/${id}/resolve`, { body: { note } });
    return { id, result: 'done' };
  } catch (error) {
    if (!error.status) {
      throw error;
    }
    return { id, result: 'failed', problem: error.body };
  }
}
