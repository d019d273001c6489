/** What changed as a table to be saved: a row a change. */
import type { Chart } from '#chart/kit/chart-context.tsx';
import { sectionOf } from '#chart/kit/section-of.ts';
import { beforeWords, byWeight, changeKinds, evidenceWords } from '#chart/kit/story/change-words.ts';
import { saysText } from '#chart/kit/story/says-text.ts';
import type { Take } from '#chart/kit/take/outcome.ts';
import { sentWhen, type ViewTable, viewTake } from '#chart/kit/take/view-csv.ts';
import { words } from '#chart/kit/words.ts';
import type { Change } from '#fhir/changes.ts';
import { t } from '#i18n/translate.ts';

/** @param notes since when, what is not read, and what is not told */
export function changesTake(changes: readonly Change[], notes: readonly string[], chart: Chart): Take {
  return viewTake(t('take.save-changes'), 'changes', () => ({ ...changesTable(changes), notes }), chart);
}

export function changesTable(changes: readonly Change[]): Omit<ViewTable, 'notes'> {
  return {
    header: [
      t('changes.change'),
      t('column.name'),
      t('column.kind'),
      t('timeline.says'),
      t('changes.before'),
      t('changes.says-so'),
      t('take.date'),
      t('take.record'),
    ],
    rows: changeKinds.flatMap((kind) =>
      changes
        .filter(({ change }) => change === kind)
        .toSorted(byWeight)
        .map((change) => [
          t(`changes.${kind}`),
          words(change.record.title),
          t(`nav.${sectionOf(change.kind)}`),
          saysText(change),
          beforeWords(change),
          evidenceWords(change, 'times'),
          sentWhen(change.record.when),
          change.record.key,
        ]),
    ),
  };
}
