/**
 * The style sheets of the preview. What the server would refuse is not shown either, as far as it matters here: nothing is
 * loaded, and nothing leaves the preview.
 */

const OWN = ['base.css', 'features/look/sample.css'];
const REFUSED = /url\(|image\(|image-set\(|src\(|@import|expression\(/i;
/** As a whole: its other parts are not applied either. */
const REFUSED_DECLARATION = /[\w-]+\s*:[^;{}]*(?:url|image|image-set|src)\([^;{}]*;?/gi;
const sheets = new Map();
const written = new WeakMap();
let own = null;
let loading = null;

/**
 * The sheets of a preview's root.
 *
 * @param loaded is called once the application's own are there
 */
export function applied(root, css, loaded) {
  loading ??= Promise.all(OWN.map(fetchSheet)).then((all) => {
    own = all;
  });
  if (!own) {
    loading.then(loaded);
  }
  const before = written.get(root);
  if (before?.css !== css) {
    written.set(root, { css, sheet: harmless(css) });
  }
  return [...(own ?? []), written.get(root).sheet];
}

function harmless(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css.replace(REFUSED_DECLARATION, ''));
  clean(sheet);
  return sheet;
}

function clean(holder) {
  for (let i = holder.cssRules.length - 1; i >= 0; i--) {
    const rule = holder.cssRules[i];
    if (rule instanceof CSSStyleRule) {
      cleanStyle(rule);
    } else if (rule instanceof CSSMediaRule || rule instanceof CSSSupportsRule) {
      clean(rule);
    } else {
      holder.deleteRule(i);
    }
  }
}

function cleanStyle(rule) {
  if (rule.cssRules?.length) {
    // nested rules are refused as a whole
    while (rule.cssRules.length > 0) {
      rule.deleteRule(0);
    }
  }
  for (const name of [...rule.style]) {
    const value = rule.style.getPropertyValue(name);
    if (REFUSED.test(value) || (name === 'position' && /fixed|sticky/.test(value))) {
      rule.style.removeProperty(name);
    }
  }
  rule.selectorText = rule.selectorText.replace(/(^|[\s,>+~(])(?:html|body|:root)(?![\w-])/g, '$1.saas-themed').replace(/:host\b/g, ':not(*)');
}

async function fetchSheet(name) {
  if (!sheets.has(name)) {
    const answer = await fetch(new URL(`../../${name}`, import.meta.url));
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(answer.ok ? await answer.text() : '');
    sheets.set(name, sheet);
  }
  return sheets.get(name);
}
