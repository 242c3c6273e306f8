/** Where one begins: the dashboard of the organization, or one's own. */

import { Problem } from '../../core/api.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { visibleEntries } from '../../shell.js';
import { confirmAction } from '../../ui/dialogs.js';
import { say, sayProblem } from '../../ui/notices.js';
import { emptyView, errorView, loadingView } from '../../ui/states.js';
import { boardView, titleOf } from './board.js';
import { Dashboard } from './dashboard.js';
import { COLUMNS } from './layout.js';
import { createContents } from './widgets.js';

export default {
  texts: 'home',
  title: () => t('home.title'),
  open: ({ app }) => (app.me.tenant ? openDashboard(app) : { view: () => entriesView(app) }),
};

function openDashboard(app) {
  const dashboard = new Dashboard(app);
  const contents = createContents(app);
  const page = { app, dashboard, conflict: false, spoken: '' };
  const board = {
    get widgets() {
      return dashboard.widgets;
    },
    get types() {
      return dashboard.types;
    },
    get editing() {
      return dashboard.editing;
    },
    contentOf: contents.view,
    change: (key, place, from) => {
      dashboard.change(key, place, from);
      const { x, y, w, h } = dashboard.widgets.find((widget) => widget.key === key);
      page.spoken = t('home.placed', { column: x + 1, columns: COLUMNS, row: y + 1, w, h });
      app.update();
    },
    remove: (key) => {
      dashboard.remove(key);
      app.update();
    },
    setOption: (key, name, value) => {
      dashboard.setOption(key, name, value);
      app.update();
    },
  };
  dashboard.load();
  return {
    view: () => {
      if (dashboard.error) {
        return errorView(dashboard.error, dashboard.load);
      }
      if (!dashboard.loaded) {
        return loadingView();
      }
      return html`${toolbarView(page)} ${boardView(board)}
      ${dashboard.widgets.length === 0
        ? dashboard.types.size === 0
          ? entriesView(app)
          : emptyView(t('home.empty'), dashboard.editing ? nothing : arrangeButton(page))
        : nothing}`;
    },
    close: contents.close,
    dirty: () => dashboard.dirty,
  };
}

function toolbarView(page) {
  const { dashboard } = page;
  if (!dashboard.editing) {
    return html`<div class="toolbar home-bar">
      <p class="hint">${t(dashboard.own ? 'home.own' : 'home.organization')}</p>
      ${dashboard.types.size > 0 ? arrangeButton(page) : nothing}
    </div>`;
  }
  return html`<section class="panel arrange" aria-label=${t('home.arrange')}>
    <p id="arrange-help">${t('home.help')}</p>
    <p class="visually-hidden" role="status">${page.spoken}</p>
    ${page.conflict ? conflictView(page) : nothing}
    <div class="toolbar">
      ${addView(page)}
      <div class="actions">
        <button type="button" @click=${() => cancel(page)}>${t('dialog.cancel')}</button>
        ${dashboard.own ? html`<button type="button" @click=${() => reset(page)}>${t('home.reset')}</button>` : nothing}
        ${page.app.can('dashboard:write')
          ? html`<button type="button" @click=${() => saveForAll(page)}>${t('home.saveForAll')}</button>`
          : nothing}
        <button type="button" class="primary" @click=${() => attempt(page, () => dashboard.save(), 'home.saved')}>${t('form.save')}</button>
      </div>
    </div>
  </section>`;
}

function arrangeButton({ app, dashboard }) {
  const arrange = () => {
    dashboard.editing = true;
    app.update();
  };
  return html`<button type="button" @click=${arrange}>${t('home.arrange')}</button>`;
}

function addView({ app, dashboard }) {
  const add = (event) => {
    const { value } = event.target;
    event.target.value = '';
    if (!dashboard.add(value)) {
      sayProblem(new Problem(0, { detail: t('home.full') }));
    }
    app.update();
  };
  return html`<div class="field">
    <label for="add-widget">${t('home.add')}</label>
    <select id="add-widget" @change=${add}>
      <option value="">${t('home.addChoose')}</option>
      ${[...dashboard.types.values()].map((type) => html`<option value=${type.type}>${titleOf(type)}</option>`)}
    </select>
  </div>`;
}

function conflictView(page) {
  const reload = () => {
    page.conflict = false;
    page.dashboard.editing = false;
    page.dashboard.load();
  };
  return html`<div class="form-error" role="alert">
    <p>${t('home.conflict')}</p>
    <button type="button" @click=${reload}>${t('page.reload')}</button>
  </div>`;
}

function cancel({ app, dashboard }) {
  dashboard.cancel();
  app.update();
}

async function attempt(page, action, done) {
  try {
    await action();
    page.conflict = false;
    say(() => t(done));
  } catch (error) {
    if (page.app.failed(error)) {
      return;
    }
    page.conflict = error instanceof Problem && error.status === 412;
    if (!page.conflict) {
      sayProblem(error);
    }
  }
  page.app.update();
}

function reset(page) {
  return confirmAction({
    title: () => t('home.reset'),
    text: () => t('home.resetText'),
    button: () => t('home.reset'),
    action: () => attempt(page, () => page.dashboard.reset(), 'home.resetDone'),
  });
}

function saveForAll(page) {
  return confirmAction({
    title: () => t('home.saveForAll'),
    text: () => t('home.saveForAllText'),
    button: () => t('home.saveForAll'),
    danger: false,
    action: () => attempt(page, () => page.dashboard.saveForAll(), 'home.savedForAll'),
  });
}

/** Where there is no dashboard: the pages there are. */
function entriesView(app) {
  return html`<ul class="cards">
    ${visibleEntries(app).map(({ path, label }) => html`<li><a class="card" href="#${path}">${t(label)}</a></li>`)}
  </ul>`;
}
