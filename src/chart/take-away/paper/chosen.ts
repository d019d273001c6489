/** What of a section goes on paper, and what is left out with which reason: nothing is left out unsaid. */
import { isCounted } from '#chart/kit/counted.ts';
import type { PrintChoices } from '#chart/kit/take/print-only.ts';
import { isUndated, isWithin } from './date-range.ts';
import type { KindId } from '#fhir/plan.ts';
import type { ChartRecord } from '#fhir/record.ts';
import { t } from '#i18n/translate.ts';

export interface Chosen {
  readonly records: readonly ChartRecord[];
  /** "No known allergies": said above the list, never counted in it. */
  readonly statements: readonly ChartRecord[];
  /** What was left out, a sentence each. */
  readonly leftOut: readonly string[];
}

/**
 * @param records of one kind, without those entered in error
 * @param errors how many were entered in error
 */
export function chosenOf(
  records: readonly ChartRecord[],
  errors: number,
  kind: KindId,
  { standing, from, to }: PrintChoices,
): Chosen {
  const [statements, items] = [records.filter((one) => !isCounted(one)), records.filter(isCounted)];
  const standingKept = items.filter((record) => standing === 'all' || record.standing !== 'past');
  const kept = standingKept.filter((record) => isWithin(record, kind, { from, to }));
  const past = items.length - standingKept.length;
  const outside = standingKept.length - kept.length;
  const undated = from === '' && to === '' ? 0 : kept.filter(isUndated).length;
  return {
    records: kept,
    statements,
    leftOut: [
      past > 0 && t('paper.past-left-out', { n: past }),
      outside > 0 && t('paper.out-of-range', { n: outside }),
      errors > 0 && t('paper.error-left-out', { n: errors }),
      undated > 0 && t('paper.undated-kept', { n: undated }),
    ].filter((text) => typeof text === 'string'),
  };
}
