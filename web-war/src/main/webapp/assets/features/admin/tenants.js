/** The organizations of the platform, of which there may be very many. */

import { t } from '../../core/i18n.js';
import { html } from '../../core/lit.js';
import { go, href } from '../../core/router.js';
import { call } from '../../core/session.js';
import { fieldView } from '../../ui/form.js';
import { formDialog } from '../../ui/form-dialog.js';
import { choiceView, createList, listView, searchView } from '../../ui/list.js';
import { say } from '../../ui/notices.js';
import { emptyView } from '../../ui/states.js';
import { createLoaded, readAll } from './loaded.js';
import { named, statusView, TENANT_STATUSES, timeView } from './words.js';

export default {
  texts: 'admin',
  title: () => t('nav.adminTenants'),
  open: ({ app, query }) => {
    const list = createList({ path: 'admin/tenants', query, update: app.update, failed: app.failed });
    const plans = createLoaded({ app, read: () => readAll('admin/plans?sort=code') });
    list.reload();
    plans.reload();
    const codes = (wanted = () => true) => [...new Set((plans.value ?? []).filter(wanted).map(({ code }) => code))];
    const add = async () => {
      const made = await createTenant(app, codes((plan) => plan.public));
      if (made) {
        say(() => t('admin.tenants.create.done', { name: made.name }));
        go(`/admin/tenants/${made.id}`);
      }
    };
    const addButton = () =>
      html`<button type="button" class="primary" ?disabled=${!plans.value} @click=${add}>${t('admin.tenants.new')}</button>`;
    return {
      view: () => html`
        <div class="toolbar">
          ${searchView(list, 'q', t('admin.tenants.search'))}
          ${choiceView(list, 'status', t('admin.status'), TENANT_STATUSES.map((code) => [code, named('tenantStatus', code)]))}
          ${choiceView(list, 'plan', t('admin.plan'), codes().map((code) => [code, code]))} ${addButton()}
        </div>
        <p class="hint">${t('admin.tenants.searchHint')} <a href=${href('/admin/purges')}>${t('admin.purges.title')}</a></p>
        ${listView(list, { caption: t('nav.adminTenants'), empty: emptyView(t('admin.tenants.empty'), addButton()), columns })}
      `,
    };
  },
};

const columns = [
  {
    label: () => t('admin.name'),
    cell: ({ id, name }) => html`<a href=${href(`/admin/tenants/${id}`)}>${name}</a>`,
    sort: 'name',
  },
  { label: () => t('admin.slug'), cell: ({ slug }) => slug, sort: 'slug' },
  { label: () => t('admin.status'), cell: ({ status }) => statusView('tenantStatus', status) },
  { label: () => t('admin.plan'), cell: ({ plan }) => html`<span class="word">${plan}</span>` },
  { label: () => t('admin.created'), cell: ({ createdAt }) => timeView(createdAt), sort: 'createdAt' },
];

function createTenant(app, plans) {
  return formDialog({
    title: () => t('admin.tenants.create.title'),
    button: () => t('admin.tenants.create.submit'),
    failed: app.failed,
    values: {
      name: '',
      slug: '',
      plan: plans[0] ?? '',
      trial: true,
      'owner/displayName': '',
      'owner/email': '',
      'owner/password': '',
    },
    fields: (form) => html`
      ${fieldView(form, 'name', { label: t('admin.name'), required: true, maxlength: 200 })}
      ${fieldView(form, 'slug', { label: t('admin.slug'), hint: t('admin.tenants.create.slugHint'), required: true, maxlength: 63 })}
      ${fieldView(form, 'plan', { label: t('admin.plan'), type: 'select', required: true, options: plans.map((code) => [code, code]) })}
      ${fieldView(form, 'trial', { label: t('admin.tenants.create.trial'), type: 'checkbox' })}
      <fieldset>
        <legend>${t('admin.tenants.create.owner')}</legend>
        ${fieldView(form, 'owner/displayName', { label: t('admin.name'), required: true, maxlength: 200 })}
        ${fieldView(form, 'owner/email', { label: t('admin.email'), type: 'email', required: true, maxlength: 320 })}
        ${fieldView(form, 'owner/password', {
          label: t('admin.password'),
          hint: t('admin.tenants.create.passwordHint'),
          type: 'password',
          autocomplete: 'new-password',
          required: true,
          maxlength: 200,
        })}
      </fieldset>
    `,
    submit: ({ name, slug, plan, trial, ...owner }, form) =>
      call('POST', 'admin/tenants', {
        headers: { 'Idempotency-Key': form.idempotencyKey() },
        body: {
          name: name.trim(),
          slug: slug.trim(),
          plan,
          trial,
          owner: {
            displayName: owner['owner/displayName'].trim(),
            email: owner['owner/email'].trim(),
            password: owner['owner/password'],
          },
        },
      }),
  });
}
