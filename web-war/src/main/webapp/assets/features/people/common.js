/** What the screens about people, roles and keys have in common. */

import { ETAG } from '../../core/api.js';
import { dateTime } from '../../core/format.js';
import { has, t } from '../../core/i18n.js';
import { html } from '../../core/lit.js';
import { href } from '../../core/router.js';
import { call } from '../../core/session.js';
import { confirmAction } from '../../ui/dialogs.js';
import { createLoaded } from '../../ui/loaded.js';

/** Rows of a list have no entity tag of their own, but their version is it. */
export function ifMatch(item) {
  return { 'If-Match': item[ETAG] ?? `"${item.version}"` };
}

/** As confirmAction. @returns whether it was done */
export async function confirmed(app, options) {
  let done = false;
  await confirmAction({
    ...options,
    action: async () => {
      try {
        await options.action();
        done = true;
      } catch (error) {
        if (!app.failed(error)) {
          throw error;
        }
      }
    },
  });
  return done;
}

export function loadRoles(app) {
  const roles = createLoaded({
    read: async () => (await call('GET', 'roles')).items,
    update: app.update,
    failed: app.failed,
  });
  roles.reload();
  return roles;
}

/** The name of a role: those that are built in have one in each language. @param role its id */
export function roleName(role, roles = []) {
  if (has(`people.role.${role}`)) {
    return t(`people.role.${role}`);
  }
  return roles?.find(({ id }) => id === role)?.name ?? t('people.role.own');
}

/** Whether one may give or take a role: only what one may do oneself. */
export function mayGive(app, role, roles = []) {
  return roles?.find(({ id }) => id === role)?.permissions.every(app.can) ?? false;
}

export function timeView(instant, otherwise) {
  return instant ? html`<time datetime=${instant}>${dateTime(instant)}</time>` : otherwise;
}

/** A button of a row, whose name says of which. */
export function rowButton(label, name, click, kind = '') {
  return html`<button type="button" class=${kind} aria-label=${t('people.actionOn', { action: label, name })} @click=${click}>
    ${label}
  </button>`;
}

export function notInPlanView(text) {
  return html`<div class="panel plan-note">
    <p>${text}</p>
    <div><a class="button primary" href=${href('/plan')}>${t('state.seePlans')}</a></div>
  </div>`;
}
