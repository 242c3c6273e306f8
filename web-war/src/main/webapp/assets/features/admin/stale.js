/** What was typed stays when somebody else was faster: the state of now is read, and then it can be sent again. */

import { Problem } from '../../core/api.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';

/** @param reload reads what is there now */
export function staleGuard(reload) {
  let stale = false;
  return {
    /** Around what a form submits. */
    watch: (submit) => async (values, form) => {
      stale = false;
      try {
        return await submit(values, form);
      } catch (error) {
        stale = error instanceof Problem && error.status === 412;
        throw error;
      }
    },
    view: () =>
      stale
        ? html`<div class="notice">
            <p>${t('admin.stale')}</p>
            <button
              type="button"
              @click=${() => {
                stale = false;
                reload();
              }}
            >
              ${t('admin.stale.reload')}
            </button>
          </div>`
        : nothing,
  };
}
