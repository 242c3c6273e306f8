/** The files of a transit. */

import { ETAG, Problem } from '../../core/api.js';
import { bytes } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { call, download, upload } from '../../core/session.js';
import { confirmAction } from '../../ui/dialogs.js';
import { dropView, saveBlob, sendingView } from '../../ui/files.js';
import { createList, listView } from '../../ui/list.js';
import { say, sayProblem } from '../../ui/notices.js';
import { emptyView } from '../../ui/states.js';
import { askForLink } from './file-link.js';
import { momentView } from './parts.js';

const MAX_BYTES = 25 * 1024 * 1024;
const ACCEPT = '.pdf,.jpg,.jpeg,.png,.webp,.heic,.gif,.txt,.csv,.docx,.xlsx,.odt';

/** @param path of the list in the API */
export function createAttachments({ app, path }) {
  const list = createList({ path, addressed: false, update: app.update, failed: app.failed });
  let sending = [];
  let closed = false;
  list.reload();

  const close = (file) => {
    sending = sending.filter((other) => other !== file);
    app.update();
  };
  const send = async (blob) => {
    const stopper = new AbortController();
    const file = { name: blob.name, part: 0, error: null, stopper };
    sending = [...sending, file];
    app.update();
    try {
      if (blob.size > MAX_BYTES) {
        throw new Problem(413, { detail: t('attachments.tooLarge', { size: bytes(blob.size), most: bytes(MAX_BYTES) }) });
      }
      const added = await upload(`${path}?${new URLSearchParams({ name: blob.name })}`, blob, {
        headers: { 'Content-Type': 'application/octet-stream' },
        signal: stopper.signal,
        progress: (part) => {
          file.part = part;
          app.update();
        },
      });
      close(file);
      list.put(added);
      say(() => t('attachments.added', { name: added.name }));
    } catch (error) {
      if (stopper.signal.aborted || closed) {
        close(file);
      } else if (!app.failed(error)) {
        file.error = error;
        app.update();
      }
    }
  };
  const save = async ({ id, name }) => {
    try {
      saveBlob(await download(`${path}/${id}/content`), name);
    } catch (error) {
      if (!app.failed(error)) {
        sayProblem(error);
      }
    }
  };
  const remove = async (file) => {
    const done = await confirmAction({
      title: () => t('attachments.delete.title'),
      text: () => t('attachments.delete.text', { name: file.name }),
      button: () => t('attachments.delete.button'),
      action: async () => {
        const { [ETAG]: etag } = await call('GET', `${path}/${file.id}`);
        await call('DELETE', `${path}/${file.id}`, { headers: { 'If-Match': etag } });
      },
    });
    if (done) {
      list.remove(file.id);
      say(() => t('attachments.delete.done', { name: file.name }));
    }
  };
  return {
    busy: () => sending.some(({ error }) => !error),
    close: () => {
      closed = true;
      sending.forEach(({ stopper }) => stopper.abort());
    },
    view: (writer) => html`<section class="part">
      <h2>${t('attachments.title')}</h2>
      ${writer
        ? dropView({
            id: 'attachments-files',
            label: t('attachments.add'),
            hint: t('attachments.hint', { most: bytes(MAX_BYTES) }),
            accept: ACCEPT,
            multiple: true,
            chosen: (files) => files.forEach(send),
          })
        : nothing}
      ${sending.map((file) => sendingView(file, { stop: () => file.stopper.abort(), close: () => close(file) }))}
      ${listView(list, {
        caption: t('attachments.title'),
        empty: emptyView(t('attachments.empty')),
        columns: [
          {
            label: () => t('attachments.name'),
            cell: (file) => html`<button type="button" class="link" @click=${() => save(file)}>${file.name}</button>`,
          },
          { label: () => t('attachments.size'), number: true, cell: ({ size }) => bytes(size) },
          { label: () => t('attachments.createdBy'), cell: ({ createdBy }) => createdBy },
          { label: () => t('attachments.createdAt'), cell: ({ createdAt }) => momentView(createdAt) },
          {
            label: () => t('attachments.actions'),
            cell: (file) => html`<div class="cell-actions">
              <button
                type="button"
                aria-label=${t('attachments.linkOf', { name: file.name })}
                @click=${() => askForLink(`${path}/${file.id}/link`, file, app)}
              >
                ${t('attachments.link')}
              </button>
              ${writer
                ? html`<button
                    type="button"
                    class="danger"
                    aria-label=${t('attachments.deleteOf', { name: file.name })}
                    @click=${() => remove(file)}
                  >
                    ${t('attachments.delete.button')}
                  </button>`
                : nothing}
            </div>`,
          },
        ],
      })}
    </section>`,
  };
}
