/** Numbers, money, days and times as the reader's language has them, in the time zone of the organization. */

import { currentLanguage } from './i18n.js';

let zone;

/** @param timeZone of the organization; without one, that of the browser */
export function useTimeZone(timeZone) {
  zone = timeZone || undefined;
}

/** A moment, such as 2026-10-01T00:00:00Z. */
export function dateTime(instant) {
  return format(instant, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone });
}

/** The day of a moment. */
export function dateOf(instant) {
  return format(instant, { dateStyle: 'medium', timeZone: zone });
}

/** A day, such as 2026-10-01, which is in no time zone. */
export function day(text) {
  return format(`${text}T00:00:00Z`, { dateStyle: 'medium', timeZone: 'UTC' });
}

/** The month of a day. */
export function month(text) {
  return format(`${text}T00:00:00Z`, { month: 'long', year: 'numeric', timeZone: 'UTC' });
}

/** @param period with an exclusive end */
export function period({ start, end }) {
  const last = new Date(`${end}T00:00:00Z`);
  last.setUTCDate(last.getUTCDate() - 1);
  return new Intl.DateTimeFormat(currentLanguage(), { dateStyle: 'medium', timeZone: 'UTC' }).formatRange(
    new Date(`${start}T00:00:00Z`),
    last,
  );
}

/** Money as the API has it: the decimals are the currency's already. */
export function money({ amount, currency }) {
  const decimals = (String(amount).split('.')[1] ?? '').length;
  return new Intl.NumberFormat(currentLanguage(), {
    style: 'currency',
    currency,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(amount);
}

/** @param value a number or a decimal string of any length, which loses nothing */
export function number(value, options = { maximumFractionDigits: 20 }) {
  return new Intl.NumberFormat(currentLanguage(), options).format(value);
}

/** @param value 0 to 100 */
export function percent(value) {
  return number(value / 100, { style: 'percent', maximumFractionDigits: 1 });
}

/** A size in bytes, by powers of 1024 as the plans count it. */
export function bytes(count) {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];
  const power = Math.min(Math.floor(Math.log2(Math.max(count, 1)) / 10), units.length - 1);
  return number(count / 1024 ** power, {
    style: 'unit',
    unit: units[power],
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: 1,
  });
}

/** A moment as a field of type datetime-local has it, in the time zone of the organization. */
export function localTime(instant) {
  if (!instant) {
    return '';
  }
  const parts = new Intl.DateTimeFormat('en-CA', {
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
    hourCycle: 'h23',
    timeZone: zone,
  }).formatToParts(new Date(instant));
  const { year, month, day, hour, minute } = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  return `${year}-${month}-${day}T${hour}:${minute}`;
}

/** The moment of such a field; undefined if it has none. Of an hour that a clock shows twice it is one. */
export function instantOf(local) {
  const wanted = Date.parse(`${local}Z`);
  if (Number.isNaN(wanted)) {
    return undefined;
  }
  let guess = wanted;
  for (let i = 0; i < 2; i++) {
    // what the clock of the zone shows at the guess tells how far it is off
    guess += wanted - Date.parse(`${localTime(new Date(guess).toISOString())}Z`);
  }
  return new Date(guess).toISOString();
}

function format(instant, options) {
  return new Intl.DateTimeFormat(currentLanguage(), options).format(new Date(instant));
}
