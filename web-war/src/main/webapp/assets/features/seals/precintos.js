/** The seals of the organization. */

import { dateTime, percent } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { call } from '../../core/session.js';
import { openDialog } from '../../ui/dialogs.js';
import { createForm, fieldView, formMessage, submitView } from '../../ui/form.js';
import { choiceView, createList, listView } from '../../ui/list.js';
import { say } from '../../ui/notices.js';
import { emptyView } from '../../ui/states.js';

const STATUSES = ['available', 'armed', 'tampered', 'retired'];

export default {
  texts: 'seals',
  title: () => t('precintos.title'),
  open: ({ app, query }) => {
    const list = createList({ path: 'precintos', query, update: app.update, failed: app.failed });
    list.reload();
    const add = async () => {
      const made = await openDialog(
        () => t('precintos.create.title'),
        (close, update) => createView(close, update, app),
      );
      if (made) {
        list.put(made);
        say(() => t('precintos.create.done', { code: made.code }));
      }
    };
    const addButton = () =>
      app.can('precintos:write')
        ? html`<button type="button" class="primary" @click=${add}>${t('precintos.new')}</button>`
        : nothing;
    return {
      view: () => html`
        <div class="toolbar">
          ${choiceView(list, 'status', t('precintos.status'), STATUSES.map((value) => [value, statusText(value)]))}
          ${addButton()}
        </div>
        ${listView(list, {
          caption: t('precintos.title'),
          empty: emptyView(t('precintos.empty'), addButton()),
          columns: [
            { label: () => t('precintos.code'), cell: ({ code }) => code, sort: 'code' },
            { label: () => t('precintos.status'), cell: ({ status }) => statusView(status) },
            { label: () => t('precintos.battery'), number: true, cell: batteryText },
            { label: () => t('precintos.lastSeen'), cell: seenText },
            { label: () => t('precintos.created'), cell: ({ createdAt }) => dateTime(createdAt), sort: 'createdAt' },
          ],
        })}
      `,
    };
  },
};

let creation = null;

function createView(close, update, app) {
  creation ??= createForm({
    values: { code: '', batteryPct: '' },
    update: () => creation?.draw(),
    failed: app.failed,
    submit: async ({ code, batteryPct }, form) => {
      const body = { code: code.trim(), batteryPct: batteryPct === '' ? undefined : Number(batteryPct) };
      const made = await call('POST', 'precintos', { body, headers: { 'Idempotency-Key': form.idempotencyKey() } });
      creation = null;
      close(made);
    },
  });
  creation.draw = update;
  return html`<form method="post" novalidate @submit=${creation.submitted}>
    ${formMessage(creation)}
    ${fieldView(creation, 'code', { label: t('precintos.code'), hint: t('precintos.create.codeHint'), required: true, maxlength: 60 })}
    ${fieldView(creation, 'batteryPct', {
      label: t('precintos.create.battery'),
      hint: t('precintos.create.batteryHint'),
      type: 'number',
      min: 0,
      max: 100,
      step: 1,
    })}
    ${submitView(creation, t('precintos.create.submit'))}
  </form>`;
}

function statusText(status) {
  return t(`precintos.status.${status}`);
}

function statusView(status) {
  return html`<span class="status" data-status=${status}>${statusText(status)}</span>`;
}

function batteryText({ batteryPct }) {
  return batteryPct == null ? t('precintos.noBattery') : percent(batteryPct);
}

function seenText({ lastSeenAt }) {
  return lastSeenAt ? html`<time datetime=${lastSeenAt}>${dateTime(lastSeenAt)}</time>` : t('precintos.neverSeen');
}
