/** One call to the API. Errors are application/problem+json and arrive as a Problem. */

import { currentLanguage, t } from './i18n.js';

const BASE = new URL('../api/', import.meta.url);
const TIMEOUT_MS = 30_000;

export class Problem extends Error {
  /** @param status 0 when there was no answer at all */
  constructor(status, body = {}) {
    super(body.detail ?? body.title ?? '');
    this.status = status;
    this.slug = String(body.type ?? '').split('/').pop();
    this.errors = Array.isArray(body.errors) ? body.errors : [];
  }

  /** Whether the server may have acted without the page knowing. */
  get outcomeUnknown() {
    return this.status === 0 || this.status >= 500;
  }
}

/** A sentence for people about anything that was thrown. */
export function describe(error) {
  if (error instanceof Problem) {
    if (error.message) {
      return error.message;
    }
    return error.status === 0 ? t('error.network') : t('error.unexpected', { status: error.status });
  }
  console.error(error);
  return t('error.unexpected', { status: '–' });
}

export async function send(method, path, { body, headers = {} } = {}) {
  const answer = await fetchAnswer(method, path, body, headers);
  const content = await readJson(answer);
  if (!answer.ok) {
    throw new Problem(answer.status, content ?? {});
  }
  return content;
}

async function fetchAnswer(method, path, body, headers) {
  const all = { Accept: 'application/json', 'Accept-Language': currentLanguage(), ...headers };
  if (body !== undefined) {
    all['Content-Type'] = 'application/json';
  }
  try {
    return await fetch(new URL(path, BASE), {
      method,
      headers: all,
      body: body === undefined ? undefined : JSON.stringify(body),
      cache: 'no-store',
      credentials: 'same-origin',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch {
    throw new Problem(0);
  }
}

async function readJson(answer) {
  if (!/[/+]json\b/.test(answer.headers.get('Content-Type') ?? '')) {
    return null;
  }
  try {
    return await answer.json();
  } catch {
    if (answer.ok) {
      throw new Problem(0);
    }
    return null;
  }
}
