/** The plan of an organization, moving it to another one, and what it has otherwise than by its plan. */

import { t } from '../../core/i18n.js';
import { html } from '../../core/lit.js';
import { href } from '../../core/router.js';
import { call } from '../../core/session.js';
import { fieldView } from '../../ui/form.js';
import { formDialog } from '../../ui/form-dialog.js';
import { say, sayProblem } from '../../ui/notices.js';
import { factsView } from '../../ui/table.js';
import { createLoadedFrom, readAll } from './loaded.js';
import { entitlementsView } from './tenant-overrides.js';

export function planPart(context) {
  const { app, path } = context;
  const plan = createLoadedFrom({ app, path: `${path}/plan` });
  plan.reload();
  const inner = { ...context, plan };
  return {
    view: () => plan.view(
      (known) => html`
        <section class="panel" aria-labelledby="plan">
          <h2 id="plan">${t('admin.plan')}</h2>
          ${factsView([
            [t('admin.plan'), known.plan],
            [t('admin.version'), known.planVersion],
          ])}
          <div class="actions">
            <a class="button" href=${href('/admin/plans', { reservedFor: context.id })}>${t('admin.tenant.reservedPlans')}</a>
            <button type="button" class="primary" @click=${() => move(inner)}>${t('admin.move.open')}</button>
          </div>
        </section>
        ${entitlementsView(inner, known)}
      `,
    ),
  };
}

async function move({ app, id, tenant, plan, path }) {
  let versions;
  try {
    const [general, reserved] = await Promise.all([
      readAll('admin/plans?sort=code'),
      readAll(`admin/plans?sort=code&reservedFor=${id}`),
    ]);
    versions = new Map([...general, ...reserved].map((version) => [`${version.code}/${version.version}`, version]));
  } catch (error) {
    if (!app.failed(error)) {
      sayProblem(error);
    }
    return;
  }
  const moved = await formDialog({
    title: () => t('admin.move.title', { name: tenant.value.name }),
    button: () => t('admin.move.submit'),
    failed: app.failed,
    values: { plan: `${plan.value.plan}/${plan.value.planVersion}`, when: 'now', force: false },
    fields: (form) => html`
      ${fieldView(form, 'plan', {
        label: t('admin.plan'),
        type: 'select',
        required: true,
        options: [...versions].map(([key, version]) => [key, versionText(version)]),
      })}
      ${fieldView(form, 'when', {
        label: t('admin.move.when'),
        hint: t('admin.move.whenHint'),
        type: 'select',
        required: true,
        options: ['now', 'periodEnd'].map((value) => [value, t(`admin.move.when.${value}`)]),
      })}
      ${fieldView(form, 'force', { label: t('admin.move.force'), hint: t('admin.move.forceHint'), type: 'checkbox' })}
    `,
    submit: ({ plan: key, when, force }) => {
      const { code, version } = versions.get(key);
      return call('POST', `${path}/plan`, { body: { plan: code, version, when, force } });
    },
  });
  if (moved) {
    tenant.set(moved);
    say(() => t('admin.move.done'));
    await plan.reload();
  }
}

function versionText({ code, version, public: offered }) {
  return t(offered ? 'admin.move.version' : 'admin.move.versionNotOffered', { code, version });
}
