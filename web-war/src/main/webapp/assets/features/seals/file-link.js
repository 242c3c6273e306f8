/** An address of a file for somebody without an account. */

import { dateTime } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { call } from '../../core/session.js';
import { openDialog } from '../../ui/dialogs.js';
import { createForm, fieldView, formMessage, submitView } from '../../ui/form.js';

const HOUR_S = 3_600;
const HOURS = [1, 8, 24];

/** @param path that makes one */
export function askForLink(path, { name }, app) {
  let form;
  let link = null;
  let copied = null;
  return openDialog(
    () => t('fileLink.title', { name }),
    (close, update) => {
      form ??= createForm({
        values: { expiresIn: String(HOUR_S) },
        update,
        failed: (error) => app.failed(error) && (close(), true),
        submit: async ({ expiresIn }) => {
          link = await call('POST', path, { body: { expiresIn: Number(expiresIn) } });
          copied = null;
        },
      });
      const copy = async () => {
        try {
          await navigator.clipboard.writeText(link.url);
          copied = true;
        } catch {
          // not allowed here: the text is selected, so that it can be copied by hand
          document.getElementById('file-link').select();
          copied = false;
        }
        update();
      };
      return html`<form method="post" novalidate @submit=${form.submitted}>
          <p>${t('fileLink.text')}</p>
          ${formMessage(form)}
          ${fieldView(form, 'expiresIn', {
            label: t('fileLink.expiresIn'),
            type: 'select',
            required: true,
            options: HOURS.map((hours) => [String(hours * HOUR_S), t(`fileLink.hours.${hours}`)]),
          })}
          ${submitView(form, t(link ? 'fileLink.another' : 'fileLink.submit'))}
        </form>
        ${link
          ? html`<div class="field">
                <label for="file-link">${t('fileLink.url')}</label>
                <input id="file-link" readonly .value=${link.url} @focus=${(event) => event.target.select()} />
                <p class="hint">${t('fileLink.expires', { time: dateTime(link.expiresAt) })}</p>
              </div>
              <div class="actions"><button type="button" class="primary" @click=${copy}>${t('fileLink.copy')}</button></div>`
          : nothing}
        <p role="status">${copied === null ? '' : t(copied ? 'fileLink.copied' : 'fileLink.copyByHand')}</p>`;
    },
  );
}
