/** One plan: its versions, putting it on offer, and writing one more version; or a plan that is not there yet. */

import { ETAG } from '../../core/api.js';
import { number } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { go, href } from '../../core/router.js';
import { call } from '../../core/session.js';
import { confirmAction } from '../../ui/dialogs.js';
import { createForm, fieldView, formMessage, submitView } from '../../ui/form.js';
import { say } from '../../ui/notices.js';
import { tableView } from '../../ui/table.js';
import { createLoadedFrom } from './loaded.js';
import { planFields } from './plan-editor.js';
import { NEW_PLAN, toBody, toValues } from './plan-values.js';
import { offeredView } from './plans.js';
import { staleGuard } from './stale.js';
import { priceText } from './words.js';

export default {
  texts: 'admin',
  title: () => t('admin.plan.title'),
  open: ({ app, params, query }) => {
    const reservedFor = query.get('reservedFor') ?? undefined;
    return params.code ? openPlan(app, params.code, reservedFor) : openNew(app, reservedFor);
  },
};

function openPlan(app, code, reservedFor) {
  const path = (step = '') => href(`admin/plans/${code}${step}`, { reservedFor }).slice(1);
  const plan = createLoadedFrom({ app, path: path() });
  const guard = staleGuard(() => plan.reload());
  const change = async (method, step, body) =>
    plan.set(await call(method, path(step), { body, headers: { 'If-Match': plan.value[ETAG] } }));
  let form = null;
  const begin = () =>
    createForm({
      values: toValues(plan.value.versions[0]),
      update: app.update,
      failed: app.failed,
      submit: guard.watch(async (values) => {
        await change('PUT', '', toBody(values));
        form.reset(toValues(plan.value.versions[0]));
        say(() => t('admin.plan.saved', { version: plan.value.versions[0].version }));
      }),
    });
  plan.reload();
  return {
    title: () => t('admin.plan.of', { name: plan.value?.versions[0].name ?? code }),
    dirty: () => form?.dirty ?? false,
    view: () => html`
      <p><a href=${href('/admin/plans', { reservedFor })}>${t('admin.plan.back')}</a></p>
      ${plan.view((known) => {
        form ??= begin();
        return html`${versionsView(known, change)}
          <section class="panel" aria-labelledby="editor">
            <h2 id="editor">${t('admin.plan.newVersion')}</h2>
            <p class="hint">${t('admin.plan.newVersionHint')}</p>
            ${formView(app, form, t('admin.plan.save'), guard)}
          </section>`;
      })}
    `,
  };
}

function openNew(app, reservedFor) {
  const form = createForm({
    values: toValues(NEW_PLAN),
    update: app.update,
    failed: app.failed,
    submit: async (values) => {
      const code = values.code.trim();
      await call('POST', 'admin/plans', {
        body: { code, reservedFor, ...toBody(values) },
        headers: { 'Idempotency-Key': form.idempotencyKey() },
      });
      say(() => t('admin.plan.created', { code }));
      form.reset(values);
      go(`/admin/plans/${code}`, { reservedFor });
    },
  });
  return {
    title: () => t('admin.plans.new'),
    dirty: () => form.dirty,
    view: () => html`
      <p><a href=${href('/admin/plans', { reservedFor })}>${t('admin.plan.back')}</a></p>
      <section class="panel">
        ${formView(
          app,
          form,
          t('admin.plans.new'),
          null,
          fieldView(form, 'code', { label: t('admin.code'), hint: t('admin.plan.codeHint'), required: true, maxlength: 63 }),
        )}
      </section>
    `,
  };
}

function formView(app, form, button, guard, first = nothing) {
  return html`<form method="post" novalidate @submit=${form.submitted}>
    ${formMessage(form)} ${guard?.view() ?? nothing} ${first} ${planFields(form, app.update)} ${submitView(form, button)}
  </form>`;
}

function versionsView({ code, versions }, change) {
  const ask = (step, danger) =>
    confirmAction({
      title: () => t(`admin.plan.${step}.title`, { code }),
      text: () => t(`admin.plan.${step}.text`),
      button: () => t(`admin.plan.${step}`),
      danger,
      action: async () => {
        await change('POST', `/${step}`);
        say(() => t(`admin.plan.${step}.done`, { code }));
      },
    });
  return html`<section class="panel" aria-labelledby="versions">
    <h2 id="versions">${t('admin.plan.versions')}</h2>
    ${tableView({
      caption: t('admin.plan.versions'),
      items: versions,
      columns: [
        { label: () => t('admin.version'), cell: ({ version }) => number(version) },
        { label: () => t('admin.name'), cell: ({ name }) => name },
        { label: () => t('admin.priceLabel'), number: true, cell: ({ price }) => priceText(price) },
        { label: () => t('admin.limits'), number: true, cell: ({ limits }) => number(limits.length) },
        { label: () => t('admin.status'), cell: offeredView },
      ],
    })}
    <div class="actions">
      ${versions.some((version) => version.public)
        ? html`<button type="button" class="danger" @click=${() => ask('withdraw', true)}>${t('admin.plan.withdraw')}</button>`
        : nothing}
      ${versions[0].public
        ? nothing
        : html`<button type="button" class="primary" @click=${() => ask('publish', false)}>${t('admin.plan.publish')}</button>`}
    </div>
  </section>`;
}
