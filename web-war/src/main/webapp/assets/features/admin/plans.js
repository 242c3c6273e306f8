/** The plans of the platform, each with its newest version; or those reserved for one organization. */

import { number } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { href } from '../../core/router.js';
import { call } from '../../core/session.js';
import { emptyView } from '../../ui/states.js';
import { tableView } from '../../ui/table.js';
import { createLoaded, readAll } from './loaded.js';
import { priceText } from './words.js';

export default {
  texts: 'admin',
  title: () => t('nav.adminPlans'),
  open: ({ app, query }) => {
    const reservedFor = query.get('reservedFor');
    const scope = reservedFor ? { reservedFor } : {};
    const plans = createLoaded({
      app,
      read: async () => {
        const [versions, tenant] = await Promise.all([
          readAll(href('admin/plans', { sort: 'code', ...scope }).slice(1)),
          reservedFor ? call('GET', `admin/tenants/${reservedFor}`) : null,
        ]);
        return { plans: byCode(versions), tenant };
      },
    });
    plans.reload();
    const add = () => html`<a class="button primary" href=${href('/admin/new-plan', scope)}>${t('admin.plans.new')}</a>`;
    return {
      view: () => plans.view(
        ({ plans: all, tenant }) => html`
          ${tenant
            ? html`<p>
                ${t('admin.plans.reserved', { name: tenant.name })}
                <a href=${href(`/admin/tenants/${tenant.id}`, { tab: 'plan' })}>${t('admin.plans.toTenant')}</a>
              </p>`
            : nothing}
          <div class="toolbar">${add()}</div>
          ${all.length === 0
            ? emptyView(t('admin.plans.empty'))
            : tableView({ caption: t('nav.adminPlans'), items: all, columns: columns(scope) })}
        `,
      ),
    };
  },
};

function byCode(versions) {
  return Object.values(Object.groupBy(versions, ({ code }) => code)).map((own) => ({
    ...own.reduce((a, b) => (a.version > b.version ? a : b)),
    versions: own.length,
  }));
}

function columns(scope) {
  return [
    { label: () => t('admin.code'), cell: ({ code }) => html`<a href=${href(`/admin/plans/${code}`, scope)}>${code}</a>` },
    { label: () => t('admin.name'), cell: ({ name }) => name },
    { label: () => t('admin.priceLabel'), number: true, cell: ({ price }) => priceText(price) },
    { label: () => t('admin.trialDays'), number: true, cell: ({ trialDays }) => number(trialDays) },
    { label: () => t('admin.plans.newest'), number: true, cell: ({ version }) => number(version) },
    { label: () => t('admin.status'), cell: offeredView },
  ];
}

export function offeredView({ public: offered }) {
  return html`<span class="status" data-status=${offered ? 'active' : 'over'}>${t(offered ? 'admin.offered' : 'admin.notOffered')}</span>`;
}
