/** Who the organization is, in which status it is, and the platform's ways into it. */

import { ETAG } from '../../core/api.js';
import { LANGUAGES, t } from '../../core/i18n.js';
import { html } from '../../core/lit.js';
import { call } from '../../core/session.js';
import { createForm, fieldView, formMessage, submitView } from '../../ui/form.js';
import { say } from '../../ui/notices.js';
import { factsView } from '../../ui/table.js';
import { staleGuard } from './stale.js';
import { impersonate } from './tenant-impersonate.js';
import { statusActionsView } from './tenant-status.js';
import { statusView, timeView } from './words.js';

export function summaryPart(context) {
  const { app, tenant, path } = context;
  let form = null;
  const guard = staleGuard(() => tenant.reload());
  const begin = (known) => {
    form = createForm({
      values: valuesOf(known),
      update: app.update,
      failed: app.failed,
      submit: guard.watch(async (values) => {
        const body = { ...values, name: values.name.trim(), contactEmail: values.contactEmail.trim() || null };
        tenant.set(await call('PATCH', path, { body, headers: { 'If-Match': tenant.value[ETAG] } }));
        form.reset(valuesOf(tenant.value));
        say(() => t('admin.saved'));
      }),
    });
  };
  return {
    dirty: () => form?.dirty ?? false,
    view: (known) => {
      if (!form) {
        begin(known);
      }
      return html`
        ${factsPanel(context, known)}
        <section class="panel" aria-labelledby="settings">
          <h2 id="settings">${t('admin.tenant.settings')}</h2>
          ${settingsView(form, guard)}
        </section>
      `;
    },
  };
}

function valuesOf({ name, locale, timeZone, contactEmail }) {
  return { name, locale, timeZone, contactEmail: contactEmail ?? '' };
}

function factsPanel(context, known) {
  const open = ['trial', 'active', 'pastDue'].includes(known.status);
  return html`<section class="panel" aria-labelledby="standing">
    <h2 id="standing">${t('admin.tenant.standing')}</h2>
    ${factsView([
      [t('admin.status'), statusView('tenantStatus', known.status)],
      [t('admin.reason'), known.statusReason],
      [t('admin.slug'), known.slug],
      [t('admin.plan'), known.plan],
      [t('admin.created'), timeView(known.createdAt)],
      [t('admin.tenant.trialEnds'), known.trialEndsAt && timeView(known.trialEndsAt)],
      [t('admin.tenant.purgeAfter'), known.purgeAfter && timeView(known.purgeAfter)],
      [t('admin.id'), known.id],
    ])}
    <div class="actions">
      ${open
        ? html`<button type="button" @click=${() => impersonate(context)}>${t('admin.impersonate.open')}</button>`
        : ''}
      ${statusActionsView(context, known)}
    </div>
  </section>`;
}

function settingsView(form, guard) {
  return html`<form method="post" novalidate @submit=${form.submitted}>
    ${formMessage(form)} ${guard.view()}
    <div class="columns">
      ${fieldView(form, 'name', { label: t('admin.name'), required: true, maxlength: 200 })}
      ${fieldView(form, 'contactEmail', { label: t('admin.tenant.contact'), type: 'email', maxlength: 320 })}
      ${fieldView(form, 'locale', {
        label: t('language.label'),
        type: 'select',
        required: true,
        options: LANGUAGES.map((code) => [code, t(`admin.language.${code}`)]),
      })}
      ${fieldView(form, 'timeZone', { label: t('admin.tenant.timeZone'), hint: t('admin.tenant.timeZoneHint'), required: true })}
    </div>
    ${submitView(form, t('form.save'))}
  </form>`;
}
