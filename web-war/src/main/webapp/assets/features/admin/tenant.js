/** One organization, as the platform sees it. Its parts are modules of their own. */

import { t } from '../../core/i18n.js';
import { html } from '../../core/lit.js';
import { href } from '../../core/router.js';
import { tabsView } from '../../ui/tabs.js';
import { createLoadedFrom } from './loaded.js';
import { billingPart } from './tenant-billing.js';
import { invoicesPart } from './tenant-invoices.js';
import { planPart } from './tenant-plan.js';
import { summaryPart } from './tenant-summary.js';

const PARTS = { summary: summaryPart, plan: planPart, billing: billingPart, invoices: invoicesPart };

export default {
  texts: 'admin',
  title: () => t('admin.tenant.title'),
  open: ({ app, params, query }) => {
    const { id } = params;
    const tab = query.get('tab') in PARTS ? query.get('tab') : 'summary';
    const tenant = createLoadedFrom({ app, path: `admin/tenants/${id}` });
    let part = null;
    tenant.reload();
    return {
      title: () => tenant.value?.name,
      dirty: () => part?.dirty?.() ?? false,
      view: () => html`
        <p><a href="#/admin/tenants">${t('admin.tenant.back')}</a></p>
        ${tenant.view((known) => {
          // its lists are asked for in its name, which the server takes only if it is there
          part ??= PARTS[tab]({ app, id, tenant, path: `admin/tenants/${id}` });
          return html`
            ${tabsView(
              t('admin.tenant.parts'),
              Object.keys(PARTS).map((name) => ({
                href: href(`/admin/tenants/${id}`, { tab: name === 'summary' ? '' : name }),
                label: t(`admin.tenant.part.${name}`),
                current: name === tab,
              })),
            )}
            ${part.view(known)}
          `;
        })}
      `,
    };
  },
};
