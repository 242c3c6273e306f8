/** The two languages of the pages. Only the choice of language is stored in the browser. */

const LANGUAGES = ['en', 'es'];
const STORED = 'tenantry.language';

const texts = {};
const listeners = [];
let language = 'en';

export function currentLanguage() {
  return language;
}

/** The text of a key, with {placeholders} filled in. A key that is missing stays visible as the key. */
export function t(key, values = {}) {
  const text = texts[language]?.[key] ?? texts.en?.[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

export function has(key) {
  return key in (texts[language] ?? {});
}

export function dateTime(instant) {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));
}

export function percent(value) {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(value / 100);
}

/** Called after every change of language, for what the page wrote itself. */
export function onLanguage(listener) {
  listeners.push(listener);
}

/** Loads the language to begin with and makes the two buttons work. */
export async function startLanguages() {
  for (const code of LANGUAGES) {
    document.getElementById(`language-${code}`).addEventListener('click', () => choose(code));
  }
  await use(stored() ?? preferred());
}

async function choose(code) {
  await use(code);
  try {
    localStorage.setItem(STORED, code);
  } catch {
    // a browser without storage: the choice lasts as long as the page
  }
}

async function use(code) {
  await load(code);
  language = code;
  document.documentElement.lang = code;
  for (const element of document.querySelectorAll('[data-i18n]')) {
    element.textContent = t(element.dataset.i18n);
  }
  for (const element of document.querySelectorAll('[data-i18n-label]')) {
    element.setAttribute('aria-label', t(element.dataset.i18nLabel));
  }
  for (const other of LANGUAGES) {
    document.getElementById(`language-${other}`).setAttribute('aria-pressed', String(other === code));
  }
  listeners.forEach((listener) => listener());
}

async function load(code) {
  if (texts[code]) {
    return;
  }
  try {
    const answer = await fetch(new URL(`i18n/${code}.json`, import.meta.url));
    if (answer.ok) {
      texts[code] = await answer.json();
    }
  } catch {
    // keys are shown until the next change of language tries again
  }
}

function stored() {
  try {
    const code = localStorage.getItem(STORED);
    return LANGUAGES.includes(code) ? code : null;
  } catch {
    return null;
  }
}

function preferred() {
  return navigator.language.toLowerCase().startsWith('es') ? 'es' : 'en';
}
