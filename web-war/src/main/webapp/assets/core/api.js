/** One call to the API. Errors are application/problem+json and arrive as a Problem. */

import { currentLanguage, t } from './i18n.js';

const BASE = new URL('../../api/', import.meta.url);
const TIMEOUT_MS = 30_000;
const ATTEMPTS = 3;
const PAUSE_MS = 400;
const AWAY = [502, 503, 504];

/** Where the content of an answer has its entity tag, for If-Match. It is not sent back. */
export const ETAG = Symbol('etag');

export class Problem extends Error {
  /** @param status 0 when there was no answer at all */
  constructor(status, body = {}) {
    super(body.detail ?? body.title ?? '');
    this.status = status;
    this.slug = String(body.type ?? '').split('/').pop();
    this.errors = Array.isArray(body.errors) ? body.errors : [];
    /** The whole answer: problems have members of their own, such as limit and used. */
    this.body = body;
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

/** The content of the answer; where it has an entity tag, it is in the content's property {@link ETAG}. */
export async function send(method, path, options = {}) {
  const answer = await fetchAnswer(method, path, options);
  const content = await readJson(answer);
  if (!answer.ok) {
    throw new Problem(answer.status, content ?? {});
  }
  const etag = answer.headers.get('ETag');
  if (etag && content !== null && typeof content === 'object') {
    content[ETAG] = etag;
  }
  return content;
}

/** A file that the API answers with, such as a PDF. */
export async function download(path, { headers = {} } = {}) {
  const answer = await fetchAnswer('GET', path, { headers: { ...headers, Accept: '*/*' } });
  if (!answer.ok) {
    throw new Problem(answer.status, (await readJson(answer)) ?? {});
  }
  return answer.blob();
}

/**
 * A file to send, with its progress: fetch does not tell any.
 *
 * @param progress is told the part that was sent, 0 to 1
 * @param signal of an AbortController, to stop it
 */
export function upload(path, body, { headers = {}, progress = () => {}, signal } = {}) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', new URL(path, BASE));
    const all = { Accept: 'application/json', 'Accept-Language': currentLanguage(), ...headers };
    Object.entries(all).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.addEventListener('progress', ({ lengthComputable, loaded, total }) => {
      if (lengthComputable) {
        progress(loaded / total);
      }
    });
    request.addEventListener('load', () => {
      const content = parsed(request.responseText);
      if (request.status >= 200 && request.status < 300 && content !== null) {
        resolve(content);
      } else {
        reject(new Problem(request.status < 300 ? 0 : request.status, content ?? {}));
      }
    });
    request.addEventListener('error', () => reject(new Problem(0)));
    request.addEventListener('abort', () => reject(new Problem(0)));
    signal?.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What only reads is tried again when there was no answer, or none of the application. */
async function fetchAnswer(method, path, options) {
  for (let attempt = 1; ; attempt++) {
    const last = method !== 'GET' || attempt === ATTEMPTS;
    try {
      const answer = await fetchOnce(method, path, options);
      if (last || !AWAY.includes(answer.status)) {
        return answer;
      }
    } catch (error) {
      if (last) {
        throw error;
      }
    }
    await new Promise((done) => setTimeout(done, PAUSE_MS * attempt));
  }
}

/** @param body a Blob is sent as it is, everything else as JSON */
async function fetchOnce(method, path, { body, headers = {} }) {
  const all = { Accept: 'application/json', 'Accept-Language': currentLanguage(), ...headers };
  const isBlob = body instanceof Blob;
  if (body !== undefined && !isBlob) {
    all['Content-Type'] ??= 'application/json';
  }
  try {
    return await fetch(new URL(path, BASE), {
      method,
      headers: all,
      body: body === undefined || isBlob ? body : JSON.stringify(body),
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
