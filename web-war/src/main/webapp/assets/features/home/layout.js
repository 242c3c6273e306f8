/** Where widgets are on the grid. No two may lie on each other: what is in the way moves down. */

export const COLUMNS = 12;
export const ROWS = 100;

/** What is shown where an organization has arranged nothing. */
const BEGINNING = [
  { type: 'precintosByStatus', x: 0, y: 0, w: 6, h: 4, options: { chart: 'ring' } },
  { type: 'openAlertas', x: 6, y: 0, w: 6, h: 4, options: { limit: 5 } },
  { type: 'transitosInProgress', x: 0, y: 4, w: 6, h: 4, options: { limit: 5 } },
  { type: 'usage', x: 6, y: 4, w: 6, h: 4, options: { chart: 'bar' } },
];

/** @param types that can be shown, by their name */
export function beginning(types) {
  return BEGINNING.filter(({ type }) => types.has(type)).map((widget) => structuredClone(widget));
}

/** In the order of reading. */
export function inOrder(widgets) {
  return widgets.toSorted((a, b) => a.y - b.y || a.x - b.x);
}

/**
 * Gives a widget another place or size, within what its type allows.
 *
 * @return the new layout, or the same if that is not possible
 */
export function change(widgets, index, { x, y, w, h }, { smallest, largest }) {
  const before = widgets[index];
  const width = within(w ?? before.w, smallest.w, Math.min(largest.w, COLUMNS));
  const height = within(h ?? before.h, smallest.h, largest.h);
  const moved = {
    ...before,
    w: width,
    h: height,
    x: within(x ?? before.x, 0, COLUMNS - width),
    y: within(y ?? before.y, 0, ROWS - height),
  };
  if (['x', 'y', 'w', 'h'].every((name) => moved[name] === before[name])) {
    return widgets;
  }
  const placed = [moved];
  const result = widgets.with(index, moved);
  for (const other of inOrder(widgets.filter((widget) => widget !== before))) {
    const fitted = downUntilFree(other, placed);
    if (fitted.y + fitted.h > ROWS) {
      return widgets;
    }
    placed.push(fitted);
    result[widgets.indexOf(other)] = fitted;
  }
  return result;
}

/** Adds a widget below all others; null if there is no room. */
export function add(widgets, { type, smallest, largest }) {
  const y = Math.max(0, ...widgets.map((widget) => widget.y + widget.h));
  const w = within(6, smallest.w, largest.w);
  const h = within(4, smallest.h, largest.h);
  return y + h > ROWS ? null : [...widgets, { type, x: 0, y, w, h, options: {} }];
}

function downUntilFree(widget, placed) {
  let fitted = widget;
  for (let inTheWay; (inTheWay = placed.find((other) => overlap(fitted, other))); ) {
    fitted = { ...fitted, y: inTheWay.y + inTheWay.h };
  }
  return fitted;
}

function overlap(a, b) {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

function within(value, min, max) {
  return Math.min(Math.max(value, min), max);
}
