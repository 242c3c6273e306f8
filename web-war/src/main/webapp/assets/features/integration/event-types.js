/** The types of events, by module, in the language of the page. */

import { onLanguage, t } from '../../core/i18n.js';
import { html } from '../../core/lit.js';
import { call } from '../../core/session.js';
import { createLoaded } from '../../ui/loaded.js';

export const ALL = '*';

/** @returns the types as they load; close() ends following the language */
export function createEventTypes(app) {
  const read = async () => (await call('GET', 'webhooks/event-types')).items;
  const types = createLoaded({ read, update: app.update, failed: app.failed });
  types.reload();
  types.close = onLanguage(() => types.reload());
  types.labelOf = (code) => types.value?.find((type) => type.code === code)?.label ?? code;
  return types;
}

/** What a webhook is told of, in a few words. */
export function chosenText(eventTypes) {
  return eventTypes.includes(ALL) ? t('integration.types.all') : t('integration.types.count', { count: eventTypes.length });
}

/** All, or some of each module. The form's value is a list of codes. */
export function eventTypesView(form, types, update) {
  const chosen = new Set(form.values.eventTypes);
  const all = chosen.has(ALL);
  const set = (codes, on) => {
    codes.forEach((code) => chosen[on ? 'add' : 'delete'](code));
    form.set('eventTypes', [...chosen]);
    update();
  };
  const error = form.errors.eventTypes;
  return html`<fieldset class="choices-of-types" aria-describedby="event-types-error">
    <legend>${t('integration.types.legend')}</legend>
    <label class="check-label">
      <input type="checkbox" name="all-types" .checked=${all} @change=${(event) => set([ALL], event.target.checked)} />
      ${t('integration.types.all')}
    </label>
    ${all ? '' : modulesOf(types.value ?? []).map(([module, items]) => moduleView(module, items, chosen, set))}
    <p class="field-error" id="event-types-error" role="alert">${error ?? ''}</p>
  </fieldset>`;
}

function modulesOf(types) {
  return [...Map.groupBy(types, ({ module }) => module)];
}

function moduleView(module, items, chosen, set) {
  const codes = items.map(({ code }) => code);
  const count = codes.filter((code) => chosen.has(code)).length;
  return html`<details>
    <summary>${t(`integration.module.${module}`)} <span class="hint">${t('integration.types.some', { count, of: codes.length })}</span></summary>
    <label class="check-label whole">
      <input
        type="checkbox"
        .checked=${count === codes.length}
        .indeterminate=${count > 0 && count < codes.length}
        @change=${(event) => set(codes, event.target.checked)}
      />
      ${t('integration.types.allOf', { module: t(`integration.module.${module}`) })}
    </label>
    ${items.map(
      ({ code, label }) =>
        html`<label class="check-label">
          <input type="checkbox" value=${code} .checked=${chosen.has(code)} @change=${(event) => set([code], event.target.checked)} />
          <span>${label} <code class="hint" translate="no">${code}</code></span>
        </label>`,
    )}
  </details>`;
}
