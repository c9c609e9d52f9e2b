// A chart as an image file, drawn on this device: its SVG made to stand alone, or the same painted as PNG. Nothing is fetched.

const SVG = 'http://www.w3.org/2000/svg';
const MARGIN = 24;
const LEADING = 26;
const TITLE = 18;
/** How a mark looks comes from the page's style sheet; alone, it must carry that itself. */
const CARRIED = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'font-size',
  'font-family',
  'font-variant-numeric',
  'text-anchor',
];

export interface ChartPicture {
  text: string;
  width: number;
  height: number;
}

export interface PictureWords {
  title: string;
  /** One sentence that says what is to be seen. */
  sentence: string;
}

/** The chart with its title, on its own ground and in the colours on screen. */
export function pictureOf(drawn: SVGSVGElement, { title, sentence }: PictureWords): ChartPicture {
  const frame = (drawn.closest('[role=img]') ?? drawn).getBoundingClientRect();
  const box = drawn.getBoundingClientRect();
  const page = getComputedStyle(document.documentElement);
  const lines = wrap(title, frame.width, `${TITLE}px ${page.fontFamily}`);
  const head = MARGIN + lines.length * LEADING + 8;
  const [width, height] = [frame.width + 2 * MARGIN, head + frame.height + MARGIN];

  const root = element('svg', { xmlns: SVG, width, height, viewBox: `0 0 ${width} ${height}`, role: 'img' });
  root.append(
    element('title', {}, sentence),
    element('rect', { width: '100%', height: '100%', fill: getComputedStyle(drawn.closest('.sheet') ?? document.body).backgroundColor }),
    ...lines.map((line, at) =>
      element(
        'text',
        { x: MARGIN, y: MARGIN + TITLE + at * LEADING, fill: page.color, 'font-size': TITLE, 'font-family': page.fontFamily },
        line,
      ),
    ),
    marksOf(drawn, MARGIN + box.left - frame.left, head + box.top - frame.top),
  );
  return { text: new XMLSerializer().serializeToString(root), width, height };
}

function element(name: string, attributes: Readonly<Record<string, string | number>>, text = ''): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.textContent = text;
  return made;
}

/** The marks, each carrying its own look, moved to where they stand in the picture. */
function marksOf(drawn: SVGSVGElement, x: number, y: number): SVGElement {
  const group = element('g', { transform: `translate(${x} ${y})` });
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  const originals = drawn.querySelectorAll('*');
  copy.querySelectorAll('*').forEach((each, index) => {
    const original = originals[index];
    if (original) carryStyle(original, each);
    each.removeAttribute('class');
  });
  group.append(...copy.childNodes);
  return group;
}

/** The title in lines that fit. */
function wrap(text: string, room: number, font: string): string[] {
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) return [text];
  pen.font = font;
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && pen.measureText(`${last} ${word}`).width <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function carryStyle(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const name of CARRIED) {
    const value = style.getPropertyValue(name);
    if (value && (name === 'fill' || (value !== 'none' && value !== 'normal'))) to.setAttribute(name, value);
  }
}

export const svgBlob = ({ text }: ChartPicture): Blob => new Blob([text], { type: 'image/svg+xml' });

/** Twice the size on screen, so that it stays sharp on paper. */
export async function pngBlob(picture: ChartPicture): Promise<Blob> {
  const address = URL.createObjectURL(svgBlob(picture));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = picture.width * 2;
    canvas.height = picture.height * 2;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, fail) => {
      canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('the browser painted no image'))), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}
