/** What the pages of seals, transits and alerts have in common. */

import { dateTime, percent } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { href } from '../../core/router.js';
import { customBody, customValues } from '../../ui/custom-fields.js';
import { createForm, formMessage, submitView } from '../../ui/form.js';
import { say } from '../../ui/notices.js';
import { describe } from '../../core/api.js';
import { sealCode } from './seal-codes.js';

export const STATUSES = {
  precintos: ['available', 'armed', 'tampered', 'retired'],
  transitos: ['planned', 'inProgress', 'completed', 'cancelled'],
  alertas: ['open', 'acknowledged', 'resolved'],
};
export const SEVERITIES = ['critical', 'high', 'medium', 'low'];
export const TYPES = ['tamper', 'lowBattery', 'geofence', 'delay', 'signalLost'];

export function options(prefix, values) {
  return values.map((value) => [value, t(`${prefix}.${value}`)]);
}

export function statusView(prefix, status) {
  return html`<span class="status" data-status=${status}>${t(`${prefix}.status.${status}`)}</span>`;
}

export function severityView(severity) {
  return html`<span class="severity" data-severity=${severity}>${t(`alertas.severity.${severity}`)}</span>`;
}

export function momentView(instant, none = '') {
  return instant ? html`<time datetime=${instant}>${dateTime(instant)}</time>` : none;
}

export function batteryText({ batteryPct }) {
  return batteryPct == null ? t('precintos.noBattery') : percent(batteryPct);
}

export function isOverdue({ status, expectedAt }) {
  return status === 'inProgress' && Boolean(expectedAt) && Date.parse(expectedAt) < Date.now();
}

export function expectedView(transito) {
  return html`${momentView(transito.expectedAt)}
  ${isOverdue(transito) ? html`<span class="mark">${t('transitos.late')}</span>` : nothing}`;
}

/** A link to the seal, by its code as soon as that is known. */
export function sealLink(id, app) {
  const code = sealCode(id, app);
  return app.can('precintos:read') ? html`<a class="code" href=${href(`/precintos/${id}`)}>${code ?? t('precintos.one')}</a>` : '';
}

/**
 * The form of a record. It follows what is loaded and keeps what was typed.
 *
 * @param values of an item, without its custom fields
 * @param body of values, without the custom fields
 */
export function createEdit({ app, record, custom, values, body, saved }) {
  const of = (item) => ({ ...values(item), ...customValues(custom, item.customFields) });
  let form = null;
  const follow = (item) => {
    if (form) {
      form.rebase(of(item));
      return;
    }
    form = createForm({
      values: of(item),
      update: app.update,
      failed: app.failed,
      submit: async (given) => {
        const known = record.item;
        const customFields = customBody(custom, given, known.customFields);
        const changed = await record.change('PATCH', '', { ...(await body(given, known)), ...(customFields ? { customFields } : {}) });
        form.reset(of(changed));
        say(saved);
      },
    });
    app.update();
  };
  return {
    follow: (item) => custom.ready.then(() => follow(item)),
    dirty: () => form?.dirty ?? false,
    forget: () => form?.reset(),
    view: (fields) =>
      form
        ? html`<form method="post" novalidate @submit=${form.submitted}>
            ${formMessage(form, record.load)} ${fields(form)} ${submitView(form, t('form.save'))}
          </form>`
        : nothing,
  };
}

/** Steps of a record that are taken with a button; why one was refused is told beside them. */
export function createSteps({ app, failed = app.failed }) {
  let problem = null;
  let busy = false;
  const take = async (action) => {
    if (busy) {
      return;
    }
    busy = true;
    problem = null;
    app.update();
    try {
      await action();
    } catch (error) {
      if (!failed(error)) {
        problem = error;
      }
    }
    busy = false;
    app.update();
  };
  return {
    take,
    forget: () => {
      problem = null;
    },
    /** @param steps each {label, run, primary?, danger?} */
    view: (steps, reload) => html`
      <div class="steps">
        ${steps.map(
          ({ label, run, primary, danger }) =>
            html`<button
              type="button"
              class=${primary ? 'primary' : danger ? 'danger' : ''}
              aria-busy=${busy}
              @click=${() => take(run)}
            >
              ${label}
            </button>`,
        )}
      </div>
      <div class="alert-slot" role="alert">
        ${problem
          ? html`<div class="form-error">
              <p>${problem.slug === 'precondition-failed' ? t('record.stale') : describe(problem)}</p>
              ${problem.slug === 'precondition-failed'
                ? html`<button
                    type="button"
                    @click=${() => {
                      problem = null;
                      reload();
                    }}
                  >
                    ${t('record.reload')}
                  </button>`
                : nothing}
            </div>`
          : nothing}
      </div>
    `,
  };
}
