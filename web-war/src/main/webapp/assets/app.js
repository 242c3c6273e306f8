/** The application: the session, which page is shown, and what pages share. */

import { Problem, send } from './core/api.js';
import { useTimeZone } from './core/format.js';
import { onLanguage, startLanguages, t, useTexts } from './core/i18n.js';
import { html, nothing, render } from './core/lit.js';
import * as router from './core/router.js';
import * as session from './core/session.js';
import { batched } from './core/view.js';
import { signInPage } from './features/signin/signin.js';
import { changedView, closedPermissions, isClosed, isReadableClosed, noOrganizationView, secondFactorMissingView, startStanding, suspendedView } from './standing.js';
import './routes.js';
import { shellView } from './shell.js';
import { sayProblem, startNotices } from './ui/notices.js';
import { errorView, loadingView } from './ui/states.js';

const root = document.getElementById('app');
const wide = matchMedia('(width >= 56rem)');

/** What pages know of the application, and may ask of it. */
const app = {
  /** What GET /api/me has said; null while nobody is signed in. */
  me: null,
  path: '/',
  /** How the host looks: GET /api/branding. */
  branding: null,
  /** Why the organization is closed to its members, as the server said it; undefined while it is open. */
  suspended: undefined,
  get wide() {
    return wide.matches;
  },
  update: batched(draw),
  can: (permission) => app.me?.permissions.includes(permission) ?? false,
  has: (feature) => app.me?.features.includes(feature) ?? false,
  failed,
  signedIn,
  askToSignIn,
  openClosed,
  signOut: () => leave(() => session.signOut()),
  switchTo: (tenant) => leave(() => session.switchTo(tenant)),
  endImpersonation: () => leave(() => session.endImpersonation()),
};

/** starting, unreachable, signIn, suspended, changed or open */
let state = 'starting';
let trouble = null;
let hadSession = false;
let signIn = null;
/** The page of the address: its module and what it was opened as; an error if it could not be. */
let page = null;
let turn = 0;
let staying = false;

startNotices(app.update);
onLanguage(app.update);
wide.addEventListener('change', app.update);
addEventListener('hashchange', navigated);
addEventListener('beforeunload', (event) => {
  if (page?.opened?.dirty?.()) {
    event.preventDefault();
  }
});
addEventListener('pageshow', (event) => {
  // a page from the back-forward cache may be of a session that is over
  if (event.persisted) {
    location.reload();
  }
});

await startLanguages();
await Promise.all([brand(), start()]);

/** Without it the application looks as it does by itself. */
async function brand() {
  try {
    app.branding = await send('GET', 'branding');
    app.update();
  } catch {
    // shown without
  }
}

async function start() {
  show('starting');
  try {
    await session.resume();
  } catch (error) {
    if (error instanceof session.SessionEnded) {
      askToSignIn();
    } else if (isClosed(error)) {
      app.suspended = error.body;
      show('suspended');
    } else {
      trouble = error;
      show('unreachable');
    }
    return;
  }
  await signedIn();
}

/** After signing in, and at the start with a session. */
async function signedIn() {
  if (hadSession) {
    // nothing of the session before may stay in the memory of the page
    location.reload();
    return;
  }
  hadSession = true;
  app.suspended = undefined;
  try {
    app.me = await session.call('GET', 'me');
    useTimeZone(app.me.timeZone);
  } catch (error) {
    if (!failed(error)) {
      trouble = error;
      show('unreachable');
    }
    return;
  }
  show('open');
  startStanding(app);
  if (app.path === '/' && app.me.account.platformAdmin && !app.me.tenant && router.current().path === '/') {
    location.replace('#/admin/overview');
    return;
  }
  await navigated();
}

function askToSignIn(reason) {
  signIn = signInPage({ app, reason });
  show('signIn');
  navigated();
}

/** Goes into a closed organization, where only what is to be paid can be read. */
function openClosed(tenant) {
  session.readClosed(tenant.id);
  app.me = { ...app.me, tenant, role: tenant.role, permissions: closedPermissions(tenant.role) };
  app.suspended = { tenant: tenant.name, status: tenant.status };
  location.hash = '#/';
  app.update();
}

async function leave(action) {
  try {
    await action();
    location.hash = '';
    location.reload();
  } catch (error) {
    if (!failed(error)) {
      sayProblem(error);
      app.update();
    }
  }
}

/** Whether an error means that the application cannot go on with its session; if so, it shows why and forgets the page. */
function failed(error) {
  if (error instanceof Problem && error.status === 403 && error.body.secondFactor && app.me && app.path !== '/profile') {
    // the organization has begun to require one while the page was open
    closePage();
    app.me.secondFactorMissing = true;
    app.update();
    return true;
  }
  if (isClosed(error) && app.me) {
    // where the pages of a closed organization can be read, they are; the others say why not
    app.suspended = { ...app.suspended, ...error.body };
    app.update();
    return true;
  }
  if (!(error instanceof session.TenantChanged || error instanceof session.SessionEnded)) {
    return false;
  }
  closePage();
  app.me = null;
  if (error instanceof session.TenantChanged) {
    show('changed');
  } else {
    askToSignIn(() => t('session.ended'));
  }
  return true;
}

async function navigated() {
  const open = state === 'open' || (state === 'signIn' && router.current().route?.open);
  if (!open || staying) {
    if (!open && state === 'signIn') {
      closePage();
      app.update();
    }
    staying = false;
    return;
  }
  if (page?.opened?.dirty?.() && !confirm(t('form.leave'))) {
    staying = true;
    history.back();
    return;
  }
  const mine = ++turn;
  const there = router.current();
  closePage();
  app.path = there.path;
  page = { there };
  app.update();
  const next = { there };
  try {
    next.module = there.route && !needsSecondFactor() ? (await there.route.load()).default : null;
    if (next.module?.texts) {
      await useTexts(next.module.texts);
    }
  } catch {
    next.error = new Problem(0);
  }
  if (mine !== turn) {
    return;
  }
  if (next.module) {
    next.opened = next.module.open({ app, params: there.params, query: there.query });
  }
  page = next;
  app.update();
  document.getElementById('main')?.focus({ preventScroll: true });
  scrollTo(0, 0);
}

/** Until there is a second factor where one is needed, only one's own account can be opened. */
function needsSecondFactor() {
  return app.me?.secondFactorMissing && app.path !== '/profile';
}

function closePage() {
  page?.opened?.close?.();
  page = null;
}

function show(next) {
  state = next;
  app.update();
}

function draw() {
  const { title, content } = contents();
  document.title = [title, app.me?.tenant?.name, 'Tenantry'].filter(Boolean).join(' · ');
  render(shellView(app, html`${title && page?.opened ? html`<h1>${title}</h1>` : nothing} ${content}`), root);
}

function contents() {
  if (state === 'starting') {
    return { content: loadingView() };
  }
  if (state === 'unreachable') {
    return { content: errorView(trouble, () => location.reload()) };
  }
  if (state === 'suspended') {
    return { content: suspendedView(app) };
  }
  if (state === 'signIn' && !page) {
    return { title: t('signIn.title'), content: signIn.view() };
  }
  if (state === 'changed') {
    return { content: changedView() };
  }
  if (app.suspended && !isReadableClosed(app.path)) {
    return { content: suspendedView(app) };
  }
  if (app.me && !app.me.tenant && !app.me.account.platformAdmin && app.path !== '/profile') {
    return { content: noOrganizationView(app) };
  }
  if (needsSecondFactor()) {
    return { title: t('secondFactor.missing.title'), content: secondFactorMissingView(app) };
  }
  if (page?.opened) {
    return { title: page.opened.title?.() ?? page.module.title(), content: page.opened.view() };
  }
  if (page?.error) {
    return { content: errorView(page.error, navigated) };
  }
  if (page && !page.there.route) {
    return { title: t('page.notFound'), content: html`<div class="state"><p>${t('page.notFound')}</p><a href="#/">${t('page.home')}</a></div>` };
  }
  return { content: loadingView() };
}
