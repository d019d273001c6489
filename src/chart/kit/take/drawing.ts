/**
 * A drawing of the page as an SVG file of its own: what style sheets said stands on each element as attributes (a file
 * has no style sheet, and a picture made of it obeys no page's policy), text above it says whose it is.
 */

const svgNamespace = 'http://www.w3.org/2000/svg';
const copied = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'paint-order',
  'font-size',
  'font-weight',
  'text-anchor',
] as const;
const lineHeight = 18;
const margin = 16;

export interface Drawing {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

/** @param lines above the drawing: what it shows first, then whose it is */
export function drawingOf(svg: SVGSVGElement, lines: readonly string[]): Drawing {
  const own = { width: Number(svg.getAttribute('width')), height: Number(svg.getAttribute('height')) };
  const head = margin + lines.length * lineHeight;
  const longest = Math.max(...lines.map((line) => line.length)) * 6.6;
  const width = Math.ceil(Math.max(own.width, longest) + 2 * margin);
  const height = head + own.height + 2 * margin;
  const root = document.createElementNS(svgNamespace, 'svg');
  for (const [name, value] of Object.entries({
    viewBox: `0 0 ${width} ${height}`,
    width: String(width),
    height: String(height),
    'font-family': 'system-ui, sans-serif',
  }))
    root.setAttribute(name, value);
  const title = root.appendChild(document.createElementNS(svgNamespace, 'title'));
  title.textContent = lines.join(', ');
  const paper = root.appendChild(document.createElementNS(svgNamespace, 'rect'));
  paper.setAttribute('width', String(width));
  paper.setAttribute('height', String(height));
  paper.setAttribute('fill', '#ffffff');
  lines.forEach((line, at) => root.append(textLine(line, at)));
  const place = root.appendChild(document.createElementNS(svgNamespace, 'g'));
  place.setAttribute('transform', `translate(${margin} ${head + margin})`);
  place.append(...lightParts(svg));
  return { text: new XMLSerializer().serializeToString(root), width, height };
}

function textLine(line: string, at: number): SVGElement {
  const text = document.createElementNS(svgNamespace, 'text');
  text.setAttribute('x', String(margin));
  text.setAttribute('y', String(margin + (at + 0.75) * lineHeight));
  text.setAttribute('font-size', at === 0 ? '15' : '12');
  if (at === 0) text.setAttribute('font-weight', '600');
  text.setAttribute('fill', at === 0 ? '#15202b' : '#4c5a68');
  text.textContent = line;
  return text;
}

/** The parts of the drawing as they look in the light theme, whichever the reader has. */
function lightParts(svg: SVGSVGElement): readonly Node[] {
  const stage = document.createElement('div');
  // Laid out, for styles to be worked out; never seen. The same place in the page, for the same style sheets.
  stage.className = 'paper unseen trend-control';
  const clone = svg.cloneNode(true) as SVGSVGElement;
  for (const cursor of clone.querySelectorAll('.trend-cursor')) cursor.remove();
  stage.append(clone);
  document.body.append(stage);
  try {
    for (const element of clone.querySelectorAll<SVGElement>('*')) {
      const style = getComputedStyle(element);
      for (const name of copied) {
        const value = style.getPropertyValue(name);
        if (value !== '') element.setAttribute(name, value);
      }
    }
    for (const element of clone.querySelectorAll('*'))
      for (const name of element.getAttributeNames())
        if (name === 'class' || name === 'style' || name.startsWith('data-')) element.removeAttribute(name);
    return [...clone.childNodes];
  } finally {
    stage.remove();
  }
}
