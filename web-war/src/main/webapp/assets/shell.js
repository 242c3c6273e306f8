/** What is around every page: the bar, the navigation, the messages. */

import { chooseLanguage, currentLanguage, has, LANGUAGES, t } from './core/i18n.js';
import { html, nothing } from './core/lit.js';
import { chooseOrganization } from './organizations.js';
import { NAVIGATION } from './routes.js';
import { isClosedStatus, isReadableClosed, standingBanner } from './standing.js';
import { noticesView } from './ui/notices.js';

/** From so many on, they are searched instead of listed. */
const SEARCHED_FROM = 8;
const LANGUAGE_NAMES = { en: 'English', es: 'Español' };

export function visibleEntries(app) {
  return NAVIGATION.flatMap(({ entries }) => entries).filter((entry) => isVisible(app, entry));
}

/** @param content of the page, within the frame of its heading */
export function shellView(app, content) {
  return html`
    <a class="skip" href="#main" @click=${focusMain}>${t('page.skip')}</a>
    ${app.me?.impersonation ? impersonationView(app) : nothing} ${barView(app)} ${standingBanner(app)}
    <div class=${hasNavigation(app) ? 'frame' : 'frame without-nav'}>
      ${hasNavigation(app) ? navigationView(app) : nothing}
      <main id="main" class="saas-themed" tabindex="-1">${content}</main>
    </div>
    ${noticesView()}
  `;
}

function hasNavigation(app) {
  return app.me && !app.me.secondFactorMissing && (app.me.tenant || app.me.account.platformAdmin);
}

function focusMain(event) {
  // the address belongs to the pages
  event.preventDefault();
  document.getElementById('main').focus();
}

function barView(app) {
  return html`<header class="bar">
    <a class="brand" href="#/">
      <img src=${app.branding?.logo ?? 'favicon.svg'} alt="" height="28" />
      <span id="organization-name">${app.me?.tenant?.name ?? app.branding?.displayName ?? 'Tenantry'}</span>
    </a>
    ${switcherView(app)} ${languagesView()}
    ${app.me
      ? html`<a class="button" href="#/profile" title=${app.me.account.displayName} aria-current=${app.path === '/profile' ? 'page' : 'false'}>${t('nav.profile')}</a>
          <button type="button" id="sign-out" @click=${() => app.signOut()}>${t('session.signOut')}</button>`
      : nothing}
  </header>`;
}

function switcherView(app) {
  const tenants = app.me?.tenants ?? [];
  if (tenants.length === 0 || (app.me.tenant && tenants.length === 1)) {
    return nothing;
  }
  if (tenants.length >= SEARCHED_FROM) {
    return html`<button type="button" id="organization" aria-haspopup="dialog" @click=${() => chooseOrganization(app)}>
      ${t('organization.switch')}
    </button>`;
  }
  return html`<div class="switcher">
    <label for="organization">${t('organization.label')}</label>
    <select
      id="organization"
      autocomplete="off"
      aria-describedby="organization-hint"
      @change=${(event) => app.switchTo(event.target.value)}
    >
      ${app.me.tenant ? nothing : html`<option value="" disabled selected>${t('organization.none')}</option>`}
      ${tenants.map(
        ({ id, name, role, status }) =>
          html`<option value=${id} ?selected=${id === app.me.tenant?.id} ?disabled=${isClosedStatus({ status })}>
            ${t('organization.option', { name, role: isClosedStatus({ status }) ? t('organization.closed') : roleText(role) })}
          </option>`,
      )}
    </select>
    <span class="visually-hidden" id="organization-hint">${t('organization.hint')}</span>
  </div>`;
}

export function roleText(role) {
  return has(`role.${role}`) ? t(`role.${role}`) : role;
}

function languagesView() {
  return html`<div class="languages" role="group" aria-label=${t('language.label')}>
    ${LANGUAGES.map(
      (code) =>
        html`<button
          type="button"
          id="language-${code}"
          lang=${code}
          aria-pressed=${code === currentLanguage()}
          @click=${() => chooseLanguage(code)}
        >
          ${LANGUAGE_NAMES[code]}
        </button>`,
    )}
  </div>`;
}

function navigationView(app) {
  return html`<nav class="side" aria-label=${t('nav.label')}>
    <details class="nav-menu" ?open=${app.wide}>
      <summary>${t('nav.label')}</summary>
      ${NAVIGATION.map(({ label, entries }) => groupView(app, label, entries.filter((entry) => isVisible(app, entry))))}
    </details>
  </nav>`;
}

function groupView(app, label, entries) {
  return entries.length === 0
    ? nothing
    : html`<p class="nav-group">${t(label)}</p>
        <ul>
          ${entries.map(
            (entry) =>
              html`<li>
                <a href="#${entry.path}" aria-current=${app.path === entry.path || app.path.startsWith(`${entry.path}/`) ? 'page' : 'false'}>${t(entry.label)}</a>
              </li>`,
          )}
        </ul>`;
}

function isVisible(app, { path, permission, feature, platformAdmin }) {
  return (
    (!app.suspended || isReadableClosed(path)) &&
    (!permission || app.can(permission)) &&
    (!feature || app.has(feature)) &&
    (!platformAdmin || app.me.account.platformAdmin)
  );
}

function impersonationView(app) {
  const { account, impersonation, role, roleName } = app.me;
  // without a member to act as, it is for the role alone
  const roleText = has(`role.${role}`) ? t(`role.${role}`) : roleName;
  const as = account.email === impersonation.by ? roleText : account.displayName;
  return html`<div class="banner" role="alert">
    <p>${t('impersonation.banner', { by: impersonation.by, as })}</p>
    <button type="button" @click=${() => app.endImpersonation()}>${t('impersonation.end')}</button>
  </div>`;
}
