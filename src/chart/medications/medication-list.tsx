/** The list of medications as data: columns, what stands beneath a prescription, what an open one says first. */
import { statusColumn, textColumn, whenColumn } from '#chart/kit/columns.tsx';
import { dateText, joined, labels, periodText, said, whenText } from '#chart/kit/fact-words.ts';
import type { Beneath, Fact, ListShape } from '#chart/kit/list.ts';
import { words } from '#chart/kit/words.ts';
import { dosageWords } from '#fhir/dosage.ts';
import { byNewest } from '#fhir/kind.ts';
import type { JoinedMedication, MedicationForm, MedicationRecord } from '#fhir/medications.ts';
import { t } from '#i18n/translate.ts';

/** The dose as it was written. */
export function doseText({ dosages }: MedicationRecord): string {
  return dosages.map((dosage) => joined(dosageWords(dosage).map(words))).join('; ');
}

/** Under the name: the dose; of anything but a prescription first what it is, and how much was handed over. */
function underName(record: MedicationRecord): string {
  const amount = joined([
    record.quantity,
    record.supply && t('medications.lasting', { supply: record.supply }),
  ]);
  return record.form === 'request'
    ? doseText(record)
    : joined([words(record.formWords), amount, doseText(record)], ' · ');
}

/** By what the marks say and not by their tone: contradicting codes are marked too, of what did happen. */
const isMarked = ({ marks }: MedicationRecord, key: RegExp): boolean =>
  marks.some((mark) => typeof mark.phrase !== 'string' && key.test(mark.phrase.key));
const didNotHappen = (record: MedicationRecord): boolean => isMarked(record, /^mark\.not-/);
/** What an unknown modifier may turn round is counted neither way. */
const isUnclear = (record: MedicationRecord): boolean => isMarked(record, /^mark\.unknown-modifier/);

function happenedWords(records: readonly MedicationRecord[], form: MedicationForm): string | undefined {
  const done = records
    .filter((record) => record.form === form && !didNotHappen(record) && !isUnclear(record))
    .toSorted(byNewest);
  if (done.length === 0) return undefined;
  const when = whenText(done[0]?.when, 'days') || undefined;
  return form === 'dispense'
    ? t('medications.was-dispensed', { n: done.length, when })
    : t('medications.was-given', { n: done.length, when });
}

/** "Dispensed 3 times, last Aug 5, 2026; given once": what did not happen is never counted among what did. */
export function beneathWords(records: readonly MedicationRecord[]): string {
  const not = records.filter(didNotHappen).length;
  return joined(
    [
      happenedWords(records, 'dispense'),
      happenedWords(records, 'administration'),
      not > 0 && t('medications.not-happened', { n: not }),
    ],
    '; ',
  );
}

/** What was dispensed and given for each prescription. */
export function beneathOf(joinedRecords: readonly JoinedMedication[]): Beneath<MedicationRecord> {
  const byKey = new Map(
    joinedRecords.map(({ record, dispenses, administrations }) => [
      record.key,
      [...dispenses, ...administrations],
    ]),
  );
  return { of: ({ key }) => byKey.get(key) ?? [], words: beneathWords };
}

const byLabels = {
  request: 'medications.prescribed-by',
  dispense: 'medications.dispensed-by',
  administration: 'medications.given-by',
  statement: 'medications.said-by',
} as const;

export const medicationList: ListShape<MedicationRecord> = {
  rule: 'rule.medications',
  subtitle: underName,
  findText: (record) => joined([underName(record), ...record.reasons], ' '),
  columns: [
    {
      ...statusColumn(),
      cell: ({ status, statusReason }) => joined([said(status), statusReason], ': '),
      text: ({ status, statusReason }) => joined([said(status), statusReason], ': '),
    },
    textColumn('reason', 'medications.for', ({ reasons }) => joined(reasons)),
    whenColumn(),
    textColumn('who', 'column.who', ({ by }) => by ?? ''),
  ],
  filters: [{ id: 'reported', label: 'medications.filter-reported', keep: ({ reported }) => reported }],
  facts: (record) => [
    { label: t('record.status'), value: said(record.status) },
    { label: t('fact.status-reason'), value: record.statusReason },
    { label: t('medications.form'), value: words(record.formWords) },
    { label: t('fact.also-coded'), value: joined(record.code?.conflicting ?? []) },
    ...doseFacts(record),
    { label: t('fact.reason'), value: joined(record.reasons, '\n') },
    { label: t('fact.date'), value: whenText(record.when) },
    { label: t('medications.written'), value: dateText(record.written) },
    { label: t(byLabels[record.form]), value: record.by },
    { label: t('medications.intent'), value: record.intent },
    { label: t('fact.category'), value: labels(record.categories) },
    { label: t('medications.quantity'), value: record.quantity },
    { label: t('medications.supply'), value: record.supply },
    { label: t('medications.refills'), value: record.refills },
    { label: t('medications.validity'), value: periodText(record.validity) },
    {
      label: t('medications.substituted'),
      value: record.substituted && t('medications.was-substituted'),
    },
    { label: t('fact.visit'), value: record.encounter },
  ],
};

function doseFacts({ dosages }: MedicationRecord): readonly Fact[] {
  return dosages.flatMap((dosage, at) => {
    const label = dosages.length === 1 ? t('medications.dose') : t('medications.dose-n', { n: at + 1 });
    const parts = joined(dosage.parts.map(words));
    return [
      { label, value: joined([dosage.text, parts === dosage.text ? undefined : parts], '\n') },
      { label: t('medications.for-patient'), value: dosage.patientInstruction },
    ];
  });
}
