/** Files that are saved, chosen, dropped and sent. */

import { describe } from '../core/api.js';
import { number } from '../core/format.js';
import { t } from '../core/i18n.js';
import { html, nothing } from '../core/lit.js';
import { download } from '../core/session.js';

const KEEP_MS = 60_000;

/** Gives the reader a file of the API to save. @param path of the file in the API */
export async function saveFile(path, name) {
  saveBlob(await download(path), name);
}

/** Gives the reader a file to save. */
export function saveBlob(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), KEEP_MS);
}

/**
 * A place to drop files, with a button to choose them.
 *
 * @param accept as of an input
 * @param chosen is given the files
 */
export function dropView({ id, label, hint, accept = '', multiple = false, chosen }) {
  const over = (event) => {
    if (event.dataTransfer?.types.includes('Files')) {
      event.preventDefault();
      event.currentTarget.dataset.over = '';
    }
  };
  const leave = (event) => delete event.currentTarget.dataset.over;
  const drop = (event) => {
    event.preventDefault();
    leave(event);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) {
      chosen(multiple ? files : files.slice(0, 1));
    }
  };
  const change = (event) => {
    const files = [...event.target.files];
    // the same file may be chosen again after it was corrected
    event.target.value = '';
    if (files.length > 0) {
      chosen(files);
    }
  };
  return html`<div class="drop" @dragover=${over} @dragleave=${leave} @drop=${drop}>
    <input
      type="file"
      class="visually-hidden"
      id=${id}
      accept=${accept}
      ?multiple=${multiple}
      aria-describedby="${id}-hint"
      @change=${change}
    />
    <label class="button" for=${id}>${label}</label>
    <p class="hint" id="${id}-hint">${t(multiple ? 'file.dropMany' : 'file.dropOne')} ${hint}</p>
  </div>`;
}

/** A file on its way. @param sending {name, part (0 to 1), error} */
export function sendingView({ name, part, error }, { stop, close } = {}) {
  const share = number(part, { style: 'percent', maximumFractionDigits: 0 });
  return html`<div class="sending">
    <p>${name}</p>
    ${error
      ? html`<p class="field-error" role="alert">${describe(error)}</p>
          ${close ? html`<button type="button" @click=${close}>${t('file.dismiss')}</button>` : nothing}`
      : html`<progress max="1" .value=${part} aria-label=${t('file.sending', { name })}></progress>
          <p class="hint">${part < 1 ? share : t('file.checking')}</p>
          ${stop && part < 1 ? html`<button type="button" @click=${stop}>${t('dialog.cancel')}</button>` : nothing}`}
  </div>`;
}
