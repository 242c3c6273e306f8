/** The form of a webhook, and its secret, which is shown once. */

import { t } from '../../core/i18n.js';
import { html } from '../../core/lit.js';
import { call } from '../../core/session.js';
import { copyView } from '../../ui/copy.js';
import { openDialog } from '../../ui/dialogs.js';
import { fieldView } from '../../ui/form.js';
import { formDialog } from '../../ui/form-dialog.js';
import { eventTypesView } from './event-types.js';

/** Creates one; the answer has its secret. */
export function createWebhook(app, types) {
  return webhookDialog(app, types, {
    title: () => t('integration.new'),
    button: () => t('integration.create'),
    values: { url: '', description: '', eventTypes: [] },
    submit: (body, form) =>
      call('POST', 'webhooks', { body, headers: { 'Idempotency-Key': form.idempotencyKey() } }),
  });
}

/** @param change sends the values */
export function editWebhook(app, types, { url, description, eventTypes }, change) {
  return webhookDialog(app, types, {
    title: () => t('integration.edit'),
    button: () => t('form.save'),
    values: { url, description, eventTypes },
    submit: change,
  });
}

function webhookDialog(app, types, { title, button, values, submit }) {
  return formDialog({
    title,
    button,
    values,
    failed: app.failed,
    submit: (given, form) => submit({ ...given, url: given.url.trim(), description: given.description.trim() }, form),
    fields: (form, update) => html`
      ${fieldView(form, 'url', { label: t('integration.url'), hint: t('integration.urlHint'), type: 'url', required: true, maxlength: 2000 })}
      ${fieldView(form, 'description', { label: t('integration.description'), maxlength: 200, spellcheck: 'true' })}
      ${eventTypesView(form, types, update)}
    `,
  });
}

export function showSecret(secret) {
  return openDialog(
    () => t('integration.secret.title'),
    (close) => html`
      <p>${t('integration.secret.text')}</p>
      ${copyView(secret, { label: t('integration.secret.name') })}
      <div class="actions"><button type="button" class="primary" @click=${() => close()}>${t('integration.secret.kept')}</button></div>
    `,
  );
}
