/** One seal: what is known of it, its status, its transits and its alerts. */

import { ETAG } from '../../core/api.js';
import { number } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { go, href } from '../../core/router.js';
import { call } from '../../core/session.js';
import { createCustomFields, customFacts } from '../../ui/custom-fields.js';
import { confirmAction } from '../../ui/dialogs.js';
import { createList } from '../../ui/list.js';
import { say } from '../../ui/notices.js';
import { createRecord, factsView, recordView } from '../../ui/record.js';
import { batteryText, createEdit, createSteps, momentView, statusView } from './parts.js';
import { precintoBody, precintoFields } from './precinto-form.js';
import { addTransito } from './transito-form.js';
import { alertasTable, transitosTable } from './tables.js';
import { rememberCode } from './seal-codes.js';

/** What somebody may set by hand, from each status. */
const BY_HAND = { available: ['retired'], retired: ['available'], tampered: ['available', 'retired'], armed: [] };

export default {
  texts: 'seals',
  title: () => t('precintos.one'),
  open: ({ app, params }) => {
    const path = `precintos/${params.id}`;
    const writer = app.can('precintos:write');
    const custom = createCustomFields({ entity: 'precintos', app });
    const record = createRecord({
      path,
      update: app.update,
      failed: app.failed,
      loaded: (item) => {
        rememberCode(item);
        edit.follow(item);
      },
    });
    const edit = createEdit({
      app,
      record,
      custom,
      values: ({ code, batteryPct }) => ({ code, batteryPct: String(batteryPct ?? '') }),
      body: (values) => ({ ...precintoBody(values), ...(values.batteryPct === '' ? { batteryPct: null } : {}) }),
      saved: () => t('precinto.saved'),
    });
    const steps = createSteps({ app });
    const part = (name) => {
      const list = createList({
        ...{ path: name, fixed: { precintoId: params.id }, addressed: false },
        ...{ update: app.update, failed: app.failed },
      });
      if (app.can(`${name}:read`)) {
        list.reload();
      }
      return list;
    };
    const transitos = part('transitos');
    const alertas = part('alertas');
    const setStatus = async (status) => {
      await record.change('PATCH', '', { status });
      say(() => t('precinto.statusDone', { status: t(`precintos.status.${status}`) }));
    };
    const remove = async (item) => {
      const done = await confirmAction({
        title: () => t('precinto.delete.title', { code: item.code }),
        text: () => t('precinto.delete.text'),
        button: () => t('precinto.delete.button'),
        typed: item.code,
        action: () => call('DELETE', path, { headers: { 'If-Match': item[ETAG] } }),
      });
      if (done) {
        edit.forget();
        say(() => t('precinto.delete.done', { code: item.code }));
        go('/precintos');
      }
    };
    const plan = async (item) => {
      const made = await addTransito(app, item.code);
      if (made) {
        transitos.put(made);
        say(() => t('transitos.create.done', { code: made.code }));
      }
    };
    const stepsOf = ({ status }) =>
      BY_HAND[status].map((next) => ({
        label: t(status === 'tampered' ? `precinto.inspected.${next}` : `precinto.set.${next}`),
        run: () => setStatus(next),
      }));
    return {
      title: () => record.item?.code,
      dirty: () => writer && edit.dirty(),
      view: () => html`
        <p class="back"><a href=${href('/precintos')}>${t('precintos.title')}</a></p>
        ${recordView(
          record,
          (item) => html`
            <section class="panel">
              <h2>${t('record.facts')}</h2>
              ${factsView([
                [t('precintos.status'), statusView('precintos', item.status)],
                [t('precintos.battery'), batteryText(item)],
                [t('precintos.lastSeen'), momentView(item.lastSeenAt, t('precintos.neverSeen'))],
                [t('precinto.position'), positionText(item)],
                ...customFacts(custom, item.customFields),
                [t('precintos.created'), momentView(item.createdAt)],
              ])}
              ${writer
                ? html`${item.status === 'armed' ? html`<p class="hint">${t('precinto.armedHint')}</p>` : nothing}
                  ${item.status === 'tampered' ? html`<p class="hint">${t('precinto.tamperedHint')}</p>` : nothing}
                  ${steps.view(stepsOf(item), record.load)}`
                : nothing}
            </section>
            ${writer
              ? html`<section class="panel">
                  <h2>${t('record.edit')}</h2>
                  ${edit.view((form) => precintoFields(form, custom))}
                </section>`
              : nothing}
            ${app.can('transitos:read')
              ? html`<section class="part">
                  <div class="part-head">
                    <h2>${t('transitos.title')}</h2>
                    ${app.can('transitos:write') && item.status === 'available'
                      ? html`<button type="button" @click=${() => plan(item)}>${t('transitos.new')}</button>`
                      : nothing}
                  </div>
                  ${transitosTable(transitos, app, { empty: t('precinto.noTransitos'), seal: false })}
                </section>`
              : nothing}
            ${app.can('alertas:read')
              ? html`<section class="part">
                  <h2>${t('alertas.title')}</h2>
                  ${alertasTable(alertas, app, { empty: t('precinto.noAlertas'), seal: false })}
                </section>`
              : nothing}
            ${writer
              ? html`<div><button type="button" class="danger" @click=${() => remove(item)}>${t('precinto.delete.button')}</button></div>`
              : nothing}
          `,
        )}
      `,
    };
  },
};

function positionText({ latitude, longitude }) {
  return latitude == null ? '' : `${number(latitude)}, ${number(longitude)}`;
}
