/** How the texts of an e-mail were before. */

import { dateTime } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { call } from '../../core/session.js';
import { confirmAction, openDialog } from '../../ui/dialogs.js';
import { createLoaded, loadedView } from '../../ui/loaded.js';
import { say, sayProblem } from '../../ui/notices.js';
import { emptyView } from '../../ui/states.js';
import { tableView } from '../../ui/table.js';

const LIMIT = 200;

export function createVersions(page) {
  const { update, failed } = page.app;
  const read = async () => (await call('GET', `${page.path('/versions')}&limit=${LIMIT}`)).items;
  return { list: createLoaded({ read, update, failed }), page };
}

export function versionsView({ list, page }) {
  return html`<section class="stack">
    <h2>${t('look.versions.title')}</h2>
    ${loadedView(list, (versions) => (versions.length === 0 ? emptyView(t('look.versions.empty')) : tableOf(page, versions)))}
  </section>`;
}

function tableOf(page, items) {
  return tableView({
    caption: t('look.versions.title'),
    items,
    columns: [
      { label: () => t('look.versions.no'), cell: ({ no }) => no },
      { label: () => t('look.versions.at'), cell: ({ createdAt }) => dateTime(createdAt) },
      { label: () => t('look.versions.by'), cell: ({ createdBy }) => createdBy ?? '–' },
      { label: () => t('look.versions.what'), cell: ({ isDefault }) => t(isDefault ? 'look.versions.default' : 'look.versions.own') },
      { label: () => t('look.versions.actions'), cell: (version) => actionsView(page, version) },
    ],
  });
}

function actionsView(page, version) {
  return html`<span class="actions">
    <button type="button" @click=${() => look(page, version)}>${t('look.versions.look')}</button>
    ${page.mayChange && version.no !== page.template.no
      ? html`<button type="button" @click=${() => restore(page, version)}>${t('look.versions.restore')}</button>`
      : nothing}
  </span>`;
}

async function look(page, { no }) {
  try {
    const { subject, text, html: content } = await call('GET', page.path(`/versions/${no}`));
    await openDialog(
      () => t('look.versions.one', { no }),
      () => html`
        <p><strong>${subject}</strong></p>
        <h3>${t('look.template.text')}</h3>
        <pre tabindex="0">${text}</pre>
        <h3>${t('look.template.html')}</h3>
        <pre tabindex="0">${content}</pre>
      `,
    );
  } catch (error) {
    if (!page.app.failed(error)) {
      sayProblem(error);
    }
  }
}

function restore(page, { no }) {
  return confirmAction({
    title: () => t('look.versions.restoreTitle', { no }),
    text: () => t('look.versions.restoreText'),
    button: () => t('look.versions.restore'),
    danger: false,
    action: async () => {
      page.show(await page.changing('POST', `/versions/${no}/restore`));
      page.loaded.set(page.template);
      say(() => t('look.versions.restored', { no }));
    },
  });
}
