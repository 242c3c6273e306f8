/** Permissions to choose from, grouped by what they are about. */

import { has, onLanguage, t } from '../../core/i18n.js';
import { html, live, nothing } from '../../core/lit.js';
import { call } from '../../core/session.js';
import { createLoaded } from '../../ui/loaded.js';

/** The groups; their labels follow the language. The caller closes it. */
export function loadPermissions(app) {
  const groups = createLoaded({
    read: async () => (await call('GET', 'roles/permissions')).items,
    update: app.update,
    failed: app.failed,
  });
  groups.reload();
  groups.close = onLanguage(() => groups.reload());
  return groups;
}

/**
 * @param name of the form's member with the names of those chosen
 * @param offered tells which permissions there are to choose from at all
 * @param allowed tells which of them one may choose
 */
export function permissionsView(form, name, groups, { offered = () => true, allowed = () => true }) {
  const chosen = new Set(form.values[name]);
  const choose = (names, on) => {
    const next = new Set(chosen);
    names.forEach((permission) => next[on ? 'add' : 'delete'](permission));
    form.set(name, [...next].sort());
  };
  const shown = groups
    .map(({ resource, permissions }) => ({ resource, permissions: permissions.filter((p) => offered(p.name)) }))
    .filter(({ permissions }) => permissions.length > 0);
  return html`<div class="permission-groups">
      ${shown.map(({ resource, permissions }) => groupView(resource, permissions, chosen, choose, allowed))}
    </div>
    ${form.errors[name] ? html`<p class="field-error" role="alert">${form.errors[name]}</p>` : nothing}`;
}

function groupView(resource, permissions, chosen, choose, allowed) {
  const free = permissions.map(({ name }) => name).filter(allowed);
  const all = free.length > 0 && free.every((name) => chosen.has(name));
  return html`<fieldset class="permission-group">
    <legend>${resourceName(resource)}</legend>
    ${permissions.map(
      ({ name, label }) => html`<label class="choice">
        <input
          type="checkbox"
          name="permission"
          value=${name}
          ?disabled=${!allowed(name)}
          .checked=${live(chosen.has(name))}
          @change=${(event) => choose([name], event.target.checked)}
        />
        <span>${label}</span>
      </label>`,
    )}
    ${free.length > 1
      ? html`<button
          type="button"
          class="link"
          aria-label=${t('people.actionOn', { action: t(all ? 'permissions.none' : 'permissions.all'), name: resourceName(resource) })}
          @click=${() => choose(free, !all)}
        >
          ${t(all ? 'permissions.none' : 'permissions.all')}
        </button>`
      : nothing}
  </fieldset>`;
}

/** What somebody may do, only to be read. @param names those there are */
export function permissionsText(groups, names) {
  const held = new Set(names);
  return html`<dl class="permission-groups">
    ${groups
      .map(({ resource, permissions }) => ({ resource, permissions: permissions.filter((p) => held.has(p.name)) }))
      .filter(({ permissions }) => permissions.length > 0)
      .map(
        ({ resource, permissions }) => html`<div class="permission-group">
          <dt>${resourceName(resource)}</dt>
          ${permissions.map(({ label }) => html`<dd>${label}</dd>`)}
        </div>`,
      )}
  </dl>`;
}

function resourceName(resource) {
  return has(`resource.${resource}`) ? t(`resource.${resource}`) : resource;
}
