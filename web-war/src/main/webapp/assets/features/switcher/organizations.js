/** The organizations of an account in the order they were last changed to, and the search in them. */

const STORED = 'tenantry.recent';
const KEPT = 5;

export function recentFirst(tenants, accountId) {
  const recent = recentOf(accountId);
  const rank = ({ id }) => (recent.includes(id) ? recent.indexOf(id) : KEPT);
  return tenants.toSorted((a, b) => rank(a) - rank(b));
}

export function noteRecent(accountId, id) {
  try {
    const kept = [id, ...recentOf(accountId).filter((other) => other !== id)].slice(0, KEPT);
    localStorage.setItem(STORED, JSON.stringify({ accountId, kept }));
  } catch {
    // a browser without storage: the order stays that of the API
  }
}

/** Accents and case do not count. */
export function search(tenants, wanted) {
  return tenants.filter(({ name, slug }) => plain(`${name} ${slug}`).includes(plain(wanted.trim())));
}

function recentOf(accountId) {
  try {
    const stored = JSON.parse(localStorage.getItem(STORED));
    return stored?.accountId === accountId && Array.isArray(stored.kept) ? stored.kept : [];
  } catch {
    return [];
  }
}

function plain(value) {
  return value.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
