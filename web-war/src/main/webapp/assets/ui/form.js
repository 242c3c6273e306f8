/**
 * A form: its values, the messages beside its fields by the pointers of a validation problem, one submission at a time, and
 * a guard against leaving it with changes.
 */

import { describe, Problem } from '../core/api.js';
import { t } from '../core/i18n.js';
import { html, ifDefined, live, nothing } from '../core/lit.js';
import { href } from '../core/router.js';

/**
 * @param values by the name of the member; nested members by a path such as colors/primary
 * @param submit sends the values; what it throws is shown
 * @param update draws the page again
 * @param failed is told of what ends the page; the answer says whether it did
 */
export function createForm({ values = {}, submit, update, failed = () => false }) {
  return new Form(values, submit, update, failed);
}

class Form {
  errors = {};
  message = null;
  /** What the last submission was refused with. */
  problem = null;
  busy = false;

  #initial;
  #submit;
  #update;
  #failed;
  #key;

  constructor(values, submit, update, failed) {
    this.reset(values);
    this.#submit = submit;
    this.#update = update;
    this.#failed = failed;
  }

  reset(values = this.#initial) {
    this.#initial = { ...values };
    this.values = { ...values };
    this.errors = {};
    this.message = null;
    this.problem = null;
    this.#key = null;
  }

  /** On other values than those it began with: what was typed since stays. */
  rebase(values) {
    const typed = Object.entries(this.values).filter(([name, value]) => value !== this.#initial[name]);
    this.reset(values);
    Object.assign(this.values, Object.fromEntries(typed));
    this.#update();
  }

  set(name, value) {
    this.values[name] = value;
    delete this.errors[name];
    this.#update();
  }

  get dirty() {
    return JSON.stringify(this.values) !== JSON.stringify(this.#initial);
  }

  /** The same for the same content, so that a repetition after a lost answer creates nothing twice. */
  idempotencyKey() {
    const content = JSON.stringify(this.values);
    if (this.#key?.content !== content) {
      this.#key = { content, key: randomKey() };
    }
    return this.#key.key;
  }

  /** For the form's submit event. */
  submitted = async (event) => {
    event.preventDefault();
    const element = event.currentTarget;
    if (this.busy) {
      return;
    }
    this.errors = {};
    this.message = null;
    this.problem = null;
    for (const field of element.querySelectorAll('[required]')) {
      if (field.type === 'checkbox' ? !field.checked : field.value.trim() === '') {
        this.errors[field.name] = t('field.required');
      }
    }
    if (Object.keys(this.errors).length === 0) {
      await this.#send();
    }
    this.#update();
    await Promise.resolve();
    element.querySelector('[aria-invalid="true"]')?.focus();
    if (this.message) {
      element.querySelector('.form-error')?.scrollIntoView({ block: 'nearest' });
    }
  };

  async #send() {
    this.busy = true;
    this.#update();
    try {
      await this.#submit(this.values, this);
      this.#initial = { ...this.values };
      this.#key = null;
    } catch (error) {
      if (!this.#failed(error)) {
        this.#refused(error);
      }
    } finally {
      this.busy = false;
    }
  }

  #refused(error) {
    this.problem = error;
    if (error instanceof Problem && !error.outcomeUnknown && error.status !== 429) {
      // refused for certain: the same content again is a new request, not a repetition
      this.#key = null;
    }
    const unplaced = [];
    for (const { pointer, detail } of error instanceof Problem ? error.errors : []) {
      const name = String(pointer).replace(/^\//, '');
      if (name in this.values) {
        this.errors[name] = detail;
      } else {
        unplaced.push(detail);
      }
    }
    if (unplaced.length > 0) {
      this.message = unplaced.join(' ');
    } else if (Object.keys(this.errors).length === 0) {
      this.message = describe(error);
    }
  }
}

/**
 * What could not be said beside a field, and the way out of it.
 *
 * @param reload fetches what somebody else has changed meanwhile, and rebases the form on it
 */
export function formMessage(form, reload) {
  return html`<div class="alert-slot" role="alert">
    ${form.message
      ? html`<div class="form-error">
          <p>${isStale(form) && reload ? t('form.stale') : form.message}</p>
          ${isStale(form) && reload ? html`<button type="button" @click=${reload}>${t('form.reload')}</button>` : nothing}
          ${['limit-exceeded', 'feature-not-in-plan'].includes(form.problem?.slug)
            ? html`<a href=${href('/plan')}>${t('state.seePlans')}</a>`
            : nothing}
        </div>`
      : nothing}
  </div>`;
}

function isStale(form) {
  return form.problem instanceof Problem && form.problem.slug === 'precondition-failed';
}

/**
 * A field with its label, hint and error.
 *
 * @param type of the input, or textarea, select, checkbox
 * @param options of a select, each [value, label]
 */
export function fieldView(form, name, { label, hint, type = 'text', required = false, options = [], ...attributes }) {
  const id = `field-${name.replaceAll('/', '-')}`;
  const error = form.errors[name];
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  const parts = { id, name, required, describedBy, invalid: Boolean(error), attributes };
  const input = { textarea, select, checkbox }[type] ?? text;
  const body = input(form, { ...parts, type, options });
  return html`<div class=${type === 'checkbox' ? 'field check-field' : 'field'}>
    ${type === 'checkbox' ? body : nothing}
    <label for=${id}>${label}${required || type === 'checkbox' ? nothing : html` <span class="optional">${t('field.optional')}</span>`}</label>
    ${type === 'checkbox' ? nothing : body}
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    ${error ? html`<p class="field-error" id="${id}-error">${error}</p>` : nothing}
  </div>`;
}

function text(form, { id, name, type, required, describedBy, invalid, attributes }) {
  return html`<input
    id=${id}
    name=${name}
    type=${type}
    ?required=${required}
    aria-describedby=${ifDefined(describedBy)}
    aria-invalid=${ifDefined(invalid ? 'true' : undefined)}
    autocomplete=${attributes.autocomplete ?? 'off'}
    inputmode=${ifDefined(attributes.inputmode)}
    maxlength=${ifDefined(attributes.maxlength)}
    min=${ifDefined(attributes.min)}
    max=${ifDefined(attributes.max)}
    step=${ifDefined(attributes.step)}
    list=${ifDefined(attributes.list)}
    spellcheck=${attributes.spellcheck ?? 'false'}
    .value=${live(form.values[name] ?? '')}
    @input=${(event) => form.set(name, event.target.value)}
  />`;
}

function textarea(form, { id, name, required, describedBy, invalid, attributes }) {
  return html`<textarea
    id=${id}
    name=${name}
    rows=${attributes.rows ?? 4}
    ?required=${required}
    aria-describedby=${ifDefined(describedBy)}
    aria-invalid=${ifDefined(invalid ? 'true' : undefined)}
    maxlength=${ifDefined(attributes.maxlength)}
    spellcheck=${attributes.spellcheck ?? 'true'}
    .value=${live(form.values[name] ?? '')}
    @input=${(event) => form.set(name, event.target.value)}
  ></textarea>`;
}

function select(form, { id, name, required, describedBy, invalid, options }) {
  return html`<select
    id=${id}
    name=${name}
    ?required=${required}
    aria-describedby=${ifDefined(describedBy)}
    aria-invalid=${ifDefined(invalid ? 'true' : undefined)}
    @change=${(event) => form.set(name, event.target.value)}
  >
    ${options.map(
      ([value, label]) =>
        html`<option value=${value} ?selected=${String(form.values[name] ?? '') === value}>${label}</option>`,
    )}
  </select>`;
}

function checkbox(form, { id, name, required, describedBy, invalid }) {
  return html`<input
    id=${id}
    name=${name}
    type="checkbox"
    ?required=${required}
    aria-describedby=${ifDefined(describedBy)}
    aria-invalid=${ifDefined(invalid ? 'true' : undefined)}
    .checked=${live(Boolean(form.values[name]))}
    @change=${(event) => form.set(name, event.target.checked)}
  />`;
}

/** The end of a form. */
export function submitView(form, label) {
  return html`<div class="actions">
    <button type="submit" class="primary" aria-busy=${form.busy}>${label}</button>
  </div>`;
}

function randomKey() {
  // not there outside of secure contexts
  return (
    crypto.randomUUID?.() ??
    Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('')
  );
}
