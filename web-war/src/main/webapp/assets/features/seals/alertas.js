/** The alerts of the organization; new ones come up by themselves. */

import { openEvents } from '../../core/events.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { createCustomFields, customColumnsView, customFilterNames, customFiltersView } from '../../ui/custom-fields.js';
import { createList, searchView } from '../../ui/list.js';
import { bulkCall, bulkView, choicesView, exportView, momentView, moreFiltersView, takeWithSelected } from '../../ui/list-tools.js';
import { say, sayProblem } from '../../ui/notices.js';
import { emptyView } from '../../ui/states.js';
import { addAlerta, askForNote, resolveWithNote } from './alerta-form.js';
import { options, SEVERITIES, STATUSES, TYPES } from './parts.js';
import { alertasTable } from './tables.js';
import { ofSealView } from './transitos.js';

/** Many reports at once are one look at the list. */
const GATHER_MS = 500;

export default {
  texts: 'seals',
  title: () => t('alertas.title'),
  open: ({ app, query }) => {
    const writer = app.can('alertas:write');
    const custom = createCustomFields({ entity: 'alertas', app });
    const list = createList({ path: 'alertas', query, update: app.update, failed: app.failed, selectable: writer });
    const live = createLive({ app, list });
    list.reload();
    const add = async () => {
      await custom.ready;
      const made = await addAlerta(app, custom);
      if (made) {
        list.put(made);
        say(() => t('alertas.create.done'));
      }
    };
    const take = async (step, action) => {
      try {
        await takeWithSelected(list, { step, done: (count) => t(`alertas.bulk.${action}.done`, { count }) });
      } catch (error) {
        if (!app.failed(error)) {
          sayProblem(error);
        }
      }
    };
    const resolve = async () => {
      const answer = await askForNote(app, { count: list.selected.size });
      if (answer) {
        await take((ids) => (answer.note ? resolveWithNote(ids, answer.note) : bulkCall('alertas', 'resolve', ids)), 'resolve');
      }
    };
    const addButton = () =>
      writer ? html`<button type="button" class="primary" @click=${add}>${t('alertas.new')}</button>` : nothing;
    return {
      close: live.close,
      view: () => html`
        <div class="toolbar">
          ${searchView(list, 'q', t('alertas.search'))}
          <div class="tools">${live.view()} ${exportView(list, 'alertas', app)} ${addButton()}</div>
        </div>
        <div class="filters">
          ${choicesView(list, 'status', t('alertas.status'), options('alertas.status', STATUSES.alertas))}
          ${choicesView(list, 'severity', t('alertas.severity'), options('alertas.severity', SEVERITIES))}
        </div>
        ${ofSealView(list, app)}
        ${moreFiltersView(
          list,
          ['type', 'from', 'to', ...customFilterNames(custom)],
          html`${choicesView(list, 'type', t('alertas.type'), options('alertas.type', TYPES))}
          ${momentView(list, 'from', t('alertas.from'))} ${momentView(list, 'to', t('alertas.to'))}
          ${customFiltersView(custom, list)} ${customColumnsView(custom, app)}`,
        )}
        ${bulkView(list, [
          { label: t('alertas.acknowledge'), run: () => take((ids) => bulkCall('alertas', 'acknowledge', ids), 'acknowledge') },
          { label: t('alertas.resolve'), run: resolve },
        ])}
        ${alertasTable(list, app, { custom, empty: emptyView(t('alertas.empty')) })}
      `,
    };
  },
};

/** Keeps the list as it is now, and says so. */
function createLive({ app, list }) {
  let said = '';
  let count = 0;
  let timer = null;
  const look = async () => {
    const added = await list.refresh();
    timer = null;
    if (added.length > 0) {
      count += added.length;
      // another text each time, so that it is read out again
      said = t('alertas.cameUp', { count: added.length, all: count });
      app.update();
    }
  };
  const events = app.can('events:read')
    ? openEvents({
        types: ['alerta.*'],
        onState: app.update,
        failed: app.failed,
        onEvent: ({ type }) => {
          if (type === 'reset') {
            list.reload();
          } else {
            timer ??= setTimeout(look, GATHER_MS);
          }
        },
      })
    : null;
  return {
    close: () => {
      clearTimeout(timer);
      events?.close();
    },
    view: () =>
      events
        ? html`<p class="live" data-state=${events.state}>${t(`live.${events.state}`)}</p>
            <p class="visually-hidden" role="status">${said}</p>`
        : nothing,
  };
}
