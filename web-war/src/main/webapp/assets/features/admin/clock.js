/** The test clock, which only an installation for tests has: it moves the time forward, and all jobs that fall due run. */

import { Problem } from '../../core/api.js';
import { dateTime } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { call } from '../../core/session.js';
import { fieldView } from '../../ui/form.js';
import { formDialog } from '../../ui/form-dialog.js';
import { say } from '../../ui/notices.js';
import { instantOf } from './words.js';

/** @param moved is told when the time has moved */
export function clockPart(app, moved) {
  let now = null;
  const read = async () => {
    try {
      ({ now } = await call('GET', 'admin/clock'));
      app.update();
    } catch (error) {
      if (!app.failed(error) && !(error instanceof Problem)) {
        throw error;
      }
    }
  };
  const move = async () => {
    const answer = await formDialog({
      title: () => t('admin.clock.move'),
      button: () => t('admin.clock.move'),
      danger: true,
      failed: app.failed,
      values: { now: '' },
      fields: (form) => html`
        <p>${t('admin.clock.text')}</p>
        ${fieldView(form, 'now', { label: t('admin.clock.to'), type: 'datetime-local', required: true })}
      `,
      submit: (values) => call('PUT', 'admin/clock', { body: { now: instantOf(values.now) } }),
    });
    if (answer) {
      ({ now } = answer);
      say(() => t('admin.clock.moved', { now: dateTime(now) }));
      moved();
    }
  };
  read();
  return {
    view: () =>
      now === null
        ? nothing
        : html`<section class="panel" aria-labelledby="clock">
            <h2 id="clock">${t('admin.clock')}</h2>
            <p>${t('admin.clock.now', { now: dateTime(now) })}</p>
            <div class="actions"><button type="button" class="danger" @click=${move}>${t('admin.clock.move')}</button></div>
          </section>`,
  };
}
