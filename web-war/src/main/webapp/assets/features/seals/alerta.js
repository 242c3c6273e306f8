/** One alert: what happened, and what was done about it. */

import { ETAG } from '../../core/api.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { go, href } from '../../core/router.js';
import { call } from '../../core/session.js';
import { createCustomFields, customFacts } from '../../ui/custom-fields.js';
import { confirmAction } from '../../ui/dialogs.js';
import { say } from '../../ui/notices.js';
import { createRecord, factsView, recordView } from '../../ui/record.js';
import { alertaBody, alertaFields, askForNote } from './alerta-form.js';
import { createEdit, createSteps, momentView, sealLink, severityView, statusView } from './parts.js';

export default {
  texts: 'seals',
  title: () => t('alertas.one'),
  open: ({ app, params }) => {
    const path = `alertas/${params.id}`;
    const writer = app.can('alertas:write');
    const custom = createCustomFields({ entity: 'alertas', app });
    let transito = null;
    const findTransito = async ({ transitoId }) => {
      if (transitoId && transitoId !== transito?.id && app.can('transitos:read')) {
        transito = await call('GET', `transitos/${transitoId}`).catch(() => null);
        app.update();
      }
    };
    const record = createRecord({
      path,
      update: app.update,
      failed: app.failed,
      loaded: (item) => {
        findTransito(item);
        edit.follow(item);
      },
    });
    const edit = createEdit({
      app,
      record,
      custom,
      values: ({ type, severity, message }) => ({ type, severity, message }),
      body: alertaBody,
      saved: () => t('alerta.saved'),
    });
    const steps = createSteps({ app });
    const acknowledge = async () => {
      await record.change('POST', '/acknowledge');
      say(() => t('alertas.bulk.acknowledge.done', { count: 1 }));
    };
    const resolve = async () => {
      const done = await askForNote(app, { count: 1, action: (note) => record.change('POST', '/resolve', { note: note || null }) });
      if (done) {
        say(() => t('alertas.bulk.resolve.done', { count: 1 }));
      }
    };
    const remove = async (item) => {
      const done = await confirmAction({
        title: () => t('alerta.delete.title'),
        text: () => t('alerta.delete.text', { message: item.message }),
        button: () => t('alerta.delete.button'),
        action: () => call('DELETE', path, { headers: { 'If-Match': item[ETAG] } }),
      });
      if (done) {
        edit.forget();
        say(() => t('alerta.delete.done'));
        go('/alertas');
      }
    };
    const stepsOf = ({ status }) => [
      ...(status === 'open' ? [{ label: t('alertas.acknowledge'), run: acknowledge }] : []),
      ...(status !== 'resolved' ? [{ label: t('alertas.resolve'), run: resolve, primary: true }] : []),
    ];
    return {
      dirty: () => writer && edit.dirty(),
      view: () => html`
        <p class="back"><a href=${href('/alertas')}>${t('alertas.title')}</a></p>
        ${recordView(
          record,
          (item) => html`
            <section class="panel">
              <h2>${item.message}</h2>
              ${factsView([
                [t('alertas.status'), statusView('alertas', item.status)],
                [t('alertas.severity'), severityView(item.severity)],
                [t('alertas.type'), t(`alertas.type.${item.type}`)],
                [t('precintos.one'), sealLink(item.precintoId, app)],
                [t('transitos.one'), transito ? html`<a href=${href(`/transitos/${transito.id}`)}>${transito.code}</a>` : ''],
                [t('alertas.createdAt'), momentView(item.createdAt)],
                [t('alerta.acknowledged'), byView(item.acknowledgedBy, item.acknowledgedAt)],
                [t('alerta.resolved'), byView(item.resolvedBy, item.resolvedAt)],
                [t('alertas.note'), item.note],
                ...customFacts(custom, item.customFields),
              ])}
              ${writer ? steps.view(stepsOf(item), record.load) : nothing}
            </section>
            ${writer
              ? html`<section class="panel">
                    <h2>${t('record.edit')}</h2>
                    ${edit.view((form) => alertaFields(form, custom))}
                  </section>
                  <div><button type="button" class="danger" @click=${() => remove(item)}>${t('alerta.delete.button')}</button></div>`
              : nothing}
          `,
        )}
      `,
    };
  },
};

function byView(by, at) {
  return at ? html`${by}<br />${momentView(at)}` : '';
}
