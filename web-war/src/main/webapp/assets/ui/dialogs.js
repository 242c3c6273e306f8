/** Native modal dialogs: they keep the focus, close with Escape and give the focus back. */

import { describe } from '../core/api.js';
import { onLanguage, t } from '../core/i18n.js';
import { html, nothing, render } from '../core/lit.js';

/**
 * Opens a dialog. The answer is what it was closed with, undefined for Escape.
 *
 * @param title a function
 * @param content gets close(answer) and update(), and answers a template
 */
export function openDialog(title, content) {
  const dialog = document.createElement('dialog');
  document.body.append(dialog);
  return new Promise((resolve) => {
    let answer;
    const close = (given) => {
      answer = given;
      dialog.close();
    };
    const update = () =>
      render(
        html`<div class="dialog">
          <div class="dialog-head">
            <h2 id="dialog-title">${title()}</h2>
            <button type="button" class="quiet" aria-label=${t('dialog.close')} @click=${() => close()}>×</button>
          </div>
          ${content(close, update)}
        </div>`,
        dialog,
      );
    dialog.setAttribute('aria-labelledby', 'dialog-title');
    dialog.addEventListener('close', () => {
      dialog.remove();
      off();
      resolve(answer);
    });
    const off = onLanguage(update);
    update();
    dialog.showModal();
  });
}

/**
 * Asks before something that cannot be undone. It is done within the dialog, so that an error is read there.
 *
 * @param typed what has to be typed to go on; without it a button is enough
 * @param action does it; the answer tells whether it was done
 */
export function confirmAction({ title, text, button, typed, danger = true, action }) {
  let entered = '';
  let busy = false;
  let error = null;
  return openDialog(title, (close, update) => {
    const ready = !typed || entered.trim() === typed;
    const submit = async (event) => {
      event.preventDefault();
      if (busy || !ready) {
        return;
      }
      busy = true;
      error = null;
      update();
      try {
        await action();
        close(true);
      } catch (thrown) {
        busy = false;
        error = thrown;
        update();
      }
    };
    return html`<form @submit=${submit}>
      <p>${text()}</p>
      ${typed
        ? html`<div class="field">
            <label for="confirm-typed">${t('confirm.type', { text: typed })}</label>
            <input
              id="confirm-typed"
              autocomplete="off"
              autocapitalize="none"
              spellcheck="false"
              .value=${entered}
              @input=${(event) => {
                entered = event.target.value;
                update();
              }}
            />
          </div>`
        : nothing}
      <p class="field-error" role="alert">${error ? describe(error) : ''}</p>
      <div class="actions">
        <button type="button" @click=${() => close()}>${t('dialog.cancel')}</button>
        <button type="submit" class=${danger ? 'danger' : 'primary'} ?disabled=${!ready} aria-busy=${busy}>${button()}</button>
      </div>
    </form>`;
  });
}
