/** Files that the API answers with, given to the browser to keep. */

import { download } from '../core/session.js';

/** @param path of the file in the API */
export async function saveFile(path, name) {
  saveBlob(await download(path), name);
}

export function saveBlob(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // the browser has taken it by the next turn
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
