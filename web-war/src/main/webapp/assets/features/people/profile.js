/** One's own account: password, second factor, where it is signed in, and its organizations. */

import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { factsView } from '../../ui/table.js';
import { organizationsView } from './organizations.js';
import { createPassword } from './password.js';
import { createSecondFactor } from './second-factor.js';
import { createSessions } from './sessions.js';

export default {
  texts: 'people',
  title: () => t('profile.title'),
  open: ({ app }) => {
    // what is about the account itself is closed to who acts as somebody else
    const own = !app.me.impersonation;
    const factor = own ? createSecondFactor(app) : null;
    const password = own ? createPassword(app) : null;
    const sessions = own ? createSessions(app) : null;
    return {
      view: () => html`
        <section class="panel">
          <h2>${t('profile.account')}</h2>
          ${factsView([
            [t('profile.name'), app.me.account.displayName],
            [t('members.email'), app.me.account.email],
          ])}
          ${own ? nothing : html`<p class="hint">${t('profile.impersonated')}</p>`}
        </section>
        ${own ? html`<div class="columns">${factor.view()} ${password.view()}</div>` : nothing}
        ${own && app.me.tenants.length > 0 ? organizationsView(app) : nothing} ${sessions?.view() ?? nothing}
      `,
      dirty: () => Boolean(factor?.dirty() || password?.dirty()),
    };
  },
};
