/** Making, changing, converting and deleting a custom field. */

import { Problem } from '../../core/api.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { href } from '../../core/router.js';
import { call } from '../../core/session.js';
import { openDialog } from '../../ui/dialogs.js';
import { fieldView } from '../../ui/form.js';
import { formDialog } from '../../ui/form-dialog.js';
import { say } from '../../ui/notices.js';
import { confirmed, ifMatch } from './common.js';
import { keyView, labelView, optionsOf, optionsView, rulesView, suggestedKey, typeOptions, TYPES } from './custom-field-form.js';

const SHOWN_ROWS = 10;

export async function addField(app, list, entity) {
  const made = await formDialog({
    title: () => t('fields.new'),
    values: { label: '', key: '', type: 'text', options: '', required: false, unique: false },
    fields: (form) => html`
      ${labelView(form)} ${keyView(form)}
      ${fieldView(form, 'type', { label: t('fields.type'), type: 'select', required: true, options: typeOptions() })}
      ${optionsView(form)} ${rulesView(form)}
    `,
    button: () => t('fields.add'),
    submit: (values, form) => {
      const { label, key, type, required, unique } = values;
      const body = { entity, label: label.trim(), key: key.trim() || suggestedKey(label), type, options: optionsOf(values), required, unique };
      return call('POST', 'custom-fields', { body, headers: { 'Idempotency-Key': form.idempotencyKey() } });
    },
    failed: app.failed,
  });
  if (made) {
    await list.reload();
    say(() => t('fields.done', { label: made.label }));
  }
}

export async function editField(app, list, field) {
  const changed = await formDialog({
    title: () => t('fields.edit.title', { label: field.label }),
    values: {
      label: field.label,
      type: field.type,
      options: field.options.join('\n'),
      required: field.required,
      unique: field.unique,
      position: field.position,
    },
    fields: (form) => html`
      ${labelView(form)} ${optionsView(form)} ${rulesView(form)}
      ${fieldView(form, 'position', {
        label: t('fields.position'),
        hint: t('fields.positionHint'),
        type: 'number',
        required: true,
        min: 0,
        max: 10000,
        step: 1,
      })}
    `,
    button: () => t('form.save'),
    submit: (values) => {
      const { label, required, unique, position } = values;
      const body = { label: label.trim(), options: optionsOf(values), required, unique, position: Number(position) };
      return call('PATCH', `custom-fields/${field.id}`, { body, headers: ifMatch(field) });
    },
    failed: app.failed,
  });
  if (app.me) {
    await list.reload();
  }
  if (changed) {
    say(() => t('fields.saved', { label: changed.label }));
  }
}

/** What would become of the values is seen before they are touched. */
export async function convertField(app, list, field) {
  const convert = (values, dryRun) =>
    call('POST', `custom-fields/${field.id}/convert`, {
      body: { type: values.type, options: optionsOf(values), dryRun },
      headers: ifMatch(field),
    });
  let wanted;
  const trial = await formDialog({
    title: () => t('fields.convert.title', { label: field.label }),
    values: { type: TYPES.find((type) => type !== field.type), options: '' },
    fields: (form) => html`
      <p>${t('fields.convert.text', { type: t(`fields.type.${field.type}`) })}</p>
      ${fieldView(form, 'type', {
        label: t('fields.convert.to'),
        type: 'select',
        required: true,
        options: typeOptions(TYPES.filter((type) => type !== field.type)),
      })}
      ${optionsView(form)}
    `,
    button: () => t('fields.convert.check'),
    submit: (values) => {
      wanted = { ...values };
      return convert(values, true);
    },
    failed: app.failed,
  });
  if (!trial) {
    return;
  }
  if (trial.inconvertible > 0) {
    await openDialog(() => t('fields.convert.title', { label: field.label }), (close) => obstaclesView(field, trial, close));
    return;
  }
  const done = await confirmed(app, {
    title: () => t('fields.convert.title', { label: field.label }),
    text: () => t('fields.convert.ready', { count: trial.convertible, type: t(`fields.type.${wanted.type}`) }),
    button: () => t('fields.convert'),
    danger: false,
    action: () => convert(wanted, false),
  });
  if (done) {
    say(() => t('fields.convert.done', { label: field.label }));
  }
  if (app.me) {
    list.reload();
  }
}

function obstaclesView(field, { inconvertible, rows }, close) {
  return html`<p>${t('fields.convert.obstacles', { count: inconvertible })}</p>
    <ul>
      ${rows
        .slice(0, SHOWN_ROWS)
        .map((id) => html`<li><a href=${href(`/${field.entity}/${id}`)} @click=${() => close()}>${id}</a></li>`)}
    </ul>
    ${rows.length > SHOWN_ROWS ? html`<p class="hint">${t('fields.convert.more', { count: rows.length - SHOWN_ROWS })}</p>` : nothing}
    <div class="actions"><button type="button" @click=${() => close()}>${t('dialog.close')}</button></div>`;
}

/** Values are deleted only by who knows that there are some. */
export async function deleteField(app, list, field) {
  let hasValues = false;
  const title = () => t('fields.delete.title', { label: field.label });
  const button = () => t('fields.delete');
  let done = await confirmed(app, {
    title,
    button,
    text: () => t('fields.delete.text'),
    action: async () => {
      try {
        await call('DELETE', `custom-fields/${field.id}`, { headers: ifMatch(field) });
      } catch (error) {
        hasValues = error instanceof Problem && error.status === 409;
        if (!hasValues) {
          throw error;
        }
      }
    },
  });
  if (hasValues) {
    done = await confirmed(app, {
      title,
      button,
      text: () => t('fields.delete.values'),
      typed: field.key,
      action: () => call('DELETE', `custom-fields/${field.id}?values=delete`, { headers: ifMatch(field) }),
    });
  }
  if (done) {
    list.remove(field.id);
    say(() => t('fields.delete.done', { label: field.label }));
  } else if (app.me) {
    list.reload();
  }
}
