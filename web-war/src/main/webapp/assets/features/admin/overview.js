/** The platform at a glance. */

import { day, number } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { href } from '../../core/router.js';
import { call } from '../../core/session.js';
import { createBarChart } from '../../ui/bar-chart.js';
import { tableView } from '../../ui/table.js';
import { createLoaded, createLoadedFrom } from './loaded.js';
import { statusView, TENANT_STATUSES } from './words.js';

export default {
  texts: 'admin',
  title: () => t('admin.overview.title'),
  open: ({ app }) => {
    const overview = createLoadedFrom({ app, path: 'admin/overview' });
    const health = createLoaded({ app, read: readHealth });
    const chart = createBarChart({
      update: app.update,
      describe: () => ({
        name: t('admin.overview.createdByDay'),
        category: { label: t('admin.day'), text: (item) => day(item.day) },
        value: { label: t('admin.overview.created'), of: ({ count }) => count, text: ({ count }) => number(count) },
        items: overview.value.createdByDay,
      }),
    });
    overview.reload();
    health.reload();
    return {
      close: () => chart.close(),
      view: () => html`
        ${overview.view(figuresView)} ${health.view(healthView)}
        ${overview.value && !overview.error ? html`<section class="panel">${chart.view()}</section>${groupsView(overview.value)}` : nothing}
      `,
    };
  },
};

async function readHealth() {
  const [jobs, isolation] = await Promise.all([call('GET', 'admin/jobs'), call('GET', 'admin/isolation')]);
  return {
    overdue: jobs.items.reduce((sum, job) => sum + job.overdue, 0),
    failures: jobs.items.reduce((sum, job) => sum + job.failures.length, 0),
    violations: isolation.violations.length,
  };
}

function figuresView({ tenants, trialsEndingSoon, accounts, liveSessions }) {
  const figures = [
    ['admin.overview.tenants', tenants],
    ['admin.overview.trialsEndingSoon', trialsEndingSoon],
    ['admin.overview.accounts', accounts],
    ['admin.overview.liveSessions', liveSessions],
  ];
  return html`<dl class="figures">
    ${figures.map(([label, value]) => html`<div class="panel"><dt>${t(label)}</dt><dd>${number(value)}</dd></div>`)}
  </dl>`;
}

function healthView({ overdue, failures, violations }) {
  return html`<section class="panel" aria-labelledby="health">
    <h2 id="health">${t('admin.overview.health')}</h2>
    <ul class="plain">
      <li>
        <span class="status" data-status=${violations ? 'failed' : 'done'}>
          ${violations ? t('admin.overview.violations', { count: number(violations) }) : t('admin.overview.isolated')}
        </span>
        <a href=${href('/admin/isolation')}>${t('admin.overview.toIsolation')}</a>
      </li>
      <li>
        <span class="status" data-status=${overdue || failures ? 'failed' : 'done'}>
          ${overdue || failures
            ? t('admin.overview.jobsBad', { overdue: number(overdue), failures: number(failures) })
            : t('admin.overview.jobsGood')}
        </span>
        <a href=${href('/admin/jobs')}>${t('admin.overview.toJobs')}</a>
      </li>
    </ul>
  </section>`;
}

function groupsView({ tenantsByStatus, tenantsByPlan }) {
  const columns = (label, name, filter) => [
    { label: () => label, cell: name },
    {
      label: () => t('admin.overview.tenants'),
      number: true,
      cell: ([code, count]) => (filter(code) ? html`<a href=${href('/admin/tenants', filter(code))}>${number(count)}</a>` : number(count)),
    },
  ];
  const plan = ([code]) => (code === 'custom' ? t('admin.overview.customPlans') : code);
  return html`<div class="pair">
    ${tableView({
      caption: t('admin.overview.byStatus'),
      showCaption: true,
      items: TENANT_STATUSES.map((status) => [status, tenantsByStatus[status] ?? 0]),
      columns: columns(t('admin.status'), ([status]) => statusView('tenantStatus', status), (status) => ({ status })),
    })}
    ${tableView({
      caption: t('admin.overview.byPlan'),
      showCaption: true,
      items: Object.entries(tenantsByPlan).sort(([, a], [, b]) => b - a),
      // the plans made for one organization are counted together, and cannot be listed so
      columns: columns(t('admin.plan'), plan, (code) => (code === 'custom' ? null : { plan: code })),
    })}
  </div>`;
}
