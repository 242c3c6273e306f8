/** What each type of widget shows: its data are loaded when it is first shown, and each has its own states. */

import { Problem } from '../../core/api.js';
import { html, nothing } from '../../core/lit.js';
import { errorView, loadingView } from '../../ui/states.js';
import { precintosByStatus, usage } from './charts.js';
import { activity, apiKeys, members, openAlertas, transitosInProgress } from './lists.js';

const KINDS = { activity, apiKeys, members, openAlertas, precintosByStatus, transitosInProgress, usage };

/** Whether a type can be shown here, to this member. */
export function isShown(app, { type, available }) {
  return available && type in KINDS && app.can(KINDS[type].permission);
}

/** The contents of the widgets of one page. */
export function createContents(app) {
  const contents = new Map();
  return {
    view: (widget) => {
      const wanted = JSON.stringify([widget.type, widget.options]);
      if (contents.get(widget.key)?.wanted !== wanted) {
        contents.get(widget.key)?.close();
        contents.set(widget.key, new Content(app, wanted, KINDS[widget.type], widget.options));
      }
      return contents.get(widget.key).view();
    },
    close: () => contents.forEach((content) => content.close()),
  };
}

class Content {
  #app;
  #kind;
  #options;
  #data = null;
  #error = null;
  #shown;

  constructor(app, wanted, kind, options) {
    this.#app = app;
    this.wanted = wanted;
    this.#kind = kind;
    this.#options = options;
    this.load();
  }

  load = async () => {
    this.#error = null;
    this.#data = null;
    try {
      this.#data = await this.#kind.load(this.#options);
      this.#shown = this.#kind.show({ data: this.#data, options: this.#options, update: this.#app.update });
    } catch (error) {
      if (!(error instanceof Problem)) {
        console.error(error);
      }
      if (this.#app.failed(error)) {
        return;
      }
      this.#error = error;
    }
    this.#app.update();
  };

  view() {
    if (this.#error) {
      return errorView(this.#error, this.load);
    }
    return this.#shown ? html`${this.#shown.view()} ${this.#kind.link ?? nothing}` : loadingView();
  }

  close() {
    this.#shown?.close?.();
  }
}
