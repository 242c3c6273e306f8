/** Running a job by hand. It may be repeated: what is done is not done again. */

import { number } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html } from '../../core/lit.js';
import { call } from '../../core/session.js';
import { openDialog } from '../../ui/dialogs.js';
import { fieldView } from '../../ui/form.js';
import { formDialog } from '../../ui/form-dialog.js';
import { factsView } from '../../ui/table.js';
import { named, today } from './words.js';

const INVOICES = 'invoice-run';
const SNAPSHOT = 'usage-snapshot';

export async function runJob(app, job, reload) {
  const name = named('job', job);
  const result = await formDialog({
    title: () => t('admin.job.runOf', { name }),
    button: () => t('admin.job.run'),
    failed: app.failed,
    values: job === INVOICES ? { asOf: today() } : { day: today() },
    fields: (form) => html`
      <p>${t('admin.job.runText')}</p>
      ${fieldView(form, job === INVOICES ? 'asOf' : 'day', {
        label: t('admin.day'),
        hint: t(job === SNAPSHOT ? 'admin.job.dayComplete' : 'admin.job.dayBegins'),
        type: 'date',
        required: true,
      })}
    `,
    submit: (values) => call('POST', `admin/jobs/${job}`, { body: { ...values } }),
  });
  if (result) {
    reload();
    await openDialog(
      () => t('admin.job.ran', { name }),
      (close) => html`
        ${factsView([
          [t('admin.job.due'), number(result.due)],
          [t('admin.job.done'), number(result.done ?? result.invoiced)],
          [t('admin.job.already'), number(result.already ?? result.alreadyInvoiced)],
          [t('admin.job.failed'), number(result.failed)],
          [t('admin.job.duration'), t('admin.milliseconds', { count: number(result.durationMs) })],
        ])}
        <div class="actions"><button type="button" class="primary" @click=${() => close()}>${t('dialog.close')}</button></div>
      `,
    );
  }
}
