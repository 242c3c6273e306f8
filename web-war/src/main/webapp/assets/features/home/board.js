/** The widgets on their grid; while they are arranged, each has a handle for the mouse and the arrow keys. */

import { currentLanguage, t } from '../../core/i18n.js';
import { html, nothing, ref, repeat } from '../../core/lit.js';
import { inOrder } from './layout.js';
import { optionsView } from './options.js';

const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * @param board widgets, each with its key; types; editing; contentOf(widget); change(key, place), remove(key) and
 *     setOption(key, name, value)
 */
export function boardView(board) {
  return html`<div class=${board.editing ? 'board arranging' : 'board'}>
    ${repeat(
      inOrder(board.widgets),
      ({ key }) => key,
      (widget) => widgetView(board, widget),
    )}
  </div>`;
}

export function titleOf(type) {
  return type.title[currentLanguage()] ?? type.title.en;
}

function widgetView(board, widget) {
  const title = titleOf(board.types.get(widget.type));
  const id = `widget-${widget.key}`;
  return html`<section class="widget" aria-labelledby=${id} ${ref((element) => place(element, widget))}>
    <div class="widget-head">
      <h2 id=${id}>${title}</h2>
      ${board.editing ? toolsView(board, widget, title) : nothing}
    </div>
    ${board.editing ? optionsView(board, widget) : nothing}
    <div class="widget-body">${board.contentOf(widget)}</div>
    ${board.editing
      ? html`<span class="corner" aria-hidden="true" @pointerdown=${(event) => drag(event, board, widget, sized)}></span>`
      : nothing}
  </section>`;
}

function toolsView(board, widget, title) {
  const step = (label, symbol, change) =>
    html`<button type="button" class="quiet" aria-label=${t(label, { title })} title=${t(label, { title })} @click=${() => board.change(widget.key, change)}>
      ${symbol}
    </button>`;
  return html`<div class="widget-tools">
    <button
      type="button"
      class="quiet handle"
      aria-label=${t('home.move', { title })}
      aria-describedby="arrange-help"
      title=${t('home.move', { title })}
      @keydown=${(event) => keyed(event, board, widget)}
      @pointerdown=${(event) => drag(event, board, widget, moved)}
    >
      ✥
    </button>
    ${step('home.narrower', '⇤', { w: widget.w - 1 })} ${step('home.wider', '⇥', { w: widget.w + 1 })}
    ${step('home.lower', '⤒', { h: widget.h - 1 })} ${step('home.taller', '⤓', { h: widget.h + 1 })}
    <button type="button" class="quiet" aria-label=${t('home.remove', { title })} title=${t('home.remove', { title })} @click=${() => board.remove(widget.key)}>
      ×
    </button>
  </div>`;
}

/** No style attributes in the page: the security policy forbids them. */
function place(element, { x, y, w, h }) {
  for (const [name, value] of Object.entries({ x: x + 1, y: y + 1, w, h })) {
    element?.style.setProperty(`--widget-${name}`, value);
  }
}

function keyed(event, board, widget) {
  const step = STEPS[event.key];
  if (!step) {
    return;
  }
  event.preventDefault();
  const [dx, dy] = step;
  board.change(widget.key, event.shiftKey ? sized(widget, dx, dy) : moved(widget, dx, dy));
  const handle = event.currentTarget;
  // where the widget passes another one in the order of reading, its element moves and loses the focus
  queueMicrotask(() => queueMicrotask(() => handle.focus()));
}

function moved({ x, y }, dx, dy) {
  return { x: x + dx, y: y + dy };
}

function sized({ w, h }, dx, dy) {
  return { w: w + dx, h: h + dy };
}

/** Follows the pointer by whole cells, always from the layout there was at its beginning. */
function drag(event, board, widget, changed) {
  if (event.button !== 0) {
    return;
  }
  const target = event.currentTarget;
  const grid = target.closest('.board');
  const columns = getComputedStyle(grid).gridTemplateColumns.split(' ');
  if (columns.length === 1) {
    // one below the other: there are the keys and buttons
    return;
  }
  const gap = parseFloat(getComputedStyle(grid).columnGap);
  const across = parseFloat(columns[0]) + gap;
  const down = parseFloat(getComputedStyle(grid).gridAutoRows) + gap;
  const before = board.widgets;
  const from = { x: event.pageX, y: event.pageY };
  const move = (to) => {
    const dx = Math.round((to.pageX - from.x) / across);
    const dy = Math.round((to.pageY - from.y) / down);
    board.change(widget.key, changed(widget, dx, dy), before);
  };
  const end = () => {
    removeEventListener('pointermove', move);
    removeEventListener('pointerup', end);
    removeEventListener('pointercancel', end);
  };
  addEventListener('pointermove', move);
  addEventListener('pointerup', end);
  addEventListener('pointercancel', end);
}
