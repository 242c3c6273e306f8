/** The roles that members can have: those built in, and the organization's own. */

import { number } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { href } from '../../core/router.js';
import { loadedView } from '../../ui/loaded.js';
import { tableView } from '../../ui/table.js';
import { loadRoles, roleName, timeView } from './common.js';

export default {
  texts: 'people',
  title: () => t('roles.title'),
  open: ({ app }) => {
    const roles = loadRoles(app);
    return {
      view: () => html`
        <div class="toolbar">
          <p class="toolbar-text">${t('roles.intro')}</p>
          ${app.can('roles:write') ? html`<a class="button primary" href=${href('/roles/new')}>${t('roles.new')}</a>` : nothing}
        </div>
        <div>
          ${loadedView(roles, (items) =>
            tableView({
              caption: t('roles.title'),
              items,
              columns: [
                {
                  label: () => t('roles.name'),
                  cell: ({ id, name, builtIn }) =>
                    html`<a href=${href(`/roles/${encodeURIComponent(id)}`)}>${builtIn ? roleName(id) : name}</a>`,
                },
                { label: () => t('roles.kind'), cell: ({ builtIn }) => t(builtIn ? 'roles.builtIn' : 'roles.own') },
                { label: () => t('roles.count'), number: true, cell: ({ permissions }) => number(permissions.length) },
                { label: () => t('roles.created'), cell: ({ createdAt }) => timeView(createdAt, '–') },
              ],
            }),
          )}
        </div>
      `,
    };
  },
};
