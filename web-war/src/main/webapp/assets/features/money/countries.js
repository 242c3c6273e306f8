/** The countries by their codes (ISO 3166-1), named in the reader's language. */

import { currentLanguage } from '../../core/i18n.js';

/** Codes browsers can name that are no country of the standard. */
const OTHERS = new Set(['AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'QO', 'TA', 'UN', 'XA', 'XB', 'XK', 'ZZ']);
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const byLanguage = {};

/** Each [code, name], by name. */
export function countries() {
  const language = currentLanguage();
  byLanguage[language] ??= named(language);
  return byLanguage[language];
}

function named(language) {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  return LETTERS.flatMap((first) => LETTERS.map((second) => first + second))
    .filter((code) => !OTHERS.has(code) && isCurrent(code))
    .map((code) => [code, names.of(code)])
    .filter(([, name]) => name)
    .sort(([, one], [, other]) => one.localeCompare(other, language));
}

/** Codes that are no longer used are made the present one's. */
function isCurrent(code) {
  return new Intl.Locale(`und-${code}`).region === code;
}
