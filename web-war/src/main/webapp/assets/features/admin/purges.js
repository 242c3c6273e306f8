/** The proofs that nothing is left of organizations that were purged. */

import { number } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html } from '../../core/lit.js';
import { call } from '../../core/session.js';
import { openDialog } from '../../ui/dialogs.js';
import { createList, listView } from '../../ui/list.js';
import { sayProblem } from '../../ui/notices.js';
import { emptyView } from '../../ui/states.js';
import { factsView, tableView } from '../../ui/table.js';
import { timeView } from './words.js';

export default {
  texts: 'admin',
  title: () => t('admin.purges.title'),
  open: ({ app, query }) => {
    const list = createList({ path: 'admin/purges', query, update: app.update, failed: app.failed });
    list.reload();
    const show = async ({ id }) => {
      try {
        showProof(await call('GET', `admin/purges/${id}`));
      } catch (error) {
        if (!app.failed(error)) {
          sayProblem(error);
        }
      }
    };
    return {
      view: () => listView(list, {
        caption: t('admin.purges.title'),
        empty: emptyView(t('admin.purges.empty'), html`<a href="#/admin/tenants">${t('admin.purges.toTenants')}</a>`),
        columns: [
          { label: () => t('admin.slug'), cell: ({ slug }) => slug },
          { label: () => t('admin.purges.started'), cell: ({ startedAt }) => timeView(startedAt) },
          { label: () => t('admin.by'), cell: ({ startedBy }) => startedBy ?? t('admin.purges.byTimer') },
          { label: () => t('admin.purges.finished'), cell: finishedView },
          { label: () => t('admin.purges.removed'), number: true, cell: ({ rowsRemoved }) => number(rowsRemoved) },
          { label: () => t('admin.purges.left'), number: true, cell: leftText },
          {
            label: () => t('admin.actions'),
            cell: (purge) => html`<button type="button" aria-label=${t('admin.purges.showOf', { name: purge.slug })} @click=${() => show(purge)}>${t('admin.purges.show')}</button>`,
          },
        ],
      }),
    };
  },
};

/** @param proof as the API answers for one purge */
export function showProof({ purge, tables }) {
  return openDialog(
    () => t('admin.purges.of', { name: purge.slug }),
    () => html`
      ${factsView([
        [t('admin.purges.finished'), finishedView(purge)],
        [t('admin.purges.removed'), number(purge.rowsRemoved)],
        [t('admin.purges.left'), leftText(purge)],
      ])}
      ${tableView({
        caption: t('admin.purges.tables'),
        items: tables,
        columns: [
          { label: () => t('admin.table'), cell: ({ name }) => name },
          { label: () => t('admin.purges.removed'), number: true, cell: ({ rowsRemoved }) => number(rowsRemoved) },
          { label: () => t('admin.purges.left'), number: true, cell: leftText },
        ],
      })}
    `,
  );
}

function finishedView({ finishedAt }) {
  return finishedAt ? timeView(finishedAt) : t('admin.purges.running');
}

function leftText({ rowsLeft }) {
  return rowsLeft == null ? '–' : number(rowsLeft);
}
