/**
 * The stream of live events, read with fetch because EventSource sends no headers. It goes on after every interruption
 * where it was, with growing pauses.
 */

import { currentLanguage } from './i18n.js';
import * as session from './session.js';

const ADDRESS = new URL('../../api/events', import.meta.url);
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** The server says something every 15 seconds. */
const SILENCE_MS = 45_000;

/**
 * @param types the wanted ones, such as alerta.*
 * @param onEvent is told {id, type, data}; type reset means: load again what is shown
 * @param onState is told connecting, live, waiting (it comes again) or off (it does not)
 * @param failed is told of what ends the page; the answer says whether it did
 */
export function openEvents({ types = [], onEvent, onState = () => {}, failed = () => false }) {
  return new Events(types, onEvent, onState, failed);
}

class Events {
  state = null;

  #address;
  #onEvent;
  #onState;
  #failed;
  #lastId = null;
  #pause = FIRST_PAUSE_MS;
  #closed = false;
  #reading = null;
  #wake = () => {};

  constructor(types, onEvent, onState, failed) {
    this.#address = new URL(ADDRESS);
    if (types.length > 0) {
      this.#address.searchParams.set('types', types.join(','));
    }
    this.#onEvent = onEvent;
    this.#onState = onState;
    this.#failed = failed;
    addEventListener('online', this.#again);
    this.#run();
  }

  close() {
    this.#closed = true;
    removeEventListener('online', this.#again);
    this.#reading?.abort();
    this.#wake();
  }

  #again = () => this.#wake();

  async #run() {
    while (!this.#closed) {
      this.#tell('connecting');
      let pause = 0;
      try {
        pause = await this.#once();
      } catch (error) {
        if (error instanceof session.SessionEnded || error instanceof session.TenantChanged) {
          if (!this.#closed) {
            this.#failed(error);
          }
          return;
        }
      }
      if (this.#closed) {
        return;
      }
      if (pause === null) {
        this.#tell('off');
        return;
      }
      this.#tell('waiting');
      await this.#wait(pause || this.#nextPause());
    }
  }

  /** One connection until it ends. The answer is the pause that the server asks for in milliseconds, null for ever. */
  async #once() {
    this.#reading = new AbortController();
    const headers = { ...(await session.headers()), Accept: 'text/event-stream', 'Accept-Language': currentLanguage() };
    if (this.#lastId !== null) {
      headers['Last-Event-ID'] = this.#lastId;
    }
    const { signal } = this.#reading;
    const slow = setTimeout(() => this.#reading.abort(), SILENCE_MS);
    const answer = await fetch(this.#address, { headers, signal, cache: 'no-store', credentials: 'same-origin' }).finally(() =>
      clearTimeout(slow),
    );
    if (answer.status === 401) {
      // an ordinary call gets a new token, or finds out that the session is over
      await session.call('GET', 'me');
    }
    if (!answer.ok) {
      return answer.status === 403 || answer.status === 404 ? null : Number(answer.headers.get('Retry-After') ?? 0) * 1000;
    }
    this.#pause = FIRST_PAUSE_MS;
    this.#tell('live');
    await this.#read(answer.body.pipeThrough(new TextDecoderStream()).getReader());
    return 0;
  }

  async #read(reader) {
    let rest = '';
    let event = {};
    for (;;) {
      const silence = setTimeout(() => this.#reading.abort(), SILENCE_MS);
      const { done, value } = await reader.read().finally(() => clearTimeout(silence));
      if (done) {
        return;
      }
      const lines = (rest + value).split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop();
      for (const line of lines) {
        event = this.#take(line, event);
      }
    }
  }

  /** Of one line. The answer is the event as far as it is known. */
  #take(line, event) {
    if (line === '') {
      this.#dispatch(event);
      return {};
    }
    const [, name, value] = /^([^:]*):? ?(.*)$/.exec(line);
    if (name === 'data') {
      return { ...event, data: 'data' in event ? `${event.data}\n${value}` : value };
    }
    return name === 'id' || name === 'event' ? { ...event, [name]: value } : event;
  }

  #dispatch({ id, event: type, data }) {
    if (id !== undefined) {
      this.#lastId = id;
    }
    if (type && !this.#closed) {
      let content = {};
      try {
        content = JSON.parse(data ?? '{}');
      } catch {
        // what cannot be read still says that something happened
      }
      this.#onEvent({ id, type, data: content });
    }
  }

  #nextPause() {
    const pause = this.#pause;
    this.#pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    // so that not all pages come back at the same moment after a restart
    return pause * (0.75 + Math.random() / 2);
  }

  #wait(pause) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, pause);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #tell(state) {
    if (this.state !== state) {
      this.state = state;
      this.#onState(state);
    }
  }
}
