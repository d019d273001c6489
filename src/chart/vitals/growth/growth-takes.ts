/** Growth to be saved: the values with their percentiles and z-scores as a table, each chart as a drawing. */
import type { Chart } from '#chart/kit/chart-context.tsx';
import { joined } from '#chart/kit/fact-words.ts';
import { drawingOf } from '#chart/kit/take/drawing.ts';
import { type Outcome, saved, type Take } from '#chart/kit/take/outcome.ts';
import { pictureOf } from '#chart/kit/take/trend-takes.ts';
import { sentWhen, type ViewTable, viewTake } from '#chart/kit/take/view-csv.ts';
import { whoseOf } from '#chart/kit/take/whose.ts';
import type { GrowthPoint } from '#fhir/growth/growth-points.ts';
import { clinically, t } from '#i18n/translate.ts';
import { ageWords } from './age-words.ts';
import { measureName } from './measure-name.ts';

/**
 * @param points of all measures and of both references
 * @param box where the charts stand, each under its name
 */
export function growthTakes(
  points: readonly GrowthPoint[],
  notes: readonly string[],
  box: HTMLElement | null,
  chart: Chart,
): readonly Take[] {
  const charts = [...(box?.querySelectorAll<HTMLElement>('.growth-one') ?? [])].flatMap((one) => {
    const svg = one.querySelector<SVGSVGElement>('.trend-chart svg');
    const name = one.querySelector('.trend-name')?.textContent.trim() ?? '';
    return svg === null
      ? []
      : [{ svg, name, readOut: one.querySelector('.trend-read-out')?.textContent ?? '' }];
  });
  return [
    viewTake(t('take.save-values'), 'growth', () => ({ ...growthTable(points), notes }), chart),
    ...charts.flatMap(({ svg, name, readOut }) => {
      const reference = box?.querySelector('[aria-pressed="true"]')?.textContent ?? '';
      const lines = [joined([name, reference]), readOut];
      return (['svg', 'png'] as const).map((as) => ({
        label: t('take.labelled', { label: t(`take.save-${as}`), value: name }),
        run: () => saveChart(svg, lines, as, chart),
      }));
    }),
  ];
}

export function growthTable(points: readonly GrowthPoint[]): Omit<ViewTable, 'notes'> {
  return {
    header: [
      t('column.name'),
      t('take.date'),
      t('growth.age'),
      t('growth.measured'),
      t('growth.which'),
      t('growth.percentile-column'),
      t('growth.z-column'),
      t('take.record'),
    ],
    rows: points.toReversed().map((point) => {
      const age = ageWords(point);
      return [
        measureName(point),
        sentWhen(point.when),
        point.corrected ? t('growth.corrected-age', { age }) : age,
        joined([point.sent, point.derived && t('growth.derived')]),
        t(`growth.${point.reference}`),
        point.percentile === undefined ? '' : String(Number(point.percentile.toFixed(2))),
        point.z === undefined ? '' : point.z.toFixed(2),
        point.key,
      ];
    }),
  };
}

async function saveChart(
  svg: SVGSVGElement,
  lines: readonly string[],
  as: 'svg' | 'png',
  chart: Chart,
): Promise<Outcome> {
  const whose = clinically(() => whoseOf(chart, Date.now()));
  if (whose === undefined) return { kind: 'failed' };
  const drawing = drawingOf(svg, [...lines, whose.line, whose.source]);
  return saved('growth', as, [as === 'svg' ? drawing.text : await pictureOf(drawing)]);
}
