import { joined } from '#chart/kit/fact-words.ts';
import { formatDate, formatDay } from '#chart/kit/format.ts';
import { words } from '#chart/kit/words.ts';
import type { Change, ChangeKind } from '#fhir/changes.ts';
import type { ObservationRecord } from '#fhir/observations.ts';
import { t } from '#i18n/translate.ts';

export const changeKinds = ['new', 'changed', 'stopped', 'resulted'] as const satisfies readonly ChangeKind[];

/** "recorded Oct 2, 2026": the date that says so, and which one it is. */
export function evidenceWords({ evidence, at }: Change, detail: 'days' | 'times' = 'days'): string {
  return t(`changes.by-${evidence}`, { date: detail === 'days' ? formatDay(at) : formatDate(at) });
}

/** "was Lisinopril 10 mg tablet", "renewed": how a prescription stands to the one before. */
export function beforeWords({ before, renewed, record }: Change): string {
  if (before === undefined) return '';
  if (renewed) return t('changes.renewed');
  const [name, own] = [words(before.title), words(record.title)];
  const dose = before.dosages.map(({ text }) => text).filter((text) => text !== undefined);
  return t('changes.was', { before: joined(name === own ? (dose.length > 0 ? dose : [name]) : [name]) });
}

/** Critical and abnormal results first, then the newest. */
export function byWeight(a: Change, b: Change): number {
  const weight = ({ record }: Change): number =>
    'weight' in record ? (record as ObservationRecord).weight : 0;
  return weight(b) - weight(a);
}
