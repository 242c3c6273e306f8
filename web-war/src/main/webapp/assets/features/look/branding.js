/** How the organization looks. */

import { t } from '../../core/i18n.js';
import { html } from '../../core/lit.js';
import { href } from '../../core/router.js';
import { call } from '../../core/session.js';
import { createCustomization, customizationView } from './customization.js';

export default {
  texts: 'look',
  title: () => t('look.branding.title'),
  open: ({ app }) => {
    const customization = createCustomization({
      call,
      update: app.update,
      failed: app.failed,
      mayChange: () => app.can('branding:write') && app.has('whiteLabel'),
    });
    customization.load();
    return {
      dirty: () => customization.dirty,
      view: () => html`
        ${app.has('whiteLabel')
          ? ''
          : html`<div class="callout">
              <p>${t('look.branding.notInPlan')}</p>
              <a class="button primary" href=${href('/plan')}>${t('state.seePlans')}</a>
            </div>`}
        ${customizationView(customization)}
      `,
    };
  },
};
