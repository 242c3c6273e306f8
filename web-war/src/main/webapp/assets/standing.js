/** What the whole application shows when its organization is closed, in its trial, or none is chosen. */

import { Problem } from './core/api.js';
import { t } from './core/i18n.js';
import { html, nothing } from './core/lit.js';
import { call } from './core/session.js';

const DAY_MS = 86_400_000;
const WARN_DAYS = 7;
const CLOSED = ['suspended', 'closing', 'purging'];
/** What is open while an organization is closed. */
const READABLE = ['/plan', '/invoices', '/credits', '/billing-profile', '/profile'];
const READABLE_PERMISSIONS = ['billing:read', 'billing:write', 'credits:read', 'billingProfile:read', 'billingProfile:write', 'payments:read'];

let subscription = null;

/** Whether a call was refused because the organization is closed to its members. */
export function isClosed(error) {
  return error instanceof Problem && error.slug === 'tenant-suspended';
}

/** Whether members cannot work in an organization. */
export function isClosedStatus({ status }) {
  return CLOSED.includes(status);
}

export function isReadableClosed(path) {
  return READABLE.some((readable) => path === readable || path.startsWith(`${readable}/`));
}

/** What the pages of a closed organization may show; the server decides anyway. */
export function closedPermissions(role) {
  return ['owner', 'admin'].includes(role) ? READABLE_PERMISSIONS : [];
}

/** Asks when the trial ends. Without an answer there is no banner. */
export async function startStanding(app) {
  if (!app.me.tenant || !app.can('billing:read')) {
    return;
  }
  try {
    subscription = await call('GET', 'billing/subscription');
    app.update();
  } catch (error) {
    app.failed(error);
  }
}

/** The banner on top of every page, if there is something to know. */
export function standingBanner(app) {
  if (app.suspended && app.me?.tenant) {
    return html`<div class="banner" role="alert">
      <p>${t('suspended.banner', { organization: app.me.tenant.name })}</p>
    </div>`;
  }
  const days = trialDays();
  if (days === null || !app.me) {
    return nothing;
  }
  const text = days > 1 ? t('trial.days', { days }) : t(days === 1 ? 'trial.tomorrow' : 'trial.today');
  return html`<div class="banner ${days <= WARN_DAYS ? 'warning' : 'quiet'}" role="status">
    <p>${text}</p>
    <a href="#/plan">${t('trial.choose')}</a>
  </div>`;
}

function trialDays() {
  if (subscription?.status !== 'trial' || !subscription.trialEndsAt) {
    return null;
  }
  return Math.max(0, Math.ceil((new Date(subscription.trialEndsAt) - Date.now()) / DAY_MS));
}

export function changedView() {
  return html`<div class="state" role="alert">
    <p>${t('organization.mismatch')}</p>
    <button type="button" class="primary" id="reload" @click=${() => location.reload()}>${t('page.reload')}</button>
  </div>`;
}

/** @param app suspended has the reason, if the server gave one */
export function suspendedView(app) {
  const { reason } = app.suspended;
  return html`<section class="panel narrow" aria-labelledby="suspended-title">
    <h1 id="suspended-title">${t('suspended.title', { organization: app.me?.tenant?.name ?? t('suspended.yours') })}</h1>
    <p>${t('suspended.text')}</p>
    ${reason ? html`<p><strong>${t('suspended.reason')}</strong> ${reason}</p>` : nothing} ${nextSteps(app)}
  </section>`;
}

function nextSteps(app) {
  if (!app.me) {
    return html`<p>${t('suspended.signIn')}</p>
      <div class="actions">
        <button type="button" class="primary" @click=${() => app.askToSignIn()}>${t('signIn.title')}</button>
      </div>`;
  }
  if (!app.can('billing:read')) {
    return html`<p>${t('suspended.askAdmin')}</p>`;
  }
  return html`<p>${t('suspended.billing')}</p>
    <ul class="links">
      <li><a href="#/invoices">${t('nav.invoices')}</a></li>
      <li><a href="#/plan">${t('nav.plan')}</a></li>
      <li><a href="#/billing-profile">${t('nav.billingProfile')}</a></li>
    </ul>`;
}

/** With a session in no organization: the ones there are, and which of them are closed. */
export function noOrganizationView(app) {
  const { tenants } = app.me;
  return html`<section class="panel narrow" aria-labelledby="none-title">
    <h1 id="none-title">${t('noOrganization.title')}</h1>
    <p>${t(tenants.length > 0 ? 'noOrganization.choose' : 'noOrganization.none')}</p>
    ${tenants.length > 0
      ? html`<ul class="links">
          ${tenants.map((tenant) => html`<li>${organizationView(app, tenant)}</li>`)}
        </ul>`
      : nothing}
  </section>`;
}

function organizationView(app, tenant) {
  if (!isClosedStatus(tenant)) {
    return html`<button type="button" class="choice" @click=${() => app.switchTo(tenant.id)}>${tenant.name}</button>`;
  }
  return html`<span>${tenant.name} <span class="badge">${t('organization.closed')}</span></span>
    ${closedPermissions(tenant.role).length > 0
      ? html`<button type="button" @click=${() => app.openClosed(tenant)}>${t('suspended.open')}</button>`
      : nothing}`;
}

/** The organization lets nobody in without one: the account's own page is all there is. */
export function secondFactorMissingView(app) {
  return html`<section class="panel">
    <h1>${t('secondFactor.missing.title')}</h1>
    <p>${t('secondFactor.missing.text', { organization: app.me.tenant?.name ?? '' })}</p>
    <div><a class="button primary" href="#/profile">${t('secondFactor.missing.action')}</a></div>
  </section>`;
}
