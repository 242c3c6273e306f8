/** One role: what it allows. Those that are built in can be read, and be the beginning of an own one. */

import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { go, href } from '../../core/router.js';
import { call } from '../../core/session.js';
import { createForm, fieldView, formMessage } from '../../ui/form.js';
import { createLoaded, loadedView } from '../../ui/loaded.js';
import { say } from '../../ui/notices.js';
import { isStale, staleView } from '../../ui/stale.js';
import { confirmed, ifMatch, roleName } from './common.js';
import { loadPermissions, permissionsText, permissionsView } from './permissions.js';

/** No role of the organization's own can have it. */
const OWNERS_ONLY = 'owners:write';

export default {
  texts: 'people',
  title: () => t('role.title'),
  open: ({ app, params, query }) => {
    const groups = loadPermissions(app);
    const page = { app, groups, form: null, stale: false };
    page.role = createLoaded({
      read: async () => {
        const role = await read(app, params.id, query.get('from'));
        page.form = role.builtIn ? null : roleForm(page, role);
        page.stale = false;
        return role;
      },
      update: app.update,
      failed: app.failed,
    });
    page.role.reload();
    return {
      view: () => html`
        <p><a href=${href('/roles')}>${t('role.back')}</a></p>
        ${loadedView(page.role, (role) => loadedView(groups, (all) => roleView(page, role, all)))}
      `,
      dirty: () => page.form?.dirty ?? false,
      close: () => groups.close(),
    };
  },
};

/** A new one begins with what another allows, as far as one may do it oneself. */
async function read(app, id, from) {
  if (id !== 'new') {
    return call('GET', `roles/${encodeURIComponent(id)}`);
  }
  const template = from ? await call('GET', `roles/${encodeURIComponent(from)}`) : { permissions: [] };
  return { id: null, name: '', permissions: template.permissions.filter((name) => app.can(name) && name !== OWNERS_ONLY) };
}

function roleForm(page, role) {
  const { app } = page;
  return createForm({
    values: { name: role.name, permissions: [...role.permissions].sort() },
    update: app.update,
    failed: app.failed,
    submit: async ({ name, permissions }, form) => {
      const body = { name: name.trim(), permissions };
      page.stale = false;
      if (!role.id) {
        const made = await call('POST', 'roles', { body, headers: { 'Idempotency-Key': form.idempotencyKey() } });
        say(() => t('role.made', { name: made.name }));
        go(`/roles/${made.id}`);
        return;
      }
      try {
        const current = page.role.value;
        page.role.set(await call('PATCH', `roles/${role.id}`, { body, headers: ifMatch(current) }));
        form.reset({ name: page.role.value.name, permissions: [...page.role.value.permissions].sort() });
        say(() => t('role.saved', { name: body.name }));
      } catch (error) {
        page.stale = isStale(error);
        throw error;
      }
    },
  });
}

function roleView(page, role, groups) {
  const { app } = page;
  if (role.builtIn || !app.can('roles:write')) {
    return html`<section class="panel">
      <div class="toolbar">
        <h2>${role.builtIn ? roleName(role.id) : role.name}</h2>
        ${app.can('roles:write')
          ? html`<a class="button primary" href=${href('/roles/new', { from: role.id })}>${t('role.copy')}</a>`
          : nothing}
      </div>
      <p class="hint">${t(role.builtIn ? 'role.builtIn' : 'role.readOnly')}</p>
      ${role.permissions.length > 0 ? permissionsText(groups, role.permissions) : html`<p>${t('role.nothing')}</p>`}
    </section>`;
  }
  const { form } = page;
  return html`<form class="panel" method="post" novalidate @submit=${form.submitted}>
    <h2>${role.id ? role.name : t('roles.new')}</h2>
    ${page.stale ? staleView(() => page.role.reload()) : formMessage(form)}
    ${fieldView(form, 'name', { label: t('roles.name'), hint: t('role.nameHint'), required: true, maxlength: 100 })}
    <section class="part">
      <h3>${t('role.permissions')}</h3>
      <p class="hint">${t('role.permissionsHint')}</p>
      ${permissionsView(form, 'permissions', groups, {
        offered: (name) => name !== OWNERS_ONLY,
        allowed: (name) => app.can(name),
      })}
    </section>
    <div class="actions">
      ${role.id
        ? html`<button type="button" class="danger" @click=${() => remove(page, role)}>${t('role.delete')}</button>`
        : nothing}
      <button type="submit" class="primary" aria-busy=${form.busy}>${t(role.id ? 'form.save' : 'role.make')}</button>
    </div>
  </form>`;
}

async function remove(page, role) {
  const done = await confirmed(page.app, {
    title: () => t('role.delete.title', { name: role.name }),
    text: () => t('role.delete.text'),
    button: () => t('role.delete'),
    action: () => call('DELETE', `roles/${role.id}`, { headers: ifMatch(page.role.value) }),
  });
  if (done) {
    page.form.reset();
    say(() => t('role.delete.done', { name: role.name }));
    go('/roles');
  }
}
