/** What was done in the organization, and whether the log of it is as it was written. */

import { dateTime, instantOf, localTime } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html } from '../../core/lit.js';
import { saveFile } from '../../ui/files.js';
import { createList, listView, searchView } from '../../ui/list.js';
import { sayProblem } from '../../ui/notices.js';
import { emptyView } from '../../ui/states.js';
import { openEntry, whoView } from './activity-entry.js';
import { createVerification, verificationView } from './activity-verification.js';

export default {
  texts: 'integration',
  title: () => t('activity.title'),
  open: ({ app, query }) => {
    const list = createList({ path: 'activity', query, update: app.update, failed: app.failed });
    const verification = createVerification(app);
    const page = { app, list, exporting: false };
    list.reload();
    return {
      view: () => html`
        ${verificationView(verification)}
        <div class="toolbar">
          ${momentView(list, 'from', t('activity.from'))} ${momentView(list, 'to', t('activity.to'))}
          ${searchView(list, 'actor', t('activity.actor'))} ${searchView(list, 'action', t('activity.action'))}
          ${searchView(list, 'entity', t('activity.entity'))}
          <button type="button" aria-busy=${page.exporting} @click=${() => exportCsv(page)}>${t('activity.csv')}</button>
        </div>
        <p class="hint">${t('activity.filterHint')}</p>
        ${listView(list, {
          caption: t('activity.title'),
          empty: emptyView(t('activity.empty')),
          columns: [
            { label: () => t('activity.at'), cell: ({ at }) => html`<time datetime=${at}>${dateTime(at)}</time>` },
            { label: () => t('activity.action'), cell: actionView },
            { label: () => t('activity.actor'), cell: whoView },
            { label: () => t('activity.entity'), cell: ({ entity }) => entity ?? '–' },
          ],
        })}
      `,
    };
  },
};

function actionView(entry) {
  return html`<button type="button" class="sort" @click=${() => openEntry(entry)}><code translate="no">${entry.action}</code></button>`;
}

/** A moment in the time zone of the organization. */
function momentView(list, name, label) {
  return html`<div class="field">
    <label for="filter-${name}">${label}</label>
    <input
      id="filter-${name}"
      type="datetime-local"
      .value=${localTime(list.filters[name])}
      @change=${(event) => list.filter(name, instantOf(event.target.value) ?? '')}
    />
  </div>`;
}

/** The whole range that is chosen, not only what is shown. */
async function exportCsv(page) {
  if (page.exporting) {
    return;
  }
  page.exporting = true;
  page.app.update();
  try {
    const filters = Object.entries(page.list.filters).filter(([, value]) => value);
    await saveFile(`activity?${new URLSearchParams([['format', 'csv'], ...filters])}`, 'activity.csv');
  } catch (error) {
    if (!page.app.failed(error)) {
      sayProblem(error);
    }
  }
  page.exporting = false;
  page.app.update();
}
