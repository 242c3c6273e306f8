/** The steps of an organization's life: suspended, opened again, closed, purged. */

import { ETAG } from '../../core/api.js';
import { dateTime } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { go } from '../../core/router.js';
import { call } from '../../core/session.js';
import { confirmAction } from '../../ui/dialogs.js';
import { fieldView } from '../../ui/form.js';
import { formDialog } from '../../ui/form-dialog.js';
import { say } from '../../ui/notices.js';
import { showProof } from './purges.js';

/** The steps that the status allows. */
const STEPS = {
  trial: ['suspend', 'close'],
  active: ['suspend', 'close'],
  pastDue: ['suspend', 'close'],
  suspended: ['resume', 'close'],
  closing: ['resume', 'purge'],
  purging: ['purge'],
};

const ACTIONS = { suspend, resume, close, purge };

export function statusActionsView(context, known) {
  const steps = (STEPS[known.status] ?? []).filter((step) => step !== 'purge' || isPurgeable(known));
  return steps.map(
    (step) => html`<button
      type="button"
      class=${step === 'resume' ? nothing : 'danger'}
      @click=${() => ACTIONS[step](context)}
    >
      ${t(`admin.step.${step}`)}
    </button>`,
  );
}

/** Before the grace is over the server refuses, so the button is not there. */
function isPurgeable({ status, purgeAfter }) {
  return status === 'purging' || (purgeAfter && Date.parse(purgeAfter) <= Date.now());
}

async function step(context, name, body) {
  const { tenant, path } = context;
  tenant.set(await call('POST', `${path}/${name}`, { body, headers: { 'If-Match': tenant.value[ETAG] } }));
  say(() => t(`admin.step.${name}.done`, { name: tenant.value.name }));
}

function reasonView(form) {
  return fieldView(form, 'reason', {
    label: t('admin.reason'),
    hint: t('admin.step.reasonHint'),
    type: 'textarea',
    rows: 2,
    required: true,
    maxlength: 500,
  });
}

function suspend(context) {
  return formDialog({
    title: () => t('admin.step.suspend.title', { name: context.tenant.value.name }),
    button: () => t('admin.step.suspend'),
    danger: true,
    failed: context.app.failed,
    values: { reason: '' },
    fields: (form) => html`<p>${t('admin.step.suspend.text')}</p>${reasonView(form)}`,
    submit: ({ reason }) => step(context, 'suspend', { reason: reason.trim() }),
  });
}

function resume(context) {
  return confirmAction({
    title: () => t('admin.step.resume.title', { name: context.tenant.value.name }),
    text: () => t('admin.step.resume.text'),
    button: () => t('admin.step.resume'),
    danger: false,
    action: () => step(context, 'resume'),
  });
}

function close(context) {
  const { slug, name } = context.tenant.value;
  return formDialog({
    title: () => t('admin.step.close.title', { name }),
    button: () => t('admin.step.close'),
    danger: true,
    failed: context.app.failed,
    values: { reason: '', confirm: '' },
    ready: ({ confirm }) => confirm.trim() === slug,
    fields: (form) => html`
      <p>${t('admin.step.close.text')}</p>
      ${reasonView(form)} ${fieldView(form, 'confirm', { label: t('confirm.type', { text: slug }), required: true })}
    `,
    submit: ({ reason, confirm }) => step(context, 'close', { reason: reason.trim(), confirm: confirm.trim() }),
  });
}

async function purge({ tenant, path }) {
  const { slug, name, purgeAfter } = tenant.value;
  let proof;
  const done = await confirmAction({
    title: () => t('admin.step.purge.title', { name }),
    text: () => t('admin.step.purge.text', { date: purgeAfter ? dateTime(purgeAfter) : '–' }),
    button: () => t('admin.step.purge'),
    typed: slug,
    action: async () => {
      proof = await call('POST', `${path}/purge`, { body: { confirm: slug } });
    },
  });
  if (done) {
    go('/admin/purges');
    await showProof(proof);
  }
}
