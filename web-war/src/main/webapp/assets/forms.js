/** What the forms have in common: messages beside the fields, the message of the page, one submission at a time. */

import { describe, Problem } from './core/api.js';
import { onLanguage, t } from './core/i18n.js';

let message = null;

onLanguage(() => showMessage());

/** Writes to the live region. The text is a function so that it follows the language. */
export function say(text, kind = 'info') {
  message = { text, kind };
  showMessage();
  document.getElementById('message').scrollIntoView({ block: 'nearest' });
}

export function clearMessage() {
  message = null;
  showMessage();
}

function showMessage() {
  const element = document.getElementById('message');
  element.textContent = message ? message.text() : '';
  element.dataset.kind = message ? message.kind : '';
}

export function fieldError(field, text) {
  field.setAttribute('aria-invalid', 'true');
  errorOf(field).textContent = text;
}

/** Marks the required fields that are empty; the answer says whether the form may be sent. */
export function requireFilled(form) {
  for (const field of form.querySelectorAll('input[required]')) {
    if (field.value.trim() === '') {
      fieldError(field, t('field.required'));
    }
  }
  return !focusFirstError(form);
}

/** Shows a validation problem beside the fields it points at, and anything else as the message of the page. */
export function showProblem(form, error) {
  const unplaced = [];
  for (const { pointer, detail } of error instanceof Problem ? error.errors : []) {
    const field = form.elements.namedItem(String(pointer).replace(/^\//, ''));
    if (field instanceof HTMLInputElement) {
      fieldError(field, detail);
    } else {
      unplaced.push(detail);
    }
  }
  const placed = focusFirstError(form);
  if (unplaced.length > 0) {
    say(() => unplaced.join(' '), 'error');
  } else if (!placed) {
    say(() => describe(error), 'error');
  }
}

/** Runs the action for each submission, but never twice at once. The button keeps the focus. */
export function onSubmit(form, action) {
  const button = form.querySelector('[type="submit"]');
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (button.getAttribute('aria-disabled') === 'true') {
      return;
    }
    button.setAttribute('aria-disabled', 'true');
    clearErrors(form);
    clearMessage();
    try {
      await action();
    } finally {
      button.removeAttribute('aria-disabled');
    }
  });
}

function clearErrors(form) {
  for (const field of form.querySelectorAll('input')) {
    field.removeAttribute('aria-invalid');
    errorOf(field).textContent = '';
  }
}

function focusFirstError(form) {
  const first = form.querySelector('[aria-invalid="true"]');
  first?.focus();
  return first !== null;
}

function errorOf(field) {
  return document.getElementById(`${field.id}-error`);
}
