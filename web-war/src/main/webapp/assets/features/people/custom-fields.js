/** The fields the organization adds to its seals, transits and alerts. */

import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { href } from '../../core/router.js';
import { createList, listView } from '../../ui/list.js';
import { emptyView } from '../../ui/states.js';
import { notInPlanView, rowButton } from './common.js';
import { addField, convertField, deleteField, editField } from './custom-field-actions.js';

const ENTITIES = ['precintos', 'transitos', 'alertas'];

export default {
  texts: 'people',
  title: () => t('fields.title'),
  open: ({ app, query }) => {
    const entity = ENTITIES.includes(query.get('entity')) ? query.get('entity') : ENTITIES[0];
    const list = createList({ path: 'custom-fields', query: new URLSearchParams({ entity }), update: app.update, failed: app.failed });
    list.reload();
    const writes = () => app.can('customFields:write') && app.has('customFields');
    const addButton = () =>
      writes()
        ? html`<button type="button" class="primary" @click=${() => addField(app, list, entity)}>${t('fields.new')}</button>`
        : nothing;
    return {
      view: () => html`
        ${app.has('customFields') ? nothing : notInPlanView(t('fields.notInPlan'))}
        <div class="toolbar">
          ${entitiesView(entity)} ${addButton()}
        </div>
        <div>
          ${list.items.length === 0 && !list.loading && !list.error
            ? emptyView(t('fields.empty', { entity: t(`nav.${entity}`) }), addButton())
            : listView(list, { caption: t('fields.caption', { entity: t(`nav.${entity}`) }), empty: nothing, columns: columns(app, list, writes()) })}
        </div>
      `,
    };
  },
};

function entitiesView(entity) {
  return html`<nav class="choices" aria-label=${t('fields.entity')}>
    ${ENTITIES.map(
      (other) =>
        html`<a class="button" href=${href('/custom-fields', { entity: other })} aria-current=${other === entity ? 'page' : 'false'}
          >${t(`nav.${other}`)}</a
        >`,
    )}
  </nav>`;
}

function columns(app, list, writes) {
  return [
    { label: () => t('fields.label'), cell: ({ label }) => label },
    { label: () => t('fields.key'), cell: ({ key }) => html`<code>${key}</code>` },
    { label: () => t('fields.type'), cell: typeView },
    { label: () => t('fields.rules'), cell: rulesText },
    ...(app.can('customFields:write')
      ? [{ label: () => t('people.actions'), cell: (field) => actionsView(app, list, field, writes) }]
      : []),
  ];
}

function typeView({ type, options }) {
  return html`<span>${t(`fields.type.${type}`)}${type === 'select' ? html`<br /><span class="hint">${options.join(' · ')}</span>` : nothing}</span>`;
}

function rulesText({ required, unique }) {
  return [required && t('fields.required'), unique && t('fields.unique')].filter(Boolean).join(', ') || '–';
}

function actionsView(app, list, field, writes) {
  return html`<div class="row-actions">
    ${writes
      ? html`${rowButton(t('fields.edit'), field.label, () => editField(app, list, field))}
        ${rowButton(t('fields.convert'), field.label, () => convertField(app, list, field))}`
      : nothing}
    ${rowButton(t('fields.delete'), field.label, () => deleteField(app, list, field), 'danger')}
  </div>`;
}
