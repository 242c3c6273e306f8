/**
 * Pages by the part of the address after "#", such as #/precintos/12?status=armed: it needs nothing of the server, and
 * works below any context path.
 */

const routes = [];

/**
 * @param path such as /precintos/:id
 * @param load gives the module of the page, when it is first needed
 */
export function route(path, load, options = {}) {
  const names = [];
  const pattern = path.replace(/:(\w+)/g, (whole, name) => {
    names.push(name);
    return '([^/]+)';
  });
  routes.push({ path, pattern: new RegExp(`^${pattern}$`), names, load, ...options });
}

/** The paths of all pages there are. */
export function paths() {
  return routes.map(({ path }) => path);
}

/** Where the address leads; without a route it is a page that does not exist. */
export function current() {
  const [path, query = ''] = decodeHash().split('?');
  for (const candidate of routes) {
    const match = candidate.pattern.exec(path);
    if (match) {
      const params = Object.fromEntries(candidate.names.map((name, i) => [name, decodeURIComponent(match[i + 1])]));
      return { path, route: candidate, params, query: new URLSearchParams(query) };
    }
  }
  return { path, route: null, params: {}, query: new URLSearchParams(query) };
}

/** The address of a page. Empty values are left out of the query. */
export function href(path, query = {}) {
  const search = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== '' && value != null));
  const text = search.toString();
  return `#${path}${text ? `?${text}` : ''}`;
}

export function go(path, query) {
  location.hash = href(path, query);
}

/** Writes the query into the address without a new entry in the history: filters, sorting. */
export function replaceQuery(query) {
  history.replaceState(history.state, '', href(current().path, query));
}

function decodeHash() {
  const hash = location.hash.slice(1);
  return hash.startsWith('/') ? hash : '/';
}
