/** The two languages of the pages. Only the choice of language is stored in the browser. */

export const LANGUAGES = ['en', 'es'];
const STORED = 'tenantry.language';

const texts = {};
const loaded = {};
const folders = ['..'];
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

/** Called after every change of language, for what the page wrote itself; the answer ends that. */
export function onLanguage(listener) {
  listeners.push(listener);
  return () => listeners.splice(listeners.indexOf(listener), 1);
}

/** Loads the language to begin with, and makes the two buttons work where the page has them. */
export async function startLanguages() {
  for (const code of LANGUAGES) {
    document.getElementById(`language-${code}`)?.addEventListener('click', () => chooseLanguage(code));
  }
  await use(stored() ?? preferred());
}

export async function chooseLanguage(code) {
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
    document.getElementById(`language-${other}`)?.setAttribute('aria-pressed', String(other === code));
  }
  listeners.forEach((listener) => listener());
}

/** Adds the texts of a feature, which are in its folder, before its first page is shown. */
export async function useTexts(feature) {
  const folder = `../features/${feature}`;
  if (!folders.includes(folder)) {
    folders.push(folder);
  }
  await load(language);
}

/** Loads the texts of a language that is not, or not yet, the page's. */
export function loadLanguage(code) {
  return load(code);
}

/** What is written while drawing is in this language: for an element in somebody else's page. */
export function inLanguage(code, draw) {
  const before = language;
  language = code;
  try {
    return draw();
  } finally {
    language = before;
  }
}

async function load(code) {
  texts[code] ??= {};
  loaded[code] ??= new Set();
  await Promise.all(folders.filter((folder) => !loaded[code].has(folder)).map((folder) => loadFrom(folder, code)));
}

async function loadFrom(folder, code) {
  try {
    const answer = await fetch(new URL(`${folder}/i18n/${code}.json`, import.meta.url));
    if (answer.ok) {
      Object.assign(texts[code], await answer.json());
      loaded[code].add(folder);
    }
  } catch {
    // keys are shown until the next page or change of language tries again
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
