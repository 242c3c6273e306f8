/** Seals or transits from a CSV file: first what would happen, line by line, then the import. */

import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { current, href } from '../../core/router.js';
import { upload } from '../../core/session.js';
import { createCustomFields } from '../../ui/custom-fields.js';
import { dropView, saveBlob, sendingView } from '../../ui/files.js';
import { errorView } from '../../ui/states.js';
import { checkedView, rejectedView } from './import-result.js';

const COLUMNS = {
  precintos: ['code', 'status', 'batteryPct', 'lastSeenAt'],
  transitos: ['code', 'precinto', 'origin', 'destination', 'vehiclePlate', 'expectedAt'],
};

export default {
  texts: 'seals',
  title: () => t(`import.title.${entity()}`),
  open: ({ app }) => {
    const what = entity();
    const custom = createCustomFields({ entity: what, app });
    const columns = () => [...COLUMNS[what], ...custom.fields.map(({ key }) => `cf.${key}`)];
    let file = null;
    let sending = null;
    let checked = null;
    let imported = null;
    let error = null;
    let last = null;

    /** @param options {dryRun} or {onError} */
    const send = async (options) => {
      const stopper = new AbortController();
      last = options;
      sending = { name: file.name, part: 0, stopper };
      error = null;
      app.update();
      try {
        const answer = await upload(`${what}/import?${new URLSearchParams(options)}`, file, {
          headers: { 'Content-Type': 'text/csv', 'Idempotency-Key': keyOf(options) },
          signal: stopper.signal,
          progress: (part) => {
            sending.part = part;
            app.update();
          },
        });
        if (answer.dryRun) {
          checked = answer;
        } else {
          imported = answer;
        }
      } catch (thrown) {
        if (!stopper.signal.aborted && !app.failed(thrown)) {
          error = thrown;
        }
      }
      sending = null;
      app.update();
    };
    // a repetition after a lost answer imports nothing twice; another choice of the file begins anew
    let keys = {};
    const keyOf = (options) => (keys[JSON.stringify(options)] ??= `import-${Array.from(crypto.getRandomValues(new Uint32Array(4))).join('-')}`);
    const choose = ([chosen]) => {
      sending?.stopper.abort();
      file = chosen;
      checked = imported = error = null;
      keys = {};
      send({ dryRun: true });
    };
    const again = () => send(last);
    const template = () => saveBlob(new Blob([`${columns().join(',')}\r\n`], { type: 'text/csv' }), `${what}.csv`);
    return {
      close: () => sending?.stopper.abort(),
      dirty: () => Boolean(sending) && Boolean(checked),
      view: () =>
        app.can(`${what}:write`)
          ? html`
              <p class="back"><a href=${href(`/${what}`)}>${t(`${what}.title`)}</a></p>
              <section class="panel">
                <h2>${t('import.choose')}</h2>
                <p>${t('import.columns')} ${columns().map((name, i) => html`${i > 0 ? ', ' : ''}<code>${name}</code>`)}.</p>
                ${dropView({ id: 'import-file', label: t('import.file'), hint: t('import.hint'), accept: '.csv,text/csv', chosen: choose })}
                <div><button type="button" @click=${template}>${t('import.template')}</button></div>
              </section>
              ${sending ? sendingView(sending, { stop: () => sending?.stopper.abort() }) : nothing}
              ${error ? (error.errors.length > 0 ? rejectedView(error) : errorView(error, again)) : nothing}
              ${imported ? doneView(what, imported) : nothing}
              ${checked && !imported && !sending
                ? checkedView(checked, { all: () => send({}), valid: () => send({ onError: 'skip' }) })
                : nothing}
            `
          : html`<div class="state" role="alert"><p>${t('state.forbidden')}</p></div>`,
    };
  },
};

/** The same page is for both. */
function entity() {
  return current().path.startsWith('/transitos') ? 'transitos' : 'precintos';
}

function doneView(what, { imported, rows }) {
  return html`<section class="panel" role="status">
    <h2>${t('import.done', { count: imported })}</h2>
    ${rows > imported ? html`<p>${t('import.left', { count: rows - imported })}</p>` : nothing}
    <div><a class="button primary" href=${href(`/${what}`)}>${t(`import.show.${what}`)}</a></div>
  </section>`;
}
