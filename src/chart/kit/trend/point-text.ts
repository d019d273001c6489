import type { TrendLine, TrendPoint } from '#fhir/trend.ts';
import { t } from '#i18n/translate.ts';
import { flagWords } from '#chart/kit/Flag.tsx';
import { formatWhen } from '#chart/kit/format.ts';
import { limitWords } from '#chart/kit/limit-words.ts';
import { words } from '#chart/kit/words.ts';

/** One value of a trend in words: "Nov 21, 2026, 8:15 AM · 6.1 mmol/L · Critical high · range 3.5–5.1". */
export function pointText(point: TrendPoint, unit: string | undefined, name?: string): string {
  const { when, written, flag, band, sent } = point;
  const range = rangeWords(band);
  const parts = [
    formatWhen(when),
    [name, limitWords(written), unit].filter(Boolean).join(' '),
    flag === undefined || flag.tone === 'plain' ? undefined : flagWords(flag),
    range && t('trend.range', { range }),
    sent && t('units.converted-from', { sent }),
  ];
  return parts.filter(Boolean).join(' · ');
}

/** What a drawing shows, for where it stands without its page: "Potassium (mmol/L)", "Systolic, Diastolic (mm[Hg])". */
export function drawingTitle(lines: readonly TrendLine[]): string {
  const names = [...new Set(lines.map(({ title }) => words(title)))].join(', ');
  const unit = lines[0]?.unit;
  return unit === undefined ? names : `${names} (${unit})`;
}

export function rangeWords(band: TrendPoint['band']): string | undefined {
  if (band === undefined) return undefined;
  const [low, high] = [band.low, band.high].map((bound) =>
    bound === undefined ? undefined : boundText(bound),
  );
  if (low !== undefined && high !== undefined) return `${low}–${high}`;
  return low === undefined ? `≤ ${high}` : `≥ ${low}`;
}

/** A bound of a converted range may have any number of digits: five that count are enough for any. */
export function boundText(value: number): string {
  return String(Number(value.toPrecision(5)));
}
