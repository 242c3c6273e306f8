/** Something that is read when a page opens, with its states. */

import { errorView, loadingView } from './states.js';

/**
 * @param read reads it
 * @param update draws the page again
 * @param failed is told of what ends the page; the answer says whether it did
 */
export function createLoaded({ read, update, failed = () => false }) {
  return new Loaded(read, update, failed);
}

class Loaded {
  value = null;
  error = null;
  loading = false;

  #read;
  #update;
  #failed;
  #turn = 0;

  constructor(read, update, failed) {
    this.#read = read;
    this.#update = update;
    this.#failed = failed;
  }

  /** What was there stays until the new is. */
  async reload() {
    const turn = ++this.#turn;
    this.loading = true;
    this.error = null;
    this.#update();
    try {
      const value = await this.#read();
      if (turn !== this.#turn) {
        return;
      }
      this.value = value;
    } catch (error) {
      if (turn !== this.#turn || this.#failed(error)) {
        return;
      }
      this.error = error;
    }
    this.loading = false;
    this.#update();
  }

  set(value) {
    this.#turn++;
    this.value = value;
    this.error = null;
    this.loading = false;
    this.#update();
  }
}

/** @param view what is shown of the value */
export function loadedView(loaded, view) {
  if (loaded.error) {
    return errorView(loaded.error, () => loaded.reload());
  }
  return loaded.value == null ? loadingView() : view(loaded.value);
}
