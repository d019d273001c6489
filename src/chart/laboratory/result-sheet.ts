/**
 * Results as a flowsheet: a line a test, a column a date. A test stands under the panel it was last reported in; one
 * that is in no report and no panel, by what it measures (`loinc-groups.ts`); the others last.
 */
import { valueWords } from '#chart/kit/value-words.ts';
import { type Sheet, type SheetItem, sheetOf } from '#chart/kit/flowsheet/sheet.ts';
import { asSent } from '#chart/kit/observation/as-sent.ts';
import { shortRange } from '#chart/kit/observation/range-words.ts';
import { flagWords } from '#chart/kit/Flag.tsx';
import { joined } from '#chart/kit/fact-words.ts';
import { words } from '#chart/kit/words.ts';
import { type Flag, heaviest } from '#fhir/interpretation.ts';
import { type LoincGroupId, loincGroupOf, loincGroupOrder } from '#fhir/loinc-groups.ts';
import type { ObservationRecord } from '#fhir/observations.ts';
import type { GroupedResults, ResultGroup } from '#fhir/result-groups.ts';
import { shownOrNote } from '#fhir/shown-observation.ts';
import { testKey } from '#fhir/test-key.ts';
import { t } from '#i18n/translate.ts';

type Part = Pick<SheetItem, 'part' | 'partHead'>;

/** @param kept what the reader's filters leave, in any order */
export function resultSheet({ groups, single }: GroupedResults, kept: ReadonlySet<ObservationRecord>): Sheet {
  // The newest report that holds a test names the part its line stands in; groups come newest first.
  const partOf = new Map<string, Part>();
  const items: SheetItem[] = [];
  const add = (record: ObservationRecord, part: Part, isPanel = false): void => {
    const line = testKey(record) ?? record.key;
    if (!partOf.has(line)) partOf.set(line, part);
    if (kept.has(record)) items.push(...itemsOf(record, line, partOf.get(line)!, isPanel));
  };
  const walk = (group: ResultGroup): void => {
    const part = { part: words(group.title), partHead: group.head };
    if (group.head.type === 'Observation') add(group.head as ObservationRecord, part, true);
    for (const record of group.results) add(record, part);
    for (const panel of group.panels) walk(panel);
  };
  for (const group of groups) walk(group);
  const byMeaning = Map.groupBy(single, ({ code }) => loincGroupOf(code));
  for (const group of [...loincGroupOrder, undefined]) {
    for (const record of byMeaning.get(group) ?? []) add(record, { part: groupName(group) });
  }
  return sheetOf(items);
}

function groupName(group: LoincGroupId | undefined): string {
  return group === undefined ? t('results.other-group') : t(`lab-group.${group}`);
}

function itemsOf(
  record: ObservationRecord,
  line: string,
  part: Part,
  isPanel: boolean,
): readonly SheetItem[] {
  return shownOrNote(record, isPanel).map(({ label, unit, flags, ...value }) => {
    const name = label === undefined ? undefined : words(label);
    const title = words(record.title);
    return {
      record,
      ...part,
      line: name === undefined ? line : `${line} ${name}`,
      title: name === undefined ? title : `${title}: ${name}`,
      text: valueWords(value),
      unit,
      asSent: asSent(record),
      flag: heaviest(flags),
      meaning: meaningOf(flags, record),
      range: name === undefined && record.ranges.length > 0 ? shortRange(record, unit) : undefined,
    };
  });
}

/** Flags the shapes of the legend say already, and "normal", which carries nothing. */
const shaped = new Set(['high', 'low', 'critical', 'critical-high', 'critical-low', 'abnormal', 'normal']);

/** What the flags say beyond a shape, and the marks no value may be read without: corrected, preliminary, reported. */
function meaningOf(flags: readonly Flag[], { marks }: ObservationRecord): string | undefined {
  const unsaid = flags.filter(({ words: said }) => {
    const key = typeof said === 'string' ? said : said.key.replace(/^interpretation\.|-derived$/g, '');
    return !shaped.has(key);
  });
  const all = [...unsaid.map(flagWords), ...marks.map(({ phrase }) => words(phrase))];
  return all.length === 0 ? undefined : joined(all);
}
