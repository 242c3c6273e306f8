/** The codes of seals, which transits and alerts know by id only. One page of seals answers for most of them. */

import { call } from '../../core/session.js';

const PAGE = 200;
const AT_ONCE = 6;

const codes = new Map();
let wanted = new Set();
let paged = false;
let running = false;

/** The code, if it is known; otherwise the page is drawn again when it is. */
export function sealCode(id, app) {
  if (!codes.has(id) && app.can('precintos:read')) {
    wanted.add(id);
    if (!running) {
      running = true;
      // after the drawing, so that all the rows have asked
      setTimeout(() => find(app));
    }
  }
  return codes.get(id) ?? null;
}

export function rememberCode({ id, code }) {
  codes.set(id, code);
}

async function find(app) {
  try {
    if (!paged && wanted.size > 1) {
      paged = true;
      (await call('GET', `precintos?limit=${PAGE}`)).items.forEach(rememberCode);
    }
    const missing = [...wanted].filter((id) => !codes.has(id));
    wanted = new Set();
    for (let i = 0; i < missing.length; i += AT_ONCE) {
      await Promise.all(missing.slice(i, i + AT_ONCE).map(findOne));
    }
  } catch (error) {
    app.failed(error);
  } finally {
    running = false;
    app.update();
  }
}

async function findOne(id) {
  try {
    rememberCode(await call('GET', `precintos/${id}`));
  } catch (error) {
    if (!error.status) {
      throw error;
    }
    // asking for it again would be refused again
    codes.set(id, null);
  }
}
