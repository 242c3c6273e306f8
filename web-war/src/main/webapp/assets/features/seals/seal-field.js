/** A field for a seal by its code, with suggestions. */

import { Problem } from '../../core/api.js';
import { t } from '../../core/i18n.js';
import { html } from '../../core/lit.js';
import { call } from '../../core/session.js';
import { fieldView } from '../../ui/form.js';
import { rememberCode } from './seal-codes.js';

const TYPING_MS = 250;

/** @param name of the value, which is the code; where the API refuses the id, the message is shown at the field */
export function createSealField({ name = 'precintoId', update, status = 'available' }) {
  let found = [];
  let asked = null;
  let timer;
  const suggest = async (text) => {
    const query = new URLSearchParams({ limit: 20, sort: 'code', ...(status ? { status } : {}), ...(text ? { q: text } : {}) });
    try {
      found = (await call('GET', `precintos?${query}`)).items;
      found.forEach(rememberCode);
      update();
    } catch {
      // without suggestions the code can be typed
    }
  };
  return {
    view: (form, { label, hint, required = true }) => {
      const text = (form.values[name] ?? '').trim();
      if (text !== asked) {
        asked = text;
        clearTimeout(timer);
        timer = setTimeout(() => suggest(text), TYPING_MS);
      }
      return html`${fieldView(form, name, { label, hint, required, maxlength: 60, list: `${name}-codes` })}
        <datalist id="${name}-codes">${found.map(({ code }) => html`<option value=${code}></option>`)}</datalist>`;
    },
    /** The id of a code. Throws what the form shows at the field. */
    idOf: async (text) => {
      const code = text.trim();
      const same = (seal) => seal.code.toLowerCase() === code.toLowerCase();
      const seal =
        found.find(same) ?? (await call('GET', `precintos?${new URLSearchParams({ q: code, limit: 200, sort: 'code' })}`)).items.find(same);
      if (!seal) {
        throw new Problem(400, { errors: [{ pointer: `/${name}`, detail: t('precintos.unknown', { code }) }] });
      }
      rememberCode(seal);
      return seal.id;
    },
  };
}
