/** Signing an organization up: a plan, its name, and who asks for it. Nothing exists before the link of the mail is opened. */

import { Problem, send } from '../../core/api.js';
import { t } from '../../core/i18n.js';
import { html } from '../../core/lit.js';
import { createForm, fieldView, formMessage, submitView } from '../../ui/form.js';
import { emptyView, errorView, loadingView } from '../../ui/states.js';
import { planChoiceView } from './plan-choice.js';

const EMPTY = { plan: '', organization: '', slug: '', displayName: '', email: '', password: '' };

export default {
  texts: 'signin',
  title: () => t('signup.title'),
  open: ({ app, query }) => {
    let plans = null;
    let trouble = null;
    let sentTo = null;
    let ownSlug = false;
    const form = createForm({
      values: { ...EMPTY, plan: query.get('plan') ?? '' },
      update: app.update,
      submit: async (values) => {
        try {
          await send('POST', 'signup', { body: trimmed(values) });
        } catch (error) {
          throw error instanceof Problem && error.status === 404 ? new Problem(404, { detail: t('signup.off') }) : error;
        }
        sentTo = values.email.trim();
        form.reset(EMPTY);
      },
    });
    const load = async () => {
      trouble = null;
      try {
        plans = (await send('GET', 'plans')).items;
        if (!plans.some(({ code }) => code === form.values.plan)) {
          form.reset({ ...form.values, plan: plans[0]?.code ?? '' });
        }
      } catch (error) {
        trouble = error;
      }
      app.update();
    };
    // the short name follows the name until somebody writes one
    const named = ({ target }) => {
      if (target.name === 'slug') {
        ownSlug = target.value !== '';
      } else if (target.name === 'organization' && !ownSlug) {
        form.set('slug', slugOf(target.value));
      }
    };
    load();
    return {
      view: () => {
        if (sentTo) {
          return sentView(sentTo);
        }
        if (trouble) {
          return errorView(trouble, load);
        }
        if (!plans) {
          return loadingView();
        }
        return plans.length === 0
          ? emptyView(t('signup.noPlans'), html`<a href="#/">${t('forgot.back')}</a>`)
          : html`<form class="signup" method="post" novalidate @submit=${form.submitted} @input=${named}>
              ${planChoiceView(form, plans)} ${personView(form)}
            </form>`;
      },
      dirty: () => form.dirty && !sentTo,
    };
  },
};

function personView(form) {
  return html`<div class="panel narrow">
    ${formMessage(form)}
    ${fieldView(form, 'organization', { label: t('signup.organization'), required: true, autocomplete: 'organization', maxlength: 200 })}
    ${fieldView(form, 'slug', { label: t('signup.slug'), hint: t('signup.slugHint'), required: true, maxlength: 63 })}
    ${fieldView(form, 'displayName', { label: t('signup.display'), required: true, autocomplete: 'name', maxlength: 200 })}
    ${fieldView(form, 'email', { label: t('signIn.email'), type: 'email', required: true, autocomplete: 'username' })}
    ${fieldView(form, 'password', {
      label: t('signIn.password'),
      hint: t('signup.passwordHint'),
      type: 'password',
      required: true,
      autocomplete: 'new-password',
    })}
    ${submitView(form, t('signup.submit'))}
    <p>${t('signup.have')} <a href="#/">${t('signIn.title')}</a></p>
  </div>`;
}

function sentView(email) {
  return html`<section class="panel narrow" role="status">
    <h2>${t('signup.doneTitle')}</h2>
    <p>${t('signup.done', { email })}</p>
    <a href="#/">${t('forgot.back')}</a>
  </section>`;
}

function trimmed({ password, ...others }) {
  return { ...Object.fromEntries(Object.entries(others).map(([name, value]) => [name, value.trim()])), password };
}

function slugOf(name) {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
}
