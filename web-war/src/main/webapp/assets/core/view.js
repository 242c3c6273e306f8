/** What a page draws itself with: several changes at once are one drawing. */

/** @param draw the drawing; the answer asks for it */
export function batched(draw) {
  let asked = false;
  return () => {
    if (asked) {
      return;
    }
    asked = true;
    queueMicrotask(() => {
      asked = false;
      draw();
    });
  };
}
