/** The e-mail in the organization's name: who it comes from, and its texts. */

import { ETAG, Problem } from '../../core/api.js';
import { dateTime } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { href } from '../../core/router.js';
import { call } from '../../core/session.js';
import { createForm, fieldView, formMessage, submitView } from '../../ui/form.js';
import { createLoaded, loadedView } from '../../ui/loaded.js';
import { say } from '../../ui/notices.js';
import { tableView } from '../../ui/table.js';

const MEMBERS = ['senderName', 'senderAddress', 'replyTo', 'footer'];

export default {
  texts: 'look',
  title: () => t('look.email.title'),
  open: ({ app }) => {
    const parts = { update: app.update, failed: app.failed };
    const settings = createSettings(app);
    const templates = createLoaded({ ...parts, read: async () => (await call('GET', 'tenant/email-templates')).items });
    settings.load();
    templates.reload();
    return {
      dirty: () => settings.form?.dirty ?? false,
      view: () => html`${settingsView(settings, app)} ${loadedView(templates, templatesView)}`,
    };
  },
};

function createSettings(app) {
  const settings = {
    form: null,
    stale: false,
    async load() {
      settings.stale = false;
      await settings.loaded.reload();
    },
    show(value) {
      settings.stale = false;
      settings.value = value;
      settings.form = createForm({
        values: Object.fromEntries(MEMBERS.map((name) => [name, value[name] ?? ''])),
        update: app.update,
        failed: app.failed,
        submit: (values) => settings.save(values),
      });
    },
    async save(values) {
      const body = Object.fromEntries(MEMBERS.map((name) => [name, values[name].trim() || null]));
      settings.stale = false;
      try {
        const headers = { 'If-Match': settings.value[ETAG] };
        settings.value = await call('PUT', 'tenant/email-settings', { body, headers });
      } catch (error) {
        settings.stale = error instanceof Problem && [412, 428].includes(error.status);
        throw error;
      }
      settings.loaded.set(settings.value);
      say(() => t('look.email.saved'));
    },
  };
  settings.loaded = createLoaded({
    update: app.update,
    failed: app.failed,
    read: async () => {
      const value = await call('GET', 'tenant/email-settings');
      settings.show(value);
      return value;
    },
  });
  return settings;
}

function settingsView(settings, app) {
  return html`<section class="panel">
    <h2>${t('look.email.settings')}</h2>
    ${loadedView(settings.loaded, () => formView(settings, app))}
  </section>`;
}

function formView(settings, app) {
  const { form, value } = settings;
  return html`<form method="post" novalidate @submit=${form.submitted}>
    <fieldset class="plain" ?disabled=${!app.can('email:write')}>
      ${fieldView(form, 'senderName', { label: t('look.email.senderName'), hint: t('look.email.senderNameHint'), maxlength: 100 })}
      ${fieldView(form, 'senderAddress', { label: t('look.email.senderAddress'), hint: t('look.email.senderAddressHint'), type: 'email', maxlength: 254 })}
      ${value.senderAddress ? verifiedView(value, app) : nothing}
      ${fieldView(form, 'replyTo', { label: t('look.email.replyTo'), hint: t('look.email.replyToHint'), type: 'email', maxlength: 254 })}
      ${fieldView(form, 'footer', { label: t('look.email.footer'), hint: t('look.email.footerHint'), type: 'textarea', maxlength: 1000 })}
    </fieldset>
    ${formMessage(form)}
    ${settings.stale
      ? html`<div class="actions"><button type="button" @click=${settings.load}>${t('look.stale.reload')}</button></div>`
      : nothing}
    ${app.can('email:write') ? submitView(form, t('form.save')) : nothing}
  </form>`;
}

function verifiedView({ senderAddress, senderVerified }, app) {
  return html`<div class="callout" data-kind=${senderVerified ? 'good' : 'info'}>
    <p>${t(senderVerified ? 'look.email.verified' : 'look.email.notVerified', { address: senderAddress })}</p>
    ${senderVerified || !app.can('domains:read') ? nothing : html`<a href=${href('/domains')}>${t('look.email.toDomains')}</a>`}
  </div>`;
}

function templatesView(templates) {
  const keys = [...new Set(templates.map(({ key }) => key))];
  return html`<section class="stack">
    <h2>${t('look.email.templates')}</h2>
    ${tableView({
      caption: t('look.email.templates'),
      items: keys,
      columns: [
        {
          label: () => t('look.email.template'),
          cell: (key) => html`<span>${t(`look.email.key.${key}`)}<br /><span class="hint">${t(`look.email.when.${key}`)}</span></span>`,
        },
        ...['en', 'es'].map((locale) => ({
          label: () => t(`look.locale.${locale}`),
          cell: (key) => languageView(templates.find((each) => each.key === key && each.locale === locale)),
        })),
      ],
    })}
  </section>`;
}

function languageView({ key, locale, isDefault, createdAt }) {
  return html`<span>
    <a href=${href(`/email/${key}`, { locale })} aria-label=${`${t(`look.email.key.${key}`)}, ${t(`look.locale.${locale}`)}`}>${t('look.email.edit')}</a>
    <br /><span class="hint">${isDefault ? t('look.email.default') : t('look.email.changed', { time: dateTime(createdAt) })}</span>
  </span>`;
}
