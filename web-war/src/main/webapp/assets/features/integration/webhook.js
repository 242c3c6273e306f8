/** One webhook: what it is told of, its secret, and what was sent to it. */

import { ETAG } from '../../core/api.js';
import { dateTime } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { go, href } from '../../core/router.js';
import { call } from '../../core/session.js';
import { confirmAction } from '../../ui/dialogs.js';
import { fieldView } from '../../ui/form.js';
import { formDialog } from '../../ui/form-dialog.js';
import { createList } from '../../ui/list.js';
import { createLoaded, loadedView } from '../../ui/loaded.js';
import { say, sayProblem } from '../../ui/notices.js';
import { factsView } from '../../ui/table.js';
import { deliveriesView } from './deliveries.js';
import { ALL, createEventTypes } from './event-types.js';
import { editWebhook, showSecret } from './webhook-form.js';
import { webhookStatusView } from './webhooks.js';

export default {
  texts: 'integration',
  title: () => t('integration.webhook'),
  open: ({ app, params, query }) => {
    const path = `webhooks/${encodeURIComponent(params.id)}`;
    const parts = { update: app.update, failed: app.failed };
    const page = {
      app,
      path,
      busy: null,
      types: createEventTypes(app),
      loaded: createLoaded({ ...parts, read: () => call('GET', path) }),
      deliveries: createList({ ...parts, path: `${path}/deliveries`, query }),
    };
    page.loaded.reload();
    page.deliveries.reload();
    return {
      close: page.types.close,
      view: () => html`
        <p><a href=${href('/webhooks')}>${t('integration.back')}</a></p>
        ${loadedView(page.loaded, (webhook) => html`${webhookView(page, webhook)} ${deliveriesView(page)}`)}
      `,
    };
  },
};

function webhookView(page, webhook) {
  const { app, types } = page;
  const { url, description, eventTypes, status, failingSince, previousSecretUntil, createdAt } = webhook;
  return html`<section class="panel">
    <div class="spread">
      <h2>${url}</h2>
      ${webhookStatusView(status)}
    </div>
    ${status === 'failed' ? html`<div class="callout" data-kind="warning"><p>${t('integration.failed')}</p></div>` : nothing}
    ${factsView([
      [t('integration.description'), description],
      [t('integration.created'), dateTime(createdAt)],
      [t('integration.failingSince'), failingSince && dateTime(failingSince)],
      [t('integration.previousSecretUntil'), previousSecretUntil && dateTime(previousSecretUntil)],
    ])}
    <details>
      <summary>${t('integration.types.legend')}</summary>
      <ul>
        ${eventTypes.map((code) => html`<li>${code === ALL ? t('integration.types.all') : types.labelOf(code)}</li>`)}
      </ul>
    </details>
    ${app.can('webhooks:write') ? actionsView(page, webhook) : nothing}
  </section>`;
}

function actionsView(page, webhook) {
  return html`<div class="actions">
    <button type="button" class="danger" @click=${() => remove(page, webhook)}>${t('integration.delete')}</button>
    <button type="button" @click=${() => rotate(page, webhook)}>${t('integration.rotate')}</button>
    ${webhook.enabled
      ? html`<button type="button" @click=${() => disable(page, webhook)}>${t('integration.disable')}</button>`
      : html`<button type="button" aria-busy=${page.busy === 'enable'} @click=${() => run(page, 'enable', () => enable(page, webhook))}>${t('integration.enable')}</button>`}
    <button type="button" @click=${() => edit(page, webhook)}>${t('integration.edit')}</button>
    <button
      type="button"
      class="primary"
      ?disabled=${!webhook.enabled}
      aria-busy=${page.busy === 'test'}
      @click=${() => run(page, 'test', () => test(page))}
    >
      ${t('integration.test')}
    </button>
  </div>`;
}

async function run(page, name, action) {
  if (page.busy) {
    return;
  }
  page.busy = name;
  page.app.update();
  try {
    await action();
  } catch (error) {
    if (!page.app.failed(error)) {
      sayProblem(error);
    }
  }
  page.busy = null;
  page.app.update();
}

async function change(page, webhook, body) {
  page.loaded.set(await call('PATCH', page.path, { body, headers: { 'If-Match': webhook[ETAG] } }));
}

async function edit(page, webhook) {
  const done = await editWebhook(page.app, page.types, webhook, (body) => change(page, webhook, body));
  if (done) {
    say(() => t('integration.saved'));
  }
}

async function enable(page, webhook) {
  await change(page, webhook, { enabled: true });
  say(() => t('integration.enabled'));
}

function disable(page, webhook) {
  return confirmAction({
    title: () => t('integration.disable'),
    text: () => t('integration.disableText'),
    button: () => t('integration.disable'),
    action: async () => {
      await change(page, webhook, { enabled: false });
      await page.deliveries.reload();
    },
  });
}

async function test(page) {
  await call('POST', `${page.path}/test`);
  say(() => t('integration.tested'));
  await page.deliveries.reload();
}

async function rotate(page, webhook) {
  const rotated = await formDialog({
    title: () => t('integration.rotate'),
    button: () => t('integration.rotate'),
    values: { overlapHours: '24' },
    failed: page.app.failed,
    fields: (form) => html`
      <p>${t('integration.rotateText')}</p>
      ${fieldView(form, 'overlapHours', { label: t('integration.overlap'), hint: t('integration.overlapHint'), type: 'number', min: 0, max: 168, step: 1, required: true })}
    `,
    submit: ({ overlapHours }) =>
      call('POST', `${page.path}/rotate-secret`, {
        body: { overlapHours: Number(overlapHours) },
        headers: { 'If-Match': webhook[ETAG] },
      }),
  });
  if (rotated) {
    const { secret, ...shown } = rotated;
    page.loaded.set(Object.assign(shown, { [ETAG]: rotated[ETAG] }));
    await showSecret(secret);
  }
}

function remove({ path }, webhook) {
  return confirmAction({
    title: () => t('integration.delete'),
    text: () => t('integration.deleteText', { url: webhook.url }),
    button: () => t('integration.delete'),
    typed: new URL(webhook.url).host,
    action: async () => {
      await call('DELETE', path, { headers: { 'If-Match': webhook[ETAG] } });
      say(() => t('integration.deleted'));
      go('/webhooks');
    },
  });
}
