/** Colours of a brand as the server reckons with them: contrasts of WCAG 2.2, and what becomes of a colour on dark pages. */

/** The surfaces of the pages that a colour is hardest to see on. */
const LIGHT = { red: 0xed, green: 0xf1, blue: 0xef };
const DARK = { red: 0x23, green: 0x2c, blue: 0x29 };
const WHITE = { red: 255, green: 255, blue: 255 };
const BLACK = { red: 0, green: 0, blue: 0 };
const READABLE = 4.5;
const OF_CONTROLS = 3;

export const COLOR_NAMES = ['primary', 'secondary', 'accent'];

/** Reads #rgb and #rrggbb; null for anything else. */
export function parseColor(text) {
  if (!/^#([0-9a-f]{3}|[0-9a-f]{6})$/i.test(text ?? '')) {
    return null;
  }
  const digits = text.length === 4 ? text.slice(1).replace(/./g, '$&$&') : text.slice(1);
  const rgb = Number.parseInt(digits, 16);
  return { red: rgb >> 16, green: (rgb >> 8) & 0xff, blue: rgb & 0xff };
}

export function colorText({ red, green, blue }) {
  return `#${[red, green, blue].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** How well a colour is seen: the text on it, and the colour itself on light pages and, lightened, on dark ones. */
export function contrastOf(name, color) {
  const text = textOn(color);
  const dark = onDark(color);
  return {
    text: colorText(text),
    onText: roundedDown(contrast(color, text)),
    onLight: contrast(color, LIGHT),
    required: name === 'primary' ? READABLE : OF_CONTROLS,
    dark: colorText(dark),
    changedOnDark: colorText(dark) !== colorText(color),
    onDark: roundedDown(contrast(dark, DARK)),
  };
}

/** Whether it is too little in a theme that shows light pages. */
export function isTooLow({ onLight, required }, theme) {
  return theme !== 'dark' && onLight < required;
}

/** Rounded as the server does: never up, so that what is too little does not look like enough. */
export function roundedDown(ratio) {
  return Math.floor(ratio * 100) / 100;
}

/** The variables that a colour becomes, for both schemes. */
export function variablesOf(name, color) {
  const dark = onDark(color);
  const pair = (light, other) => `light-dark(${colorText(light)}, ${colorText(other)})`;
  return {
    [`--saas-color-${name}`]: pair(color, dark),
    [`--saas-color-${name}-hover`]: pair(hover(color), hover(dark)),
    [`--saas-color-on-${name}`]: pair(textOn(color), textOn(dark)),
  };
}

function onDark(color) {
  let lightened = color;
  for (let step = 1; step <= 50 && contrast(lightened, DARK) < READABLE; step++) {
    lightened = mixed(color, WHITE, step / 50);
  }
  return lightened;
}

function hover(color) {
  return mixed(color, textOn(color) === WHITE ? BLACK : WHITE, 0.2);
}

function textOn(color) {
  return contrast(color, WHITE) >= contrast(color, BLACK) ? WHITE : BLACK;
}

function contrast(one, other) {
  const [low, high] = [luminance(one) + 0.05, luminance(other) + 0.05].sort((a, b) => a - b);
  return high / low;
}

function luminance({ red, green, blue }) {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel) {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function mixed(one, other, share) {
  const mix = (name) => Math.round(one[name] * (1 - share) + other[name] * share);
  return { red: mix('red'), green: mix('green'), blue: mix('blue') };
}
