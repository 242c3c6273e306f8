/** The daily jobs: how they stand, running one by hand, what they could not do, and the test clock where there is one. */

import { dateTime, day, number } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { call } from '../../core/session.js';
import { tableView } from '../../ui/table.js';
import { clockPart } from './clock.js';
import { runJob } from './job-run.js';
import { createLoaded } from './loaded.js';
import { named, statusView } from './words.js';

export default {
  texts: 'admin',
  title: () => t('nav.adminJobs'),
  open: ({ app }) => {
    const jobs = createLoaded({ app, read: async () => (await call('GET', 'admin/jobs')).items });
    const clock = clockPart(app, () => jobs.reload());
    jobs.reload();
    return {
      view: () => html`
        ${clock.view()}
        <div class="toolbar">
          <button type="button" aria-busy=${jobs.loading} @click=${() => jobs.reload()}>${t('admin.refresh')}</button>
        </div>
        ${jobs.view(
          (items) => html`
            ${tableView({ caption: t('nav.adminJobs'), items, columns: columns(app, jobs) })}
            ${stuckView(items.flatMap(({ name, stuck }) => stuck.map((slot) => ({ ...slot, job: name }))))}
            ${failuresView(items.flatMap(({ name, failures }) => failures.map((failure) => ({ ...failure, job: name }))))}
          `,
        )}
      `,
    };
  },
};

function columns(app, jobs) {
  return [
    { label: () => t('admin.job'), cell: ({ name }) => named('job', name) },
    { label: () => t('admin.job.lastRun'), cell: lastRunView },
    { label: () => t('admin.job.counts'), cell: countsText },
    { label: () => t('admin.job.next'), cell: ({ nextRunAt }) => (nextRunAt ? dateTime(nextRunAt) : t('admin.never')) },
    { label: () => t('admin.job.overdue'), number: true, cell: ({ overdue }) => number(overdue) },
    {
      label: () => t('admin.actions'),
      cell: ({ name }) => html`<button
        type="button"
        aria-label=${t('admin.job.runOf', { name: named('job', name) })}
        @click=${() => runJob(app, name, () => jobs.reload())}
      >
        ${t('admin.job.run')}
      </button>`,
    },
  ];
}

function lastRunView({ lastRun }) {
  if (!lastRun) {
    return t('admin.never');
  }
  return html`<span class="stack">
    ${statusView('jobStatus', lastRun.status)}
    <span>${t('admin.job.forDay', { day: day(lastRun.day), zone: lastRun.zone })}</span>
    <span class="hint">
      ${dateTime(lastRun.startedAt)} · ${lastRun.durationMs == null ? nothing : t('admin.milliseconds', { count: number(lastRun.durationMs) })}
      ${lastRun.byHand ? html` · ${t('admin.job.byHand')}` : nothing} · ${lastRun.node}
    </span>
  </span>`;
}

export function countsText({ lastRun }) {
  return lastRun ? countsOf(lastRun) : '–';
}

export function countsOf({ due, done, already, failed }) {
  return t('admin.job.countsText', { due: number(due), done: number(done), already: number(already), failed: number(failed) });
}

function stuckView(slots) {
  return slots.length === 0
    ? nothing
    : tableView({
        caption: t('admin.job.stuck'),
        showCaption: true,
        items: slots,
        columns: [
          { label: () => t('admin.job'), cell: ({ job }) => named('job', job) },
          { label: () => t('admin.day'), cell: (slot) => day(slot.day) },
          { label: () => t('admin.zone'), cell: ({ zone }) => zone },
          { label: () => t('admin.status'), cell: ({ status }) => statusView('jobStatus', status) },
          { label: () => t('admin.job.attempts'), number: true, cell: ({ attempts }) => number(attempts) },
          { label: () => t('admin.job.retryAt'), cell: ({ retryAt }) => (retryAt ? dateTime(retryAt) : '–') },
        ],
      });
}

function failuresView(failures) {
  return failures.length === 0
    ? html`<p>${t('admin.job.noFailures')}</p>`
    : tableView({
        caption: t('admin.job.failures'),
        showCaption: true,
        items: failures,
        columns: [
          { label: () => t('admin.job'), cell: ({ job }) => named('job', job) },
          { label: () => t('admin.day'), cell: (failure) => day(failure.day) },
          { label: () => t('admin.zone'), cell: ({ zone }) => zone },
          { label: () => t('admin.tenant'), cell: ({ tenant }) => (tenant ? html`<a href="#/admin/tenants/${tenant}">${tenant}</a>` : '–') },
          { label: () => t('admin.job.rule'), cell: ({ rule }) => rule },
        ],
      });
}
