/** The transits of the organization. */

import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { href } from '../../core/router.js';
import { createCustomFields, customColumnsView, customFilterNames, customFiltersView } from '../../ui/custom-fields.js';
import { createList, searchView } from '../../ui/list.js';
import { choicesView, exportView, momentView, moreFiltersView } from '../../ui/list-tools.js';
import { say } from '../../ui/notices.js';
import { emptyView } from '../../ui/states.js';
import { options, sealLink, STATUSES } from './parts.js';
import { transitosTable } from './tables.js';
import { addTransito } from './transito-form.js';

export default {
  texts: 'seals',
  title: () => t('transitos.title'),
  open: ({ app, query }) => {
    const writer = app.can('transitos:write');
    const custom = createCustomFields({ entity: 'transitos', app, shown: 1 });
    const list = createList({ path: 'transitos', query, update: app.update, failed: app.failed });
    list.reload();
    const add = async () => {
      const made = await addTransito(app);
      if (made) {
        list.put(made);
        say(() => t('transitos.create.done', { code: made.code }));
      }
    };
    const addButton = () =>
      writer ? html`<button type="button" class="primary" @click=${add}>${t('transitos.new')}</button>` : nothing;
    const importLink = () => (writer ? html`<a class="button" href=${href('/transitos/import')}>${t('import.link')}</a>` : nothing);
    return {
      view: () => html`
        <div class="toolbar">
          ${searchView(list, 'q', t('transitos.search'))}
          <div class="tools">${importLink()} ${exportView(list, 'transitos', app)} ${addButton()}</div>
        </div>
        <div class="filters">
          ${choicesView(list, 'status', t('transitos.status'), options('transitos.status', STATUSES.transitos))}
          ${choicesView(list, 'overdue', t('transitos.punctuality'), [['true', t('transitos.onlyLate')]])}
        </div>
        ${ofSealView(list, app)}
        ${moreFiltersView(
          list,
          ['startedFrom', 'startedTo', ...customFilterNames(custom)],
          html`${momentView(list, 'startedFrom', t('transitos.startedFrom'))} ${momentView(list, 'startedTo', t('transitos.startedTo'))}
          ${customFiltersView(custom, list)} ${customColumnsView(custom, app)}`,
        )}
        ${transitosTable(list, app, { custom, empty: emptyView(t('transitos.empty'), html`${addButton()} ${importLink()}`) })}
      `,
    };
  },
};

/** Which seal the list is narrowed to, by a link from elsewhere. */
export function ofSealView(list, app) {
  const { precintoId } = list.filters;
  return precintoId
    ? html`<p class="narrowed">
        ${t('list.ofSeal')} ${sealLink(precintoId, app)}
        <button type="button" @click=${() => list.filter('precintoId', '')}>${t('list.ofAll')}</button>
      </p>`
    : nothing;
}
