/** Of each feature and limit, whether the plan or an override decides; setting and removing overrides. */

import { number } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { call } from '../../core/session.js';
import { confirmAction } from '../../ui/dialogs.js';
import { fieldView } from '../../ui/form.js';
import { formDialog } from '../../ui/form-dialog.js';
import { say } from '../../ui/notices.js';
import { tableView } from '../../ui/table.js';
import { instantOf, limitText, named, RESOURCES, timeView, yesNo } from './words.js';

/** @param known what GET …/plan has said */
export function entitlementsView(context, known) {
  const unnamed = RESOURCES.filter((resource) => !known.limits.some((limit) => limit.resource === resource));
  const limits = [...known.limits, ...unnamed.map((resource) => ({ resource, source: 'plan', unlimited: true }))];
  return html`
    ${tableView({
      caption: t('admin.features'),
      showCaption: true,
      items: known.features,
      columns: [
        { label: () => t('admin.feature'), cell: ({ feature }) => named('feature', feature) },
        { label: () => t('admin.override.enabled'), cell: ({ enabled }) => yesNo(enabled) },
        ...sourceColumns(context, 'features', 'feature', editFeature),
      ],
    })}
    ${tableView({
      caption: t('admin.limits'),
      showCaption: true,
      items: limits,
      columns: [
        { label: () => t('admin.resource'), cell: ({ resource }) => named('resource', resource) },
        {
          label: () => t('admin.included'),
          number: true,
          cell: ({ unlimited, included }) => (unlimited ? t('admin.unlimited') : number(included)),
        },
        { label: () => t('admin.hardLimit'), number: true, cell: ({ hardLimit }) => limitText(hardLimit) },
        ...sourceColumns(context, 'limits', 'resource', editLimit),
      ],
    })}
  `;
}

function sourceColumns(context, folder, member, edit) {
  const path = (item) => `${context.path}/overrides/${folder}/${encodeURIComponent(item[member])}`;
  const name = (item) => named(member, item[member]);
  return [
    { label: () => t('admin.override.source'), cell: sourceView },
    {
      label: () => t('admin.actions'),
      cell: (item) => html`<div class="row-actions">
        <button
          type="button"
          aria-label=${t('admin.override.of', { name: name(item) })}
          @click=${() => edit(context, item, path(item), name(item))}
        >
          ${t('admin.override.edit')}
        </button>
        ${item.source === 'override'
          ? html`<button
              type="button"
              aria-label=${t('admin.override.removeOf', { name: name(item) })}
              @click=${() => remove(context, path(item), name(item))}
            >
              ${t('admin.remove')}
            </button>`
          : nothing}
      </div>`,
    },
  ];
}

function sourceView({ source, reason, expiresAt }) {
  if (source !== 'override') {
    return t('admin.override.byPlan');
  }
  return html`<span>
    ${t('admin.override.byOverride', { reason })}
    ${expiresAt ? html`<br />${t('admin.override.until')} ${timeView(expiresAt)}` : nothing}
  </span>`;
}

function commonFields(form) {
  return html`
    ${fieldView(form, 'reason', { label: t('admin.reason'), type: 'textarea', rows: 2, required: true, maxlength: 500 })}
    ${fieldView(form, 'expiresAt', {
      label: t('admin.override.expires'),
      hint: t('admin.override.expiresHint'),
      type: 'datetime-local',
    })}
  `;
}

async function editFeature(context, { enabled, reason }, path, name) {
  await edit(context, path, name, {
    values: { enabled: String(!enabled), reason: reason ?? '', expiresAt: '' },
    fields: (form) => html`
      ${fieldView(form, 'enabled', {
        label: t('admin.override.enabled'),
        type: 'select',
        required: true,
        options: [true, false].map((value) => [String(value), yesNo(value)]),
      })}
      ${commonFields(form)}
    `,
    body: (values) => ({ enabled: values.enabled === 'true' }),
  });
}

async function editLimit(context, { included, hardLimit, reason }, path, name) {
  await edit(context, path, name, {
    values: { included: String(included ?? ''), hardLimit: String(hardLimit ?? ''), reason: reason ?? '', expiresAt: '' },
    fields: (form) => html`
      ${fieldView(form, 'included', { label: t('admin.included'), type: 'number', min: 0, step: 1, required: true })}
      ${fieldView(form, 'hardLimit', { label: t('admin.hardLimit'), hint: t('admin.hardLimitHint'), type: 'number', min: 0, step: 1 })}
      ${commonFields(form)}
    `,
    body: (values) => ({
      included: Number(values.included),
      hardLimit: values.hardLimit === '' ? null : Number(values.hardLimit),
    }),
  });
}

async function edit({ app, plan }, path, name, { values, fields, body }) {
  const done = await formDialog({
    title: () => t('admin.override.of', { name }),
    button: () => t('form.save'),
    failed: app.failed,
    values,
    fields,
    submit: (given) =>
      call('PUT', path, {
        body: { ...body(given), reason: given.reason.trim(), expiresAt: instantOf(given.expiresAt) },
      }),
  });
  if (done) {
    say(() => t('admin.override.done', { name }));
    await plan.reload();
  }
}

async function remove({ plan }, path, name) {
  const done = await confirmAction({
    title: () => t('admin.override.removeOf', { name }),
    text: () => t('admin.override.removeText'),
    button: () => t('admin.remove'),
    action: () => call('DELETE', path),
  });
  if (done) {
    say(() => t('admin.override.removed', { name }));
    await plan.reload();
  }
}
