/** Hosts of the organization's own. */

import { describe } from '../../core/api.js';
import { dateTime } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html, nothing } from '../../core/lit.js';
import { href } from '../../core/router.js';
import { call } from '../../core/session.js';
import { copyView } from '../../ui/copy.js';
import { confirmAction } from '../../ui/dialogs.js';
import { fieldView } from '../../ui/form.js';
import { formDialog } from '../../ui/form-dialog.js';
import { createList } from '../../ui/list.js';
import { say } from '../../ui/notices.js';
import { emptyView, errorView, loadingView } from '../../ui/states.js';

export default {
  texts: 'look',
  title: () => t('look.domains.title'),
  open: ({ app }) => {
    const list = createList({ path: 'tenant/domains', update: app.update, failed: app.failed });
    const page = { app, list, verifying: new Set(), refused: {} };
    list.reload();
    return {
      view: () => html`
        <p class="hint">${t('look.domains.text')}</p>
        ${app.has('customDomain')
          ? nothing
          : html`<div class="callout">
              <p>${t('look.domains.notInPlan')}</p>
              <a class="button primary" href=${href('/plan')}>${t('state.seePlans')}</a>
            </div>`}
        ${list.items.length > 0 && mayAdd(page) ? html`<div class="toolbar">${addView(page)}</div>` : nothing} ${listedView(page)}
      `,
    };
  },
};

function mayAdd({ app }) {
  return app.can('domains:write') && app.has('customDomain');
}

function addView(page) {
  return html`<button type="button" class="primary" @click=${() => add(page)}>${t('look.domains.add')}</button>`;
}

async function add({ app, list }) {
  const made = await formDialog({
    title: () => t('look.domains.add'),
    values: { domain: '' },
    failed: app.failed,
    button: () => t('look.domains.add'),
    fields: (form) =>
      fieldView(form, 'domain', { label: t('look.domains.domain'), hint: t('look.domains.domainHint'), required: true, maxlength: 253, inputmode: 'url' }),
    submit: ({ domain }, form) =>
      call('POST', 'tenant/domains', { body: { domain: domain.trim() }, headers: { 'Idempotency-Key': form.idempotencyKey() } }),
  });
  if (made) {
    list.put(made);
    say(() => t('look.domains.added', { domain: made.unicodeDomain }));
  }
}

function listedView(page) {
  const { list } = page;
  if (list.items.length === 0) {
    if (list.error) {
      return errorView(list.error, () => list.reload());
    }
    return list.loading ? loadingView() : emptyView(t('look.domains.empty'), mayAdd(page) ? addView(page) : nothing);
  }
  return html`${list.items.map((domain) => domainView(page, domain))}
    ${list.nextCursor ? html`<button type="button" @click=${() => list.more()}>${t('list.more')}</button>` : nothing}`;
}

function domainView(page, domain) {
  const { app, verifying, refused } = page;
  const { id, unicodeDomain, domain: ascii, status, record, checkedAt } = domain;
  const titleId = `domain-${id}`;
  return html`<section class="panel" aria-labelledby=${titleId}>
    <div class="spread">
      <h2 id=${titleId}>${unicodeDomain}</h2>
      <span class="status" data-status=${status}>${t(`look.domains.status.${status}`)}</span>
    </div>
    ${ascii === unicodeDomain ? nothing : html`<p class="hint">${t('look.domains.ascii', { domain: ascii })}</p>`}
    <p>${t(`look.domains.next.${status}`)}</p>
    <dl class="record">
      <div><dt>${t('look.domains.recordType')}</dt><dd>${record.type}</dd></div>
      <div><dt>${t('look.domains.recordName')}</dt><dd>${copyView(record.name, { label: t('look.domains.recordName') })}</dd></div>
      <div><dt>${t('look.domains.recordValue')}</dt><dd>${copyView(record.value, { label: t('look.domains.recordValue') })}</dd></div>
    </dl>
    <p class="hint">${checkedAt ? t('look.domains.checked', { time: dateTime(checkedAt) }) : t('look.domains.neverChecked')}</p>
    <div role="alert">${refused[id] ? html`<p class="warning">${describe(refused[id])}</p>` : nothing}</div>
    ${app.can('domains:write')
      ? html`<div class="actions">
          <button type="button" class="danger" aria-describedby=${titleId} @click=${() => remove(page, domain)}>${t('look.remove')}</button>
          ${app.has('customDomain')
            ? html`<button type="button" class="primary" aria-describedby=${titleId} aria-busy=${verifying.has(id)} @click=${() => verify(page, domain)}>
                ${t('look.domains.verify')}
              </button>`
            : nothing}
        </div>`
      : nothing}
  </section>`;
}

async function verify({ app, list, verifying, refused }, { id }) {
  if (verifying.has(id)) {
    return;
  }
  verifying.add(id);
  delete refused[id];
  app.update();
  try {
    const verified = await call('POST', `tenant/domains/${id}/verify`);
    list.put(verified);
    say(() => t('look.domains.verified', { domain: verified.unicodeDomain }));
  } catch (error) {
    if (!app.failed(error)) {
      refused[id] = error;
    }
  }
  verifying.delete(id);
  app.update();
}

function remove({ list }, { id, unicodeDomain, version }) {
  return confirmAction({
    title: () => t('look.domains.removeTitle', { domain: unicodeDomain }),
    text: () => t('look.domains.removeText'),
    button: () => t('look.remove'),
    typed: unicodeDomain,
    action: async () => {
      await call('DELETE', `tenant/domains/${id}`, { headers: { 'If-Match': `"${version}"` } });
      list.remove(id);
      say(() => t('look.domains.removed', { domain: unicodeDomain }));
    },
  });
}
