/** The self-check of the isolation between organizations, by table, role and entity. */

import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { tableView } from '../../ui/table.js';
import { createLoadedFrom } from './loaded.js';
import { yesNo } from './words.js';

export default {
  texts: 'admin',
  title: () => t('nav.adminIsolation'),
  open: ({ app }) => {
    const check = createLoadedFrom({ app, path: 'admin/isolation' });
    check.reload();
    return {
      view: () => check.view(
        (report) => html`
          <section class="panel" aria-labelledby="result">
            <h2 id="result">${t('admin.isolation.result')}</h2>
            <p role="status">
              <span class="status" data-status=${report.status === 'isolated' ? 'done' : 'failed'}>${t(`admin.isolation.${report.status}`)}</span>
            </p>
            <p class="hint">${t('admin.isolation.text')}</p>
            <div class="actions">
              <button type="button" aria-busy=${check.loading} @click=${() => check.reload()}>${t('admin.isolation.again')}</button>
            </div>
          </section>
          ${report.violations.length > 0 ? violationsView(report.violations) : nothing} ${rolesView(report.roles)}
          ${tablesView(report.tables)} ${entitiesView(report.entities)}
        `,
      ),
    };
  },
};

function violationsView(items) {
  return tableView({
    caption: t('admin.isolation.violations'),
    showCaption: true,
    items,
    columns: [
      { label: () => t('admin.isolation.subject'), cell: ({ subject }) => subject },
      { label: () => t('admin.job.rule'), cell: ({ rule }) => rule },
    ],
  });
}

function rolesView(items) {
  return tableView({
    caption: t('admin.isolation.roles'),
    showCaption: true,
    items,
    columns: [
      { label: () => t('admin.isolation.role'), cell: ({ name, current }) => (current ? t('admin.isolation.currentRole', { name }) : name) },
      { label: () => t('admin.isolation.superuser'), cell: ({ superuser }) => yesNo(superuser) },
      { label: () => t('admin.isolation.bypasses'), cell: ({ bypassesRls }) => yesNo(bypassesRls) },
      { label: () => t('admin.isolation.owns'), cell: ({ ownsTables }) => yesNo(ownsTables) },
    ],
  });
}

function tablesView(items) {
  return tableView({
    caption: t('admin.isolation.tables'),
    showCaption: true,
    items,
    columns: [
      { label: () => t('admin.table'), cell: ({ name }) => name },
      {
        label: () => t('admin.isolation.protection'),
        cell: ({ isProtected, sharedBecause }) =>
          isProtected ? t('admin.isolation.protected') : html`${t('admin.isolation.shared')} <span lang="en">${sharedBecause}</span>`,
      },
      {
        label: () => t('admin.isolation.result'),
        cell: ({ sound }) =>
          html`<span class="status" data-status=${sound ? 'done' : 'failed'}>${t(sound ? 'admin.isolation.sound' : 'admin.isolation.unsound')}</span>`,
      },
    ],
  });
}

function entitiesView(items) {
  return tableView({
    caption: t('admin.isolation.entities'),
    showCaption: true,
    items,
    columns: [
      { label: () => t('admin.isolation.entity'), cell: ({ name }) => name },
      { label: () => t('admin.isolation.tables'), cell: ({ tables }) => tables.join(', ') },
      { label: () => t('admin.isolation.multitenant'), cell: ({ multitenant }) => yesNo(multitenant) },
    ],
  });
}
