/** Transits and alerts as tables, on pages of their own and on that of a seal. */

import { t } from '../../core/i18n.js';
import { html } from '../../core/lit.js';
import { href } from '../../core/router.js';
import { customColumns } from '../../ui/custom-fields.js';
import { listView } from '../../ui/list.js';
import { emptyView } from '../../ui/states.js';
import { expectedView, momentView, sealLink, severityView, statusView } from './parts.js';

/** @param empty a text or a template @param seal whether to show which one it is */
export function transitosTable(list, app, { empty, custom, seal = true }) {
  return listView(list, {
    caption: t('transitos.title'),
    empty: typeof empty === 'string' ? emptyView(empty) : empty,
    columns: [
      { label: () => t('transitos.code'), cell: ({ id, code }) => html`<a href=${href(`/transitos/${id}`)}>${code}</a>`, sort: 'code' },
      { label: () => t('transitos.status'), cell: ({ status }) => statusView('transitos', status) },
      ...(seal ? [{ label: () => t('precintos.one'), cell: ({ precintoId }) => sealLink(precintoId, app) }] : []),
      { label: () => t('transitos.route'), cell: ({ origin, destination }) => html`<span class="route">${t('transitos.fromTo', { origin, destination })}</span>` },
      { label: () => t('transitos.vehiclePlate'), cell: ({ vehiclePlate }) => html`<span class="code">${vehiclePlate}</span>` },
      { label: () => t('transitos.startedAt'), cell: ({ startedAt }) => momentView(startedAt, '–'), sort: 'startedAt' },
      {
        label: () => t('transitos.expectedAt'),
        cell: (transito) => (transito.expectedAt ? html`<div>${expectedView(transito)}</div>` : '–'),
        sort: 'expectedAt',
      },
      ...(custom ? customColumns(custom) : []),
    ],
  });
}

/** @param empty a text or a template @param seal whether to show which one it is */
export function alertasTable(list, app, { empty, custom, seal = true }) {
  return listView(list, {
    caption: t('alertas.title'),
    empty: typeof empty === 'string' ? emptyView(empty) : empty,
    columns: [
      { label: () => t('alertas.message'), cell: ({ id, message }) => html`<a href=${href(`/alertas/${id}`)}>${message}</a>` },
      { label: () => t('alertas.severity'), cell: ({ severity }) => severityView(severity) },
      { label: () => t('alertas.type'), cell: ({ type }) => html`<span class="word">${t(`alertas.type.${type}`)}</span>` },
      ...(seal ? [{ label: () => t('precintos.one'), cell: ({ precintoId }) => sealLink(precintoId, app) }] : []),
      { label: () => t('alertas.status'), cell: ({ status }) => statusView('alertas', status) },
      ...(custom ? customColumns(custom) : []),
      { label: () => t('alertas.createdAt'), cell: ({ createdAt }) => momentView(createdAt), sort: 'createdAt' },
    ],
  });
}
