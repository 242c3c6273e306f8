/** A version of a plan as the flat values of a form, whose names are the pointers of the API's messages, and back. */

export const NEW_PLAN = {
  code: '',
  name: '',
  currency: 'USD',
  price: { amount: { amount: '', currency: 'USD' }, interval: 'month' },
  minimum: null,
  trialDays: 14,
  features: [],
  limits: [],
};

export const NEW_LIMIT = { resource: 'precintos', included: '', hardLimit: null, overage: null, measure: 'peak' };
export const NEW_TIER = { upTo: '', unitPrice: '', flatFee: '0' };

const CHARGE = ['unitPrice', 'packageSize', 'packagePrice'];

export function toValues({ code, name, price, minimum, trialDays, features, limits }) {
  return {
    code,
    name,
    'price/amount': price.amount.amount,
    'price/currency': price.amount.currency,
    'price/interval': price.interval,
    minimum: minimum?.amount ?? '',
    trialDays: String(trialDays),
    ...Object.fromEntries(features.map((feature) => [`feature/${feature}`, true])),
    ...Object.assign({}, ...limits.map(limitValues)),
  };
}

function limitValues({ resource, included, hardLimit, overage, measure }, i) {
  const at = `limits/${i}`;
  const values = {
    [`${at}/resource`]: resource,
    [`${at}/included`]: String(included ?? ''),
    [`${at}/hardLimit`]: String(hardLimit ?? ''),
    [`${at}/measure`]: measure ?? 'peak',
    [`${at}/overage/model`]: overage?.model ?? '',
  };
  for (const member of CHARGE) {
    values[`${at}/overage/${member}`] = overage?.[member] ?? '';
  }
  (overage?.tiers ?? []).forEach((tier, j) => {
    for (const member of ['upTo', 'unitPrice', 'flatFee']) {
      values[`${at}/overage/tiers/${j}/${member}`] = tier[member] ?? '';
    }
  });
  return values;
}

/** How many rows there are below a name such as limits, or limits/0/overage/tiers. */
export function countOf(values, name) {
  const rows = Object.keys(values).filter((key) => key.startsWith(`${name}/`)).map((key) => Number(key.slice(name.length + 1).split('/')[0]));
  return rows.length === 0 ? 0 : Math.max(...rows) + 1;
}

/** Takes a row out; those after it move up. */
export function withoutRow(values, name, row) {
  const result = {};
  for (const [key, value] of Object.entries(values)) {
    const [at, ...rest] = key.startsWith(`${name}/`) ? key.slice(name.length + 1).split('/') : [];
    if (at === undefined || Number(at) < row) {
      result[key] = value;
    } else if (Number(at) > row) {
      result[[name, Number(at) - 1, ...rest].join('/')] = value;
    }
  }
  return result;
}

/** @returns the values with one more limit */
export function withLimit(values, resource) {
  return { ...values, ...limitValues({ ...NEW_LIMIT, resource }, countOf(values, 'limits')) };
}

/** @param name such as limits/0/overage/tiers */
export function withTier(values, name) {
  const row = countOf(values, name);
  return { ...values, ...Object.fromEntries(Object.entries(NEW_TIER).map(([key, value]) => [`${name}/${row}/${key}`, value])) };
}

/** What PUT takes; the code and the organization are the caller's. */
export function toBody(values) {
  const currency = values['price/currency'].trim().toUpperCase();
  const money = (amount) => ({ amount: amount.trim(), currency });
  return {
    name: values.name.trim(),
    price: { amount: money(values['price/amount']), interval: values['price/interval'] },
    minimum: values.minimum.trim() ? money(values.minimum) : null,
    trialDays: Number(values.trialDays),
    features: Object.keys(values).filter((key) => key.startsWith('feature/') && values[key]).map((key) => key.slice(8)),
    limits: Array.from({ length: countOf(values, 'limits') }, (_, i) => limitBody(values, `limits/${i}`)),
  };
}

function limitBody(values, at) {
  const numberAt = (name) => (values[`${at}/${name}`] === '' ? null : Number(values[`${at}/${name}`]));
  return {
    resource: values[`${at}/resource`],
    included: numberAt('included'),
    hardLimit: numberAt('hardLimit'),
    measure: values[`${at}/measure`],
    overage: chargeBody(values, `${at}/overage`),
  };
}

function chargeBody(values, at) {
  const text = (name) => values[`${at}/${name}`]?.trim() || undefined;
  switch (values[`${at}/model`]) {
    case '':
      return null;
    case 'perUnit':
      return { model: 'perUnit', unitPrice: text('unitPrice') };
    case 'package':
      return { model: 'package', packageSize: text('packageSize'), packagePrice: text('packagePrice') };
    default:
      return {
        model: values[`${at}/model`],
        tiers: Array.from({ length: countOf(values, `${at}/tiers`) }, (_, j) => ({
          upTo: text(`tiers/${j}/upTo`),
          unitPrice: text(`tiers/${j}/unitPrice`),
          flatFee: text(`tiers/${j}/flatFee`),
        })),
      };
  }
}
