/** A trend as a file: the drawing as it stands on the page, in light colours, with whose it is written on it. */
import type { Chart } from '#chart/kit/chart-context.tsx';
import { t } from '#i18n/translate.ts';
import { type Outcome, saved, type Take } from './outcome.ts';
import { drawingOf } from './drawing.ts';
import { whoseOf } from './whose.ts';

/** Twice the size on the screen: sharp on paper. */
const pictureScale = 2;

/**
 * @param box whose drawings to take: each says by itself what it shows (`data-title`), other tests beside the open one
 * @param notes what a drawing does not show, or shows otherwise than it was sent: a file goes where no page says it
 */
export function trendTakes(box: HTMLElement | null, notes: readonly string[], chart: Chart): readonly Take[] {
  const drawings = [...(box?.querySelectorAll<SVGSVGElement>('.trend-chart svg') ?? [])];
  return drawings.flatMap((svg) => {
    const title = svg.closest<HTMLElement>('.trend-chart')?.dataset['title'] ?? '';
    const name = (label: string): string =>
      t('take.drawing', { name: label, what: title, of: drawings.length });
    return [
      { label: name(t('take.save-svg')), run: () => save(svg, [title, ...notes], chart, 'svg') },
      { label: name(t('take.save-png')), run: () => save(svg, [title, ...notes], chart, 'png') },
    ];
  });
}

async function save(
  svg: SVGSVGElement,
  [title = '', ...notes]: readonly string[],
  chart: Chart,
  as: 'svg' | 'png',
): Promise<Outcome> {
  const whose = whoseOf(chart, Date.now());
  if (whose === undefined) return { kind: 'failed' };
  const readOut = svg.closest('.trend-chart')?.querySelector('.trend-read-out')?.textContent ?? '';
  const drawing = drawingOf(svg, [title, readOut, ...notes, whose.line, whose.source]);
  if (as === 'svg') return saved('trend', 'svg', [drawing.text]);
  return saved('trend', 'png', [await pictureOf(drawing)]);
}

/** Drawn on a canvas from the drawing's own text: no address but this page's is asked for anything. */
export async function pictureOf({ text, width, height }: ReturnType<typeof drawingOf>): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * pictureScale;
    canvas.height = height * pictureScale;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
