/** The pages there are. Each module is loaded when its page is first opened. */

import { route } from './core/router.js';

/**
 * The entries of the navigation, by group. Who lacks the permission of a page is not shown its entry; the feature says only
 * whether the plan has it.
 */
export const NAVIGATION = [
  {
    label: 'nav.seals',
    entries: [
      { path: '/precintos', label: 'nav.precintos', permission: 'precintos:read' },
      { path: '/transitos', label: 'nav.transitos', permission: 'transitos:read' },
      { path: '/alertas', label: 'nav.alertas', permission: 'alertas:read' },
    ],
  },
  {
    label: 'nav.organization',
    entries: [
      { path: '/members', label: 'nav.members', permission: 'users:read' },
      { path: '/roles', label: 'nav.roles', permission: 'roles:read' },
      { path: '/custom-fields', label: 'nav.customFields', permission: 'customFields:read' },
      { path: '/branding', label: 'nav.branding', permission: 'branding:write' },
      { path: '/email', label: 'nav.email', permission: 'email:read' },
      { path: '/domains', label: 'nav.domains', permission: 'domains:read' },
      { path: '/api-keys', label: 'nav.apiKeys', permission: 'apiKeys:read' },
      { path: '/webhooks', label: 'nav.webhooks', permission: 'webhooks:read' },
      { path: '/activity', label: 'nav.activity', permission: 'activity:read' },
      { path: '/settings', label: 'nav.settings', permission: 'tenant:write' },
    ],
  },
  {
    label: 'nav.billing',
    entries: [
      { path: '/usage', label: 'nav.usage', permission: 'usage:read' },
      { path: '/plan', label: 'nav.plan', permission: 'billing:read' },
      { path: '/invoices', label: 'nav.invoices', permission: 'billing:read' },
      { path: '/credits', label: 'nav.credits', permission: 'credits:read' },
      { path: '/billing-profile', label: 'nav.billingProfile', permission: 'billingProfile:read' },
    ],
  },
  {
    label: 'nav.platform',
    entries: [
      { path: '/admin/overview', label: 'nav.adminOverview', platformAdmin: true },
      { path: '/admin/tenants', label: 'nav.adminTenants', platformAdmin: true },
      { path: '/admin/plans', label: 'nav.adminPlans', platformAdmin: true },
      { path: '/admin/coupons', label: 'nav.adminCoupons', platformAdmin: true },
      { path: '/admin/tax-rates', label: 'nav.adminTaxRates', platformAdmin: true },
      { path: '/admin/jobs', label: 'nav.adminJobs', platformAdmin: true },
      { path: '/admin/isolation', label: 'nav.adminIsolation', platformAdmin: true },
    ],
  },
];

route('/', () => import('./features/home/home.js'));
route('/forgot', () => import('./features/signin/forgot.js'), { open: true });
route('/signup', () => import('./features/signin/signup.js'), { open: true });

route('/precintos', () => import('./features/seals/precintos.js'));
route('/precintos/import', () => import('./features/seals/import.js'));
route('/precintos/:id', () => import('./features/seals/precinto.js'));
route('/transitos', () => import('./features/seals/transitos.js'));
route('/transitos/import', () => import('./features/seals/import.js'));
route('/transitos/:id', () => import('./features/seals/transito.js'));
route('/alertas', () => import('./features/seals/alertas.js'));
route('/alertas/:id', () => import('./features/seals/alerta.js'));

route('/members', () => import('./features/people/members.js'));
route('/roles', () => import('./features/people/roles.js'));
route('/roles/:id', () => import('./features/people/role.js'));
route('/custom-fields', () => import('./features/people/custom-fields.js'));
route('/api-keys', () => import('./features/people/api-keys.js'));
route('/settings', () => import('./features/people/settings.js'));
route('/profile', () => import('./features/people/profile.js'));

route('/branding', () => import('./features/look/branding.js'));
route('/email', () => import('./features/look/email.js'));
route('/email/:key', () => import('./features/look/email-template.js'));
route('/domains', () => import('./features/look/domains.js'));

route('/webhooks', () => import('./features/integration/webhooks.js'));
route('/webhooks/:id', () => import('./features/integration/webhook.js'));
route('/activity', () => import('./features/integration/activity.js'));

route('/usage', () => import('./features/money/usage.js'));
route('/plan', () => import('./features/money/plan.js'));
route('/invoices', () => import('./features/money/invoices.js'));
route('/invoices/:id', () => import('./features/money/invoice.js'));
route('/credits', () => import('./features/money/credits.js'));
route('/billing-profile', () => import('./features/money/profile.js'));

route('/admin/overview', () => import('./features/admin/overview.js'));
route('/admin/tenants', () => import('./features/admin/tenants.js'));
route('/admin/tenants/:id', () => import('./features/admin/tenant.js'));
route('/admin/purges', () => import('./features/admin/purges.js'));
route('/admin/plans', () => import('./features/admin/plans.js'));
route('/admin/new-plan', () => import('./features/admin/plan.js'));
route('/admin/plans/:code', () => import('./features/admin/plan.js'));
route('/admin/coupons', () => import('./features/admin/coupons.js'));
route('/admin/tax-rates', () => import('./features/admin/tax-rates.js'));
route('/admin/jobs', () => import('./features/admin/jobs.js'));
route('/admin/isolation', () => import('./features/admin/isolation.js'));
