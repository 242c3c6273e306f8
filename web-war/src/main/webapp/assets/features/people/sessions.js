/** Where the account is signed in. */

import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { call } from '../../core/session.js';
import { createList, listView } from '../../ui/list.js';
import { say, sayProblem } from '../../ui/notices.js';
import { confirmed, rowButton, timeView } from './common.js';
import { dateTime } from '../../core/format.js';

export function createSessions(app) {
  const list = createList({ path: 'auth/sessions', update: app.update, failed: app.failed });
  list.reload();
  return {
    view: () => html`<section class="part">
      <div class="toolbar">
        <h2>${t('sessions.title')}</h2>
        ${list.items.some(({ current }) => !current)
          ? html`<button type="button" class="danger at-end" @click=${() => endOthers(app, list)}>${t('sessions.endOthers')}</button>`
          : nothing}
      </div>
      ${listView(list, {
        caption: t('sessions.title'),
        empty: nothing,
        columns: [
          { label: () => t('sessions.created'), cell: beginView },
          { label: () => t('sessions.lastUsed'), cell: ({ lastUsedAt }) => timeView(lastUsedAt) },
          { label: () => t('sessions.expires'), cell: ({ expiresAt }) => timeView(expiresAt) },
          { label: () => t('people.actions'), cell: (session) => actionsView(app, list, session) },
        ],
      })}
    </section>`,
  };
}

function beginView({ createdAt, current }) {
  return html`<span>${timeView(createdAt)} ${current ? html`<span class="tag">${t('sessions.current')}</span>` : nothing}</span>`;
}

/** One's own is ended by signing out. */
function actionsView(app, list, session) {
  return session.current
    ? '–'
    : html`<div class="row-actions">${rowButton(t('sessions.end'), dateTime(session.createdAt), () => end(app, list, session))}</div>`;
}

async function end(app, list, session) {
  try {
    await call('DELETE', `auth/sessions/${session.id}`);
    list.remove(session.id);
    say(() => t('sessions.ended'));
  } catch (error) {
    if (!app.failed(error)) {
      sayProblem(error);
      list.reload();
    }
  }
}

async function endOthers(app, list) {
  const done = await confirmed(app, {
    title: () => t('sessions.endOthers'),
    text: () => t('sessions.endOthers.text'),
    button: () => t('sessions.endOthers'),
    action: () => call('DELETE', 'auth/sessions'),
  });
  if (done) {
    say(() => t('sessions.endOthers.done'));
    list.reload();
  }
}
