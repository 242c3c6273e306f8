/** An e-mail with sample values, drawn by the server; its HTML is shown in a frame that may do nothing. */

import { describe } from '../../core/api.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { loadingView } from '../../ui/states.js';

const TYPING_MS = 400;
const STYLE = new URL('mail-frame.css', import.meta.url).href;

export function createEmailPreview({ read, update, failed }) {
  let timer;
  let turn = 0;
  let open = true;
  const preview = {
    email: null,
    error: null,
    asText: false,
    async now() {
      clearTimeout(timer);
      const mine = ++turn;
      try {
        const email = await read();
        if (mine !== turn) {
          return;
        }
        preview.email = email;
        preview.error = null;
      } catch (error) {
        if (mine !== turn || failed(error)) {
          return;
        }
        preview.error = error;
      }
      if (open) {
        update();
      }
    },
    /** When the typing pauses. */
    later() {
      clearTimeout(timer);
      timer = setTimeout(preview.now, TYPING_MS);
    },
    show(asText) {
      preview.asText = asText;
      update();
    },
    close() {
      open = false;
      turn++;
      clearTimeout(timer);
    },
  };
  return preview;
}

export function emailPreviewView(preview) {
  const { email, error, asText } = preview;
  return html`<section class="panel">
    <div class="preview-head">
      <h3>${t('look.mail.title')}</h3>
      <div class="languages" role="group" aria-label=${t('look.mail.form')}>
        <button type="button" aria-pressed=${!asText} @click=${() => preview.show(false)}>HTML</button>
        <button type="button" aria-pressed=${asText} @click=${() => preview.show(true)}>${t('look.mail.text')}</button>
      </div>
    </div>
    ${error ? html`<p class="warning" role="status">${problemText(error)}</p>` : nothing}
    ${email
      ? html`<p><span class="hint">${t('look.template.subject')}:</span> <strong>${email.subject}</strong></p>
          ${asText ? html`<pre tabindex="0" aria-label=${t('look.mail.title')}>${email.text}</pre>` : frameView(email)}`
      : error
        ? nothing
        : loadingView()}
    <p class="hint">${t('look.mail.hint')}</p>
  </section>`;
}

/** No scripts, no forms, no way out; the origin is kept for the style sheet alone. */
function frameView(email) {
  const content = `<!doctype html><html><head><link rel="stylesheet" href="${STYLE}"></head><body>${email.html}</body></html>`;
  return html`<iframe class="mail-frame" sandbox="allow-same-origin" title=${t('look.mail.title')} .srcdoc=${content}></iframe>`;
}

function problemText(error) {
  return error.errors?.length ? error.errors.map(({ detail }) => detail).join(' ') : describe(error);
}
