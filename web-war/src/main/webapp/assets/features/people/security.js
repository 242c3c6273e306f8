/** Whether the members of the organization need a second factor. */

import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { href } from '../../core/router.js';
import { call } from '../../core/session.js';
import { createForm, fieldView, formMessage, submitView } from '../../ui/form.js';
import { createLoaded, loadedView } from '../../ui/loaded.js';
import { say } from '../../ui/notices.js';
import { isStale, staleView } from '../../ui/stale.js';
import { ifMatch } from './common.js';

export function createSecurity(app) {
  const security = { app, form: null, stale: false };
  security.loaded = createLoaded({
    read: async () => {
      const [rule, factor] = await Promise.all([
        call('GET', 'tenant/security'),
        // who acts as a member has no account of their own there
        app.me.impersonation ? { enabled: true } : call('GET', 'me/totp'),
      ]);
      security.form = ruleForm(security, rule);
      security.stale = false;
      return { rule, factor };
    },
    update: app.update,
    failed: app.failed,
  });
  security.loaded.reload();
  return {
    view: () => html`<section class="panel">
      <h2>${t('security.title')}</h2>
      ${loadedView(security.loaded, ({ rule, factor }) =>
        app.can('security:write') ? formView(security, factor) : html`<p>${t(`security.is.${rule.requireSecondFactor}`)}</p>`,
      )}
    </section>`,
    dirty: () => security.form?.dirty ?? false,
  };
}

function ruleForm(security, rule) {
  const { app } = security;
  return createForm({
    values: { requireSecondFactor: rule.requireSecondFactor },
    update: app.update,
    failed: app.failed,
    submit: async ({ requireSecondFactor }, form) => {
      security.stale = false;
      try {
        const { factor, rule: present } = security.loaded.value;
        const saved = await call('PUT', 'tenant/security', { body: { requireSecondFactor }, headers: ifMatch(present) });
        security.loaded.set({ factor, rule: saved });
        form.reset({ requireSecondFactor: saved.requireSecondFactor });
        say(() => t(`security.is.${saved.requireSecondFactor}`));
      } catch (error) {
        security.stale = isStale(error);
        throw error;
      }
    },
  });
}

function formView(security, factor) {
  const { form } = security;
  return html`<form method="post" novalidate @submit=${form.submitted}>
    ${security.stale ? staleView(() => security.loaded.reload()) : formMessage(form)}
    ${fieldView(form, 'requireSecondFactor', { label: t('security.require'), hint: t('security.requireHint'), type: 'checkbox' })}
    ${factor.enabled
      ? nothing
      : html`<p class="hint">${t('security.ownFirst')} <a href=${href('/profile')}>${t('security.toProfile')}</a></p>`}
    ${submitView(form, t('form.save'))}
  </form>`;
}
