/** One transit: what is known of it, its steps, its alerts and its files. */

import { ETAG } from '../../core/api.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { go, href } from '../../core/router.js';
import { call } from '../../core/session.js';
import { createCustomFields, customFacts } from '../../ui/custom-fields.js';
import { confirmAction } from '../../ui/dialogs.js';
import { createList } from '../../ui/list.js';
import { say } from '../../ui/notices.js';
import { createRecord, factsView, recordView } from '../../ui/record.js';
import { createAttachments } from './attachments.js';
import { createEdit, createSteps, expectedView, momentView, sealLink, statusView } from './parts.js';
import { rememberCode, sealCode } from './seal-codes.js';
import { createSealField } from './seal-field.js';
import { alertasTable } from './tables.js';
import { transitoBody, transitoFields, transitoValues } from './transito-form.js';

const STEPS = { planned: ['start', 'cancel'], inProgress: ['complete', 'cancel'], completed: [], cancelled: [] };

export default {
  texts: 'seals',
  title: () => t('transitos.one'),
  open: ({ app, params }) => {
    const path = `transitos/${params.id}`;
    const writer = app.can('transitos:write');
    const custom = createCustomFields({ entity: 'transitos', app });
    const seal = createSealField({ update: app.update });
    const record = createRecord({
      path,
      update: app.update,
      failed: app.failed,
      loaded: async (item) => {
        if (writer && sealCode(item.precintoId, app) === null) {
          rememberCode(await call('GET', `precintos/${item.precintoId}`).catch(() => ({ id: item.precintoId, code: null })));
        }
        edit.follow(item);
      },
    });
    const edit = createEdit({
      app,
      record,
      custom,
      values: (item) => ({ ...transitoValues(item), precintoId: sealCode(item.precintoId, app) ?? '' }),
      body: async (values, known) => ({
        ...transitoBody(values, known),
        ...(known.status === 'planned' && values.precintoId !== sealCode(known.precintoId, app)
          ? { precintoId: await seal.idOf(values.precintoId) }
          : {}),
      }),
      saved: () => t('transito.saved'),
    });
    const steps = createSteps({ app });
    const alertas = createList({
      ...{ path: 'alertas', fixed: { transitoId: params.id }, addressed: false },
      ...{ update: app.update, failed: app.failed },
    });
    if (app.can('alertas:read')) {
      alertas.reload();
    }
    const files = createAttachments({ app, path: `${path}/attachments` });
    const take = async (step) => {
      const changed = await record.change('POST', `/${step}`);
      say(() => t(`transito.${step}.done`, { code: changed.code }));
    };
    const cancel = (item) =>
      confirmAction({
        title: () => t('transito.cancel.title', { code: item.code }),
        text: () => t('transito.cancel.text'),
        button: () => t('transito.cancel.label'),
        action: () => take('cancel'),
      });
    const remove = async (item) => {
      const done = await confirmAction({
        title: () => t('transito.delete.title', { code: item.code }),
        text: () => t('transito.delete.text'),
        button: () => t('transito.delete.button'),
        typed: item.code,
        action: () => call('DELETE', path, { headers: { 'If-Match': item[ETAG] } }),
      });
      if (done) {
        edit.forget();
        say(() => t('transito.delete.done', { code: item.code }));
        go('/transitos');
      }
    };
    const stepsOf = (item) =>
      STEPS[item.status].map((step) => ({
        label: t(`transito.${step}.label`),
        primary: step !== 'cancel',
        run: () => (step === 'cancel' ? cancel(item) : take(step)),
      }));
    return {
      title: () => record.item?.code,
      close: files.close,
      dirty: () => (writer && edit.dirty()) || files.busy(),
      view: () => html`
        <p class="back"><a href=${href('/transitos')}>${t('transitos.title')}</a></p>
        ${recordView(
          record,
          (item) => html`
            <section class="panel">
              <h2>${t('record.facts')}</h2>
              ${factsView([
                [t('transitos.status'), statusView('transitos', item.status)],
                [t('precintos.one'), sealLink(item.precintoId, app)],
                [t('transitos.origin'), item.origin],
                [t('transitos.destination'), item.destination],
                [t('transitos.vehiclePlate'), item.vehiclePlate],
                [t('transitos.expectedAt'), item.expectedAt ? expectedView(item) : ''],
                [t('transitos.startedAt'), momentView(item.startedAt)],
                [t('transitos.endedAt'), momentView(item.endedAt)],
                ...customFacts(custom, item.customFields),
                [t('transitos.createdAt'), momentView(item.createdAt)],
              ])}
              ${writer ? steps.view(stepsOf(item), record.load) : nothing}
            </section>
            ${writer
              ? html`<section class="panel">
                  <h2>${t('record.edit')}</h2>
                  ${edit.view((form) => transitoFields(form, custom, item.status === 'planned' ? seal : null))}
                </section>`
              : nothing}
            ${files.view(writer)}
            ${app.can('alertas:read')
              ? html`<section class="part">
                  <h2>${t('alertas.title')}</h2>
                  ${alertasTable(alertas, app, { empty: t('transito.noAlertas'), seal: false })}
                </section>`
              : nothing}
            ${writer && item.status !== 'inProgress'
              ? html`<div><button type="button" class="danger" @click=${() => remove(item)}>${t('transito.delete.button')}</button></div>`
              : nothing}
          `,
        )}
      `,
    };
  },
};
