/** The organization itself, and what its members need to sign in. */

import { useTimeZone } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { call } from '../../core/session.js';
import { createForm, fieldView, formMessage, submitView } from '../../ui/form.js';
import { createLoaded, loadedView } from '../../ui/loaded.js';
import { say } from '../../ui/notices.js';
import { isStale, staleView } from '../../ui/stale.js';
import { factsView } from '../../ui/table.js';
import { ifMatch } from './common.js';
import { createSecurity } from './security.js';

const LANGUAGES = [
  ['en', 'English'],
  ['es', 'Español'],
];

export default {
  texts: 'people',
  title: () => t('settings.title'),
  open: ({ app }) => {
    const page = { app, form: null, stale: false };
    page.tenant = createLoaded({
      read: async () => {
        const tenant = await call('GET', 'tenant');
        page.form = tenantForm(page, tenant);
        page.stale = false;
        return tenant;
      },
      update: app.update,
      failed: app.failed,
    });
    page.tenant.reload();
    const security = app.can('security:read') ? createSecurity(app) : null;
    return {
      view: () => html`<div class="columns">
        <section class="panel">
          <h2>${t('settings.organization')}</h2>
          ${loadedView(page.tenant, (tenant) => (app.can('tenant:write') ? formView(page, tenant) : textView(tenant)))}
        </section>
        ${security?.view() ?? nothing}
      </div>`,
      dirty: () => Boolean(page.form?.dirty || security?.dirty()),
    };
  },
};

function tenantForm(page, tenant) {
  const { app } = page;
  return createForm({
    values: valuesOf(tenant),
    update: app.update,
    failed: app.failed,
    submit: async ({ name, locale, timeZone, contactEmail }, form) => {
      page.stale = false;
      const body = { name: name.trim(), locale, timeZone, contactEmail: contactEmail.trim() || null };
      try {
        const saved = await call('PATCH', 'tenant', { body, headers: ifMatch(page.tenant.value) });
        page.tenant.set(saved);
        form.reset(valuesOf(saved));
        app.me.tenant.name = saved.name;
        useTimeZone(saved.timeZone);
        say(() => t('settings.saved'));
      } catch (error) {
        page.stale = isStale(error);
        throw error;
      }
    },
  });
}

function valuesOf({ name, locale, timeZone, contactEmail }) {
  return { name, locale, timeZone, contactEmail: contactEmail ?? '' };
}

function formView(page, tenant) {
  const { form } = page;
  return html`<form method="post" novalidate @submit=${form.submitted}>
    ${page.stale ? staleView(() => page.tenant.reload()) : formMessage(form)}
    ${fieldView(form, 'name', { label: t('settings.name'), required: true, maxlength: 200, autocomplete: 'organization' })}
    ${factsView([[t('settings.slug'), html`<code>${tenant.slug}</code>`]])}
    ${fieldView(form, 'locale', { label: t('settings.locale'), hint: t('settings.localeHint'), type: 'select', required: true, options: LANGUAGES })}
    ${fieldView(form, 'timeZone', {
      label: t('settings.timeZone'),
      hint: t('settings.timeZoneHint'),
      type: 'select',
      required: true,
      options: zones(tenant.timeZone).map((zone) => [zone, zone.replaceAll('_', ' ')]),
    })}
    ${fieldView(form, 'contactEmail', { label: t('settings.contact'), hint: t('settings.contactHint'), type: 'email' })}
    ${submitView(form, t('form.save'))}
  </form>`;
}

function textView({ name, slug, locale, timeZone, contactEmail }) {
  return factsView([
    [t('settings.name'), name],
    [t('settings.slug'), html`<code>${slug}</code>`],
    [t('settings.locale'), LANGUAGES.find(([code]) => code === locale)?.[1] ?? locale],
    [t('settings.timeZone'), timeZone],
    [t('settings.contact'), contactEmail],
  ]);
}

/** Those the browser knows, and the one that is set. */
function zones(current) {
  return [...new Set(['UTC', current, ...Intl.supportedValuesOf('timeZone')])];
}
