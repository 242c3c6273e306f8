/** The seals of the organization. */

import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { href } from '../../core/router.js';
import {
  createCustomFields,
  customColumns,
  customColumnsView,
  customFilterNames,
  customFiltersView,
} from '../../ui/custom-fields.js';
import { confirmAction } from '../../ui/dialogs.js';
import { createList, listView, searchView } from '../../ui/list.js';
import { bulkCall, bulkView, choicesView, exportView, inputView, momentView as momentFilter, moreFiltersView, takeWithSelected } from '../../ui/list-tools.js';
import { say } from '../../ui/notices.js';
import { emptyView } from '../../ui/states.js';
import { batteryText, momentView, options, STATUSES, statusView } from './parts.js';
import { addPrecinto } from './precinto-form.js';

const MORE = ['batteryBelow', 'seenAfter', 'seenBefore'];

export default {
  texts: 'seals',
  title: () => t('precintos.title'),
  open: ({ app, query }) => {
    const writer = app.can('precintos:write');
    const custom = createCustomFields({ entity: 'precintos', app });
    const list = createList({ path: 'precintos', query, update: app.update, failed: app.failed, selectable: writer });
    list.reload();
    const add = async () => {
      await custom.ready;
      const made = await addPrecinto(app, custom);
      if (made) {
        list.put(made);
        say(() => t('precintos.create.done', { code: made.code }));
      }
    };
    const bulk = (action, danger) => {
      const count = list.selected.size;
      return confirmAction({
        title: () => t(`precintos.bulk.${action}.title`),
        text: () => t(`precintos.bulk.${action}.text`, { count }),
        button: () => t(`precintos.bulk.${action}.button`),
        danger,
        typed: action === 'delete' ? t('precintos.bulk.delete.typed') : undefined,
        action: () =>
          takeWithSelected(list, {
            step: (ids) => bulkCall('precintos', action, ids),
            done: (number) => t(`precintos.bulk.${action}.done`, { count: number }),
          }),
      });
    };
    const addButton = () =>
      writer ? html`<button type="button" class="primary" @click=${add}>${t('precintos.new')}</button>` : nothing;
    const importLink = () => (writer ? html`<a class="button" href=${href('/precintos/import')}>${t('import.link')}</a>` : nothing);
    return {
      view: () => html`
        <div class="toolbar">
          ${searchView(list, 'q', t('precintos.search'))}
          <div class="tools">${importLink()} ${exportView(list, 'precintos', app)} ${addButton()}</div>
        </div>
        <div class="filters">${choicesView(list, 'status', t('precintos.status'), options('precintos.status', STATUSES.precintos))}</div>
        ${moreFiltersView(
          list,
          [...MORE, ...customFilterNames(custom)],
          html`${inputView(list, 'batteryBelow', t('precintos.batteryBelow'), { type: 'number', min: 0, max: 101, step: 1 })}
          ${momentFilter(list, 'seenAfter', t('precintos.seenAfter'))} ${momentFilter(list, 'seenBefore', t('precintos.seenBefore'))}
          ${customFiltersView(custom, list)} ${customColumnsView(custom, app)}`,
        )}
        ${bulkView(list, [
          { label: t('precintos.bulk.retire.button'), run: () => bulk('retire', false) },
          { label: t('precintos.bulk.delete.button'), run: () => bulk('delete', true), danger: true },
        ])}
        ${listView(list, {
          caption: t('precintos.title'),
          empty: emptyView(t('precintos.empty'), html`${addButton()} ${importLink()}`),
          columns: columns(custom),
        })}
      `,
    };
  },
};

function columns(custom) {
  return [
    { label: () => t('precintos.code'), cell: ({ id, code }) => html`<a href=${href(`/precintos/${id}`)}>${code}</a>`, sort: 'code' },
    { label: () => t('precintos.status'), cell: ({ status }) => statusView('precintos', status) },
    { label: () => t('precintos.battery'), number: true, cell: batteryText, sort: 'batteryPct' },
    { label: () => t('precintos.lastSeen'), cell: ({ lastSeenAt }) => momentView(lastSeenAt, t('precintos.neverSeen')), sort: 'lastSeenAt' },
    ...customColumns(custom),
    { label: () => t('precintos.created'), cell: ({ createdAt }) => momentView(createdAt), sort: 'createdAt' },
  ];
}
