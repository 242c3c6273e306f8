/** One entry of the log: who did what, and the values before and after side by side. */

import { dateTime } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { openDialog } from '../../ui/dialogs.js';
import { factsView, tableView } from '../../ui/table.js';

export function whoView({ actor, actorKind, actingAs }) {
  return html`<span>
    ${actor ?? t(`activity.kind.${actorKind}`)}
    ${['user', actor].includes(actorKind) ? nothing : html`<span class="hint">(${t(`activity.kind.${actorKind}`)})</span>`}
    ${actingAs ? html`<br /><span class="hint">${t('activity.actingAs', { as: actingAs })}</span>` : nothing}
  </span>`;
}

export function openEntry(entry) {
  return openDialog(
    () => entry.action,
    () => html`
      ${factsView([
        [t('activity.at'), dateTime(entry.at)],
        [t('activity.actor'), whoView(entry)],
        [t('activity.entity'), entry.entity],
        [t('activity.entityId'), entry.entityId && html`<code translate="no">${entry.entityId}</code>`],
        [t('activity.requestId'), entry.requestId && html`<code translate="no">${entry.requestId}</code>`],
      ])}
      ${comparisonView(entry)}
    `,
  );
}

/** Only what differs, where there is a before and an after. */
function comparisonView({ before, after }) {
  const rows = compared(before, after);
  if (rows.length === 0) {
    return html`<p class="hint">${t('activity.noValues')}</p>`;
  }
  const columns = [
    { label: () => t('activity.value'), cell: ({ name }) => html`<code translate="no">${name}</code>` },
    before && { label: () => t('activity.before'), cell: (row) => valueView(row.before, 'before') },
    after && { label: () => t('activity.after'), cell: (row) => valueView(row.after, 'after') },
  ];
  return tableView({ caption: t('activity.values'), items: rows, columns: columns.filter(Boolean) });
}

function compared(before, after) {
  const one = flat(before);
  const other = flat(after);
  return [...new Set([...Object.keys(one), ...Object.keys(other)])]
    .filter((name) => !before || !after || one[name] !== other[name])
    .map((name) => ({ name, before: one[name], after: other[name] }));
}

/** Nested members by their path; values as JSON, so that a text is not taken for a number. */
function flat(value, path = '') {
  if (value && typeof value === 'object' && !Array.isArray(value)) {
    return Object.assign({}, ...Object.entries(value).map(([name, inner]) => flat(inner, path ? `${path}.${name}` : name)));
  }
  return path ? { [path]: JSON.stringify(value) } : {};
}

function valueView(text, side) {
  if (text === undefined || text === 'null') {
    return html`<span class="hint">–</span>`;
  }
  const shown = text.startsWith('"') ? JSON.parse(text) : text;
  return side === 'before' ? html`<del>${shown}</del>` : html`<ins>${shown}</ins>`;
}
