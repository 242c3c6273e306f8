/** What the organization uses, what that costs, and how it was before. */

import { onLanguage, t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { href, replaceQuery } from '../../core/router.js';
import { call } from '../../core/session.js';
import { createOverview, overviewView } from './overview.js';

export default {
  texts: 'money',
  title: () => t('money.usage.title'),
  open: ({ app, query }) => {
    const overview = createOverview({
      call,
      update: app.update,
      failed: app.failed,
      estimate: app.can('billing:read'),
      asked: Object.fromEntries(query),
      chose: replaceQuery,
      today: () => todayIn(app.me.timeZone),
    });
    overview.reload();
    // the lines of the estimate are written by the server
    const off = onLanguage(() => overview.bill.reload());
    return {
      view: () => html`<div class="usage-overview">${overviewView(overview, { plans: plansView(app) })}</div>`,
      close: () => {
        off();
        overview.close();
      },
    };
  },
};

function plansView(app) {
  return app.can('billing:read')
    ? html`<a class="button" href=${href('/plan')}>${t('state.seePlans')}</a>`
    : nothing;
}

function todayIn(timeZone) {
  // this language writes days as the API does
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date());
}
