/**
 * What the look makes of the application's bar, an invoice and an e-mail. It has a root of its own, so that the style sheet
 * being written reaches nothing else.
 */

import { day, money } from '../../core/format.js';
import { t } from '../../core/i18n.js';
import { html, nothing, ref, render } from '../../core/lit.js';
import { applied } from './preview-css.js';
import { COLOR_NAMES, parseColor, variablesOf } from './colors.js';

const SCHEMES = ['light', 'dark'];

export function createPreview(update) {
  const preview = {
    scheme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
    values: null,
    pictures: null,
    update,
    show(values, pictures) {
      preview.values = values;
      preview.pictures = pictures;
    },
    choose(scheme) {
      preview.scheme = scheme;
      update();
    },
  };
  return preview;
}

export function previewView(preview) {
  const values = preview.values();
  const schemes = values.theme === 'auto' ? SCHEMES : [values.theme];
  const scheme = schemes.includes(preview.scheme) ? preview.scheme : schemes[0];
  return html`<section class="panel preview" aria-label=${t('look.preview.title')} part="preview">
    <div class="preview-head">
      <h2>${t('look.preview.title')}</h2>
      <div class="languages" role="group" aria-label=${t('look.preview.scheme')}>
        ${schemes.map(
          (each) =>
            html`<button type="button" aria-pressed=${each === scheme} @click=${() => preview.choose(each)}>
              ${t(`look.preview.${each}`)}
            </button>`,
        )}
      </div>
    </div>
    <div class="preview-frame" ${ref((element) => element && draw(element, preview, scheme))}></div>
    <p class="hint">${t('look.preview.hint')}</p>
  </section>`;
}

function draw(element, preview, scheme) {
  const values = preview.values();
  const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = applied(root, values.customCss, () => preview.update());
  for (const name of COLOR_NAMES) {
    const color = parseColor(values[`colors/${name}`]?.trim());
    for (const [variable, value] of color ? Object.entries(variablesOf(name, color)) : []) {
      element.style.setProperty(variable, value);
    }
  }
  element.dataset.scheme = scheme;
  render(contentView(values, preview.pictures()), root);
}

function contentView({ displayName }, { logo }) {
  const name = displayName.trim() || t('look.preview.noName');
  return html`<div class="saas-themed">${barView(name, logo)} ${invoiceView(name, logo)} ${emailView(name)}</div>`;
}

function logoView(logo) {
  return logo ? html`<img class="logo" src=${logo} alt="" />` : nothing;
}

function barView(name, logo) {
  return html`<section class="sample" aria-label=${t('look.preview.bar')}>
    <p class="sample-title">${t('look.preview.bar')}</p>
    <div class="bar"><span class="brand">${logoView(logo)}<span>${name}</span></span></div>
    <div class="card">
      <p>${t('look.preview.barText')} <a href="#" @click=${stay}>${t('look.preview.link')}</a></p>
      <div class="buttons">
        <button type="button" class="primary">${t('look.preview.primary')}</button>
        <button type="button">${t('look.preview.other')}</button>
      </div>
      <p><span class="swatch secondary">${t('look.color.secondary')}</span> <span class="swatch accent">${t('look.color.accent')}</span></p>
    </div>
  </section>`;
}

function invoiceView(name, logo) {
  const line = money({ amount: '149.00', currency: 'EUR' });
  return html`<section class="sample" aria-label=${t('look.preview.invoice')}>
    <p class="sample-title">${t('look.preview.invoice')}</p>
    <div class="card document">
      <p class="brand">${logoView(logo)}<span>${name}</span></p>
      <p><strong>${t('look.preview.invoiceNumber')}</strong> · ${day('2026-10-31')}</p>
      <p class="band">${t('look.preview.invoiceLines')}</p>
      <p class="invoice-line"><span>${t('look.preview.invoiceLine')}</span><span>${line}</span></p>
      <p class="invoice-line total"><span>${t('look.preview.total')}</span><span>${line}</span></p>
    </div>
  </section>`;
}

function emailView(name) {
  return html`<section class="sample" aria-label=${t('look.preview.email')}>
    <p class="sample-title">${t('look.preview.email')}</p>
    <div class="card">
      <p><strong>${t('look.preview.emailSubject', { name })}</strong></p>
      <p>${t('look.preview.emailText', { name })}</p>
      <p><a href="#" @click=${stay}>${t('look.preview.emailLink')}</a></p>
    </div>
  </section>`;
}

function stay(event) {
  event.preventDefault();
}
