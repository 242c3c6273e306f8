/** A form within a dialog: what was typed stays until it was sent or the dialog is closed. */

import { html } from '../core/lit.js';
import { t } from '../core/i18n.js';
import { openDialog } from './dialogs.js';
import { createForm, formMessage } from './form.js';

/**
 * @param title a function
 * @param values to begin with
 * @param fields gets the form and update(), and answers a template
 * @param button a function
 * @param submit sends the values; its answer is the dialog's, true if it has none
 * @param failed is told of what ends the page; the answer says whether it did
 * @param ready whether the form may be sent, such as once a name was typed
 */
export function formDialog({ title, values, fields, button, submit, failed = () => false, danger = false, ready = () => true }) {
  let form;
  return openDialog(title, (close, update) => {
    form ??= createForm({
      values,
      update,
      failed: (error) => {
        const over = failed(error);
        if (over) {
          close();
        }
        return over;
      },
      submit: async (given) => close((await submit(given, form)) ?? true),
    });
    return html`<form method="post" novalidate @submit=${form.submitted}>
      ${formMessage(form)} ${fields(form, update)}
      <div class="actions">
        <button type="button" @click=${() => close()}>${t('dialog.cancel')}</button>
        <button
          type="submit"
          class=${danger ? 'danger' : 'primary'}
          ?disabled=${!ready(form.values)}
          aria-busy=${form.busy}
        >
          ${button()}
        </button>
      </div>
    </form>`;
  });
}
