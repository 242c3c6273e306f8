/** A chart. Its library is loaded when the first one is drawn; what it shows has to be readable as a table as well. */

const scheme = matchMedia('(prefers-color-scheme: dark)');
let library;

/**
 * @param option gives what ECharts draws, from the colours of the place
 * @param update draws the page again, when it turns out that there can be no chart
 */
export function createChart({ option, update = () => {} }) {
  return new Chart(option, update);
}

class Chart {
  /** Whether the library could not be loaded. */
  failed = false;

  #option;
  #update;
  #element;
  #instance;
  #resized = new ResizeObserver(() => this.#instance?.resize());

  constructor(option, update) {
    this.#option = option;
    this.#update = update;
  }

  /** For lit's ref: begins with the element, ends without. */
  attach = (element) => {
    this.close();
    if (element) {
      this.#element = element;
      this.#resized.observe(element);
      scheme.addEventListener('change', this.draw);
      this.draw();
    }
  };

  /** Draws what is there now. */
  draw = async () => {
    const element = this.#element;
    if (!element) {
      return;
    }
    try {
      library ??= import('../vendor/echarts/dist/echarts.esm.min.js');
      const { init } = await library;
      if (element === this.#element) {
        this.#instance ??= init(element, null, { renderer: 'svg' });
        this.#instance.setOption({ ...frame(element), ...this.#option(colorsOf(element)) }, true);
      }
    } catch {
      library = null;
      this.failed = true;
      this.#update();
    }
  };

  close() {
    scheme.removeEventListener('change', this.draw);
    this.#resized.disconnect();
    this.#instance?.dispose();
    this.#instance = null;
    this.#element = null;
  }
}

function frame(element) {
  return {
    animation: false,
    aria: { enabled: false },
    textStyle: { fontFamily: getComputedStyle(element).fontFamily },
  };
}

/** The colours of the tokens where the element is, as the library understands them. */
function colorsOf(element) {
  const names = ['text', 'text-muted', 'line', 'surface', 'primary', 'info', 'good', 'bad'];
  const before = element.style.color;
  const colors = {};
  for (const name of names) {
    element.style.color = `var(--saas-color-${name})`;
    colors[name] = getComputedStyle(element).color;
  }
  element.style.color = before;
  return colors;
}
