/**
 * The session of this page. The access token lives in memory only; the refresh token is a cookie no script can read.
 *
 * A page belongs to the tenant it was loaded for. When the session moves to another one, in this or another tab, the
 * page does not follow: it has to be loaded again, so nothing of one tenant is ever shown or sent under another.
 */

import { download as fetchFile, Problem, send, upload as sendFile } from './api.js';

const LOCK = 'tenantry-session';
const MARGIN_S = 60;

/** There is no session, or no longer. */
export class SessionEnded extends Error {}

/** The session is for another tenant than the page. */
export class TenantChanged extends Error {}

let current = null;
let pageTenantId;
/** The closed organization that is read with a session in none. */
let closedTenantId;
let refreshing = null;

export function tenant() {
  return current?.tenant ?? null;
}

export function tenants() {
  return current?.tenants ?? [];
}

/** Continues the session of the cookie. Throws SessionEnded when there is none. */
export async function resume() {
  await refresh();
  pageTenantId = current.tenant?.id;
}

/** @param code of the second factor, if the account has one */
export async function signIn(email, password, code) {
  accept(await alone(() => send('POST', 'auth/login', { body: { email, password, code } })));
  pageTenantId = current.tenant?.id;
}

/** Moves the session to another of the account's tenants. The caller loads the page again. */
export async function switchTo(tenantId) {
  await ensureFresh();
  const headers = { ...authorization(), ...tenantHeader() };
  await alone(() => send('POST', 'auth/switch', { body: { tenant: tenantId }, headers }));
}

/** Begins to act as a member, with the token of a hand-over. The caller loads the page again. */
export async function actAs(token) {
  await alone(() => send('POST', 'auth/impersonation', { body: { token } }));
}

/** From now on calls are about a closed organization, of which its administrators may read what is to be paid. */
export function readClosed(tenantId) {
  closedTenantId = tenantId;
}

/** Goes back from acting as a member to oneself. The caller loads the page again. */
export async function endImpersonation() {
  await ensureFresh();
  await alone(() => send('POST', 'auth/impersonation/end', { headers: { ...authorization(), ...tenantHeader() } }));
}

export async function signOut() {
  try {
    await ensureFresh();
  } catch (error) {
    if (error instanceof SessionEnded) {
      return;
    }
    // whichever tenant the session is for by now, it is the one to end
    if (!(error instanceof TenantChanged)) {
      throw error;
    }
  }
  await alone(() => send('POST', 'auth/logout', { headers: authorization() }));
  current = null;
}

/** A call in the name of the signed-in account and the tenant of this page. */
export function call(method, path, { body, headers = {} } = {}) {
  return signed((own) => send(method, path, { body, headers: { ...headers, ...own } }));
}

/** A file, fetched as {@link call} calls. */
export function download(path) {
  return signed((own) => fetchFile(path, { headers: own }));
}

/** A file sent, as {@link call} calls. @param options as of upload in api.js */
export function upload(path, body, { headers = {}, ...options } = {}) {
  return signed((own) => sendFile(path, body, { ...options, headers: { ...headers, ...own } }));
}

/** The headers of a call that is made by other means, such as a stream. */
export async function headers() {
  await ensureFresh();
  return { ...authorization(), ...tenantHeader() };
}

async function signed(action) {
  await ensureFresh();
  const attempt = () => action({ ...authorization(), ...tenantHeader() });
  const used = current.accessToken;
  try {
    return await attempt();
  } catch (error) {
    if (!isStatus(error, 401)) {
      throw translated(error);
    }
  }
  if (current.accessToken === used) {
    await refresh();
  }
  checkTenant();
  try {
    return await attempt();
  } catch (error) {
    throw isStatus(error, 401) ? new SessionEnded() : translated(error);
  }
}

/** Refreshing when a call needs it, and not by a timer, lets the session of a forgotten tab lapse. */
async function ensureFresh() {
  if (!current) {
    throw new SessionEnded();
  }
  if (Date.now() >= current.refreshAt) {
    await refresh();
  }
  checkTenant();
}

function refresh() {
  refreshing ??= alone(() => send('POST', 'auth/refresh'))
    .then(accept, (error) => {
      throw isStatus(error, 401) ? new SessionEnded() : translated(error);
    })
    .finally(() => {
      refreshing = null;
    });
  return refreshing;
}

function accept(answer) {
  const seconds = Math.max(answer.expiresIn - MARGIN_S, answer.expiresIn / 2);
  current = {
    accessToken: answer.accessToken,
    refreshAt: Date.now() + seconds * 1000,
    tenant: answer.tenant ?? null,
    tenants: answer.tenants ?? [],
  };
}

function checkTenant() {
  if (current.tenant?.id !== pageTenantId) {
    throw new TenantChanged();
  }
}

function authorization() {
  return { Authorization: `Bearer ${current.accessToken}` };
}

function tenantHeader() {
  const id = pageTenantId ?? closedTenantId;
  return id ? { 'X-Tenant-ID': id } : {};
}

function translated(error) {
  return error instanceof Problem && error.slug === 'tenant-mismatch' ? new TenantChanged() : error;
}

function isStatus(error, status) {
  return error instanceof Problem && error.status === status;
}

/** Two tabs that use the same refresh cookie at once would look like a stolen cookie to the server. */
function alone(action) {
  // only secure contexts have locks
  return navigator.locks ? navigator.locks.request(LOCK, action) : action();
}
