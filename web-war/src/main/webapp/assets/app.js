/** The page of a signed-in account: the seals of its organization. */

import { describe, Problem } from './api.js';
import { clearMessage, fieldError, onSubmit, requireFilled, say, showProblem } from './forms.js';
import { dateTime, has, onLanguage, percent, startLanguages, t } from './i18n.js';
import * as session from './session.js';

const PAGE_SIZE = 20;
const WRITE = 'precintos:write';

const byId = (id) => document.getElementById(id);
const signInForm = byId('sign-in');
const createForm = byId('create');
const switcher = byId('organization');
const more = byId('more');
const retry = byId('retry');

/** starting, unreachable, signIn, noOrganization, workspace or changed */
let view = 'starting';
let hadSession = false;
let items = [];
let nextCursor = null;
let loading = false;
let listError = null;
let creation = null;

onLanguage(render);
onSubmit(signInForm, signIn);
onSubmit(createForm, create);
byId('sign-out').addEventListener('click', signOut);
byId('reload').addEventListener('click', () => location.reload());
switcher.addEventListener('change', switchOrganization);
more.addEventListener('click', loadPage);
retry.addEventListener('click', loadPage);
addEventListener('pageshow', (event) => {
  // a page from the back-forward cache may be of a session that is over
  if (event.persisted) {
    location.reload();
  }
});

await startLanguages();
await start();

async function start() {
  try {
    await session.resume();
  } catch (error) {
    if (error instanceof session.SessionEnded) {
      show('signIn');
      byId('email').focus();
    } else {
      fail(error, 'unreachable');
    }
    return;
  }
  await open();
}

async function open() {
  hadSession = true;
  show(session.tenant() ? 'workspace' : 'noOrganization');
  if (view === 'workspace') {
    await Promise.all([loadPermissions(), loadPage()]);
  }
}

async function signIn() {
  if (!requireFilled(signInForm)) {
    return;
  }
  const { email, password } = signInForm.elements;
  try {
    await session.signIn(email.value.trim(), password.value);
  } catch (error) {
    password.value = '';
    if (error instanceof Problem && error.status === 401) {
      say(() => t('signIn.wrong'), 'error');
      password.focus();
    } else {
      showProblem(signInForm, error);
    }
    return;
  }
  signInForm.reset();
  if (hadSession) {
    // nothing of the session before may stay in the memory of the page
    location.reload();
    return;
  }
  byId('main').focus();
  await open();
}

async function signOut() {
  try {
    await session.signOut();
    location.reload();
  } catch (error) {
    say(() => describe(error), 'error');
  }
}

async function switchOrganization() {
  switcher.disabled = true;
  try {
    await session.switchTo(switcher.value);
    location.reload();
  } catch (error) {
    switcher.disabled = false;
    fail(error);
    renderOrganization();
  }
}

async function loadPermissions() {
  try {
    const me = await session.call('GET', 'me');
    createForm.hidden = !(me.permissions ?? []).includes(WRITE);
  } catch (error) {
    fail(error);
  }
}

async function loadPage() {
  if (loading) {
    return;
  }
  const button = document.activeElement;
  loading = true;
  listError = null;
  render();
  const query = new URLSearchParams({ limit: String(PAGE_SIZE) });
  if (nextCursor) {
    query.set('cursor', nextCursor);
  }
  let added = [];
  try {
    const page = await session.call('GET', `precintos?${query}`);
    // one that was just created here may come again at its place in the list
    const known = new Set(items.map((item) => item.id));
    added = page.items.filter((item) => !known.has(item.id));
    items = items.concat(added);
    nextCursor = page.nextCursor ?? null;
  } catch (error) {
    if (!ended(error)) {
      listError = error;
    }
  }
  loading = false;
  render();
  if ((button === more || button === retry) && button.hidden && added.length > 0) {
    byId('rows').children[items.length - added.length].firstElementChild.focus();
  }
}

async function create() {
  const { code, batteryPct } = createForm.elements;
  checkBattery(batteryPct);
  if (!requireFilled(createForm)) {
    return;
  }
  const body = { code: code.value.trim() };
  if (batteryPct.value !== '') {
    body.batteryPct = Number(batteryPct.value);
  }
  let item;
  try {
    item = await session.call('POST', 'precintos', { body, headers: { 'Idempotency-Key': keyFor(body) } });
  } catch (error) {
    if (ended(error)) {
      return;
    }
    if (error instanceof Problem && !error.outcomeUnknown && error.status !== 429) {
      // refused for certain: the same content again is a new request, not a repetition
      creation = null;
    }
    showProblem(createForm, error);
    return;
  }
  creation = null;
  createForm.reset();
  items = [item, ...items.filter((other) => other.id !== item.id)];
  render();
  say(() => t('create.done', { code: item.code }));
  code.focus();
}

function checkBattery(field) {
  const value = Number(field.value);
  if (field.validity.badInput || !Number.isInteger(value) || value < 0 || value > 100) {
    fieldError(field, t('create.batteryRange'));
  }
}

/** The same key for the same content, so that a repetition after a lost answer creates nothing twice. */
function keyFor(body) {
  const content = JSON.stringify(body);
  if (creation?.content !== content) {
    creation = { content, key: randomKey() };
  }
  return creation.key;
}

function randomKey() {
  if (crypto.randomUUID) {
    return crypto.randomUUID();
  }
  // not a secure context
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('');
}

/** Shows an error, unless it means that the page is over. */
function fail(error, otherwise = view) {
  if (!ended(error)) {
    show(otherwise);
    say(() => describe(error), 'error');
  }
}

/** Whether the page cannot go on with its session; if so, it says why and hides what it had loaded. */
function ended(error) {
  if (error instanceof session.TenantChanged) {
    forget();
    show('changed');
    say(() => t('organization.mismatch'), 'error');
    byId('reload').focus();
    return true;
  }
  if (error instanceof session.SessionEnded) {
    forget();
    show('signIn');
    say(() => t('session.ended'), 'error');
    byId('email').focus();
    return true;
  }
  return false;
}

function forget() {
  items = [];
  nextCursor = null;
  creation = null;
  createForm.reset();
}

function show(next) {
  view = next;
  clearMessage();
  render();
}

function render() {
  // the other views have a heading of their own
  byId('page-title').hidden = !['starting', 'unreachable', 'changed'].includes(view);
  byId('starting').hidden = view !== 'starting';
  signInForm.hidden = view !== 'signIn';
  byId('no-organization').hidden = view !== 'noOrganization';
  byId('workspace').hidden = view !== 'workspace';
  byId('reload').hidden = view !== 'changed' && view !== 'unreachable';
  byId('sign-out').hidden = !['workspace', 'noOrganization', 'changed'].includes(view);
  renderOrganization();
  renderList();
}

function renderOrganization() {
  const tenant = view === 'workspace' ? session.tenant() : null;
  const tenants = session.tenants();
  const subject = tenant ? [t('precintos.title'), tenant.name] : view === 'signIn' ? [t('signIn.title')] : [];
  document.title = [...subject, 'Tenantry'].join(' · ');
  byId('organization-name').textContent = tenant?.name ?? 'Tenantry';
  byId('precintos').caption.textContent = t('precintos.caption', { organization: tenant?.name ?? '' });
  byId('no-organization-text').textContent = t(tenants.length > 0 ? 'noOrganization.choose' : 'noOrganization.none');
  byId('switcher').hidden = !(tenant ? tenants.length > 1 : view === 'noOrganization' && tenants.length > 0);
  switcher.replaceChildren(...tenants.map(option));
  if (!tenant) {
    const none = new Option(t('organization.none'), '');
    none.disabled = true;
    switcher.prepend(none);
  }
  switcher.value = tenant?.id ?? '';
}

function option({ id, name, role }) {
  const key = `role.${role}`;
  return new Option(t('organization.option', { name, role: has(key) ? t(key) : role }), id);
}

function renderList() {
  byId('rows').replaceChildren(...items.map(row));
  byId('precintos').hidden = items.length === 0;
  byId('precintos').setAttribute('aria-busy', String(loading));
  byId('list-state').textContent = listState();
  more.hidden = !nextCursor || listError !== null;
  more.setAttribute('aria-disabled', String(loading));
  retry.hidden = listError === null;
}

function listState() {
  if (loading) {
    return t('precintos.loading');
  }
  if (listError) {
    return describe(listError);
  }
  return items.length === 0 ? t('precintos.empty') : t('precintos.shown', { count: items.length });
}

function row(item) {
  const code = cell('th', 'rowheader', 'precintos.code', item.code);
  code.scope = 'row';
  code.tabIndex = -1;
  const battery = item.batteryPct == null ? t('precintos.noBattery') : percent(item.batteryPct);
  const batteryCell = cell('td', 'cell', 'precintos.battery', battery);
  batteryCell.className = 'number';
  const made = element('tr', 'row');
  made.append(
    code,
    cell('td', 'cell', 'precintos.status', status(item.status)),
    batteryCell,
    cell('td', 'cell', 'precintos.lastSeen', item.lastSeenAt ? time(item.lastSeenAt) : t('precintos.neverSeen')),
    cell('td', 'cell', 'precintos.created', time(item.createdAt)),
  );
  return made;
}

function cell(name, role, labelKey, content) {
  const made = element(name, role);
  // the narrow layout shows it beside the value
  made.dataset.label = t(labelKey);
  made.append(content);
  return made;
}

function element(name, role) {
  const made = document.createElement(name);
  made.setAttribute('role', role);
  return made;
}

function status(value) {
  const key = `status.${value}`;
  const made = document.createElement('span');
  made.className = 'status';
  made.dataset.status = value;
  made.textContent = has(key) ? t(key) : value;
  return made;
}

function time(instant) {
  const made = document.createElement('time');
  made.dateTime = instant;
  made.textContent = dateTime(instant);
  return made;
}
