/** One e-mail in one language: its texts, what they look like, and how they were before. */

import { ETAG, Problem } from '../../core/api.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { href } from '../../core/router.js';
import { call } from '../../core/session.js';
import { confirmAction } from '../../ui/dialogs.js';
import { createForm, fieldView, formMessage, submitView } from '../../ui/form.js';
import { createLoaded, loadedView } from '../../ui/loaded.js';
import { say, sayProblem } from '../../ui/notices.js';
import { createEmailPreview, emailPreviewView } from './email-preview.js';
import { createVersions, versionsView } from './email-versions.js';

const MEMBERS = ['subject', 'text', 'html'];

export default {
  texts: 'look',
  title: () => t('look.template.title'),
  open: ({ app, params, query }) => {
    const page = new TemplatePage(app, params.key, query.get('locale') === 'es' ? 'es' : 'en');
    page.loaded.reload();
    return {
      dirty: () => page.form?.dirty ?? false,
      close: () => page.preview.close(),
      view: () => html`
        <p><a href=${href('/email')}>${t('look.template.back')}</a></p>
        ${loadedView(page.loaded, () => pageView(page))}
      `,
    };
  },
};

class TemplatePage {
  form = null;
  stale = false;
  template = null;
  sending = false;

  constructor(app, key, locale) {
    this.app = app;
    this.key = key;
    this.locale = locale;
    this.preview = createEmailPreview({ read: () => this.#previewed(), update: app.update, failed: app.failed });
    this.versions = createVersions(this);
    this.loaded = createLoaded({ read: () => this.#read(), update: app.update, failed: app.failed });
  }

  get mayChange() {
    return this.app.can('email:write');
  }

  path(step = '') {
    return `tenant/email-templates/${encodeURIComponent(this.key)}${step}?locale=${this.locale}`;
  }

  /** A change with the version that is shown. */
  changing(method, step, body) {
    return call(method, this.path(step), { body, headers: { 'If-Match': this.template[ETAG] } });
  }

  reload = () => this.loaded.reload();

  async test() {
    if (this.sending) {
      return;
    }
    this.sending = true;
    this.app.update();
    try {
      await call('POST', this.path('/test'));
      say(() => t('look.template.tested', { address: this.app.me.account.email }));
    } catch (error) {
      if (!this.app.failed(error)) {
        sayProblem(error);
      }
    }
    this.sending = false;
    this.app.update();
  }

  toDefault() {
    return confirmAction({
      title: () => t('look.template.reset'),
      text: () => t('look.template.resetText'),
      button: () => t('look.template.reset'),
      action: async () => {
        await this.changing('DELETE');
        await this.reload();
      },
    });
  }

  async #read() {
    this.show(await call('GET', this.path()));
    return this.template;
  }

  show(template) {
    this.template = template;
    this.stale = false;
    this.form = createForm({
      values: Object.fromEntries(MEMBERS.map((name) => [name, template[name]])),
      update: () => {
        this.preview.later();
        this.app.update();
      },
      failed: this.app.failed,
      submit: (values) => this.#save(values),
    });
    this.preview.now();
    this.versions.list.reload();
  }

  async #save(values) {
    this.stale = false;
    try {
      this.template = await this.changing('PUT', '', { ...values });
    } catch (error) {
      this.stale = error instanceof Problem && [412, 428].includes(error.status);
      throw error;
    }
    this.versions.list.reload();
    say(() => t('look.template.saved'));
  }

  #previewed() {
    const { subject, text, html: content } = this.form.values;
    return call('POST', this.path('/preview'), { body: { subject, text, html: content } });
  }
}

function pageView(page) {
  return html`
    <div class="spread">
      <h2>${t(`look.email.key.${page.key}`)} · ${t(`look.locale.${page.locale}`)}</h2>
      <a class="button" href=${href(`/email/${page.key}`, { locale: page.locale === 'en' ? 'es' : 'en' })}>
        ${t('look.template.other', { language: t(`look.locale.${page.locale === 'en' ? 'es' : 'en'}`) })}
      </a>
    </div>
    <p class="hint">${t(`look.email.when.${page.key}`)} ${t(page.template.isDefault ? 'look.template.isDefault' : 'look.template.isOwn')}</p>
    <div class="beside">
      ${editorView(page)}
      <div class="stack">${emailPreviewView(page.preview)} ${actionsView(page)}</div>
    </div>
    ${versionsView(page.versions)}
  `;
}

function editorView(page) {
  const { form, template } = page;
  return html`<form class="panel" method="post" novalidate @submit=${form.submitted}>
    <h3>${t('look.template.texts')}</h3>
    <fieldset class="plain" ?disabled=${!page.mayChange}>
      ${fieldView(form, 'subject', { label: t('look.template.subject'), required: true, maxlength: 200, spellcheck: 'true' })}
      ${fieldView(form, 'text', { label: t('look.template.text'), hint: t('look.template.textHint'), type: 'textarea', rows: 12, required: true, maxlength: 20_000 })}
      ${fieldView(form, 'html', { label: t('look.template.html'), hint: t('look.template.htmlHint'), type: 'textarea', rows: 12, required: true, maxlength: 50_000, spellcheck: 'false' })}
    </fieldset>
    <div class="stack">
      <h3>${t('look.template.variables')}</h3>
      <ul class="chips">${template.variables.map((name) => html`<li><code translate="no">${`{{${name}}}`}</code></li>`)}</ul>
      <p class="hint">${t('look.template.variablesHint', { on: '{{#name}}…{{/name}}', off: '{{^name}}…{{/name}}' })}</p>
    </div>
    ${formMessage(form)}
    ${page.stale
      ? html`<div class="actions"><button type="button" @click=${page.reload}>${t('look.stale.reload')}</button></div>`
      : nothing}
    ${page.mayChange ? submitView(form, t('form.save')) : nothing}
  </form>`;
}

function actionsView(page) {
  if (!page.mayChange) {
    return nothing;
  }
  return html`<section class="panel">
    <h3>${t('look.template.more')}</h3>
    <p class="hint">${t('look.template.testHint', { address: page.app.me.account.email })}</p>
    <div class="actions">
      <button type="button" aria-busy=${page.sending} ?disabled=${page.form.dirty} @click=${() => page.test()}>${t('look.template.test')}</button>
      ${page.template.isDefault
        ? nothing
        : html`<button type="button" class="danger" @click=${() => page.toDefault()}>${t('look.template.reset')}</button>`}
    </div>
  </section>`;
}
