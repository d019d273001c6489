/** What can be taken of one open record: copied, its text saved, saved as it was sent, printed. */
import type { Chart } from '#chart/kit/chart-context.tsx';
import { readAnnotations } from '#fhir/annotation.ts';
import { originalOf } from '#fhir/original.ts';
import type { ChartRecord } from '#fhir/record.ts';
import { clinically, t } from '#i18n/translate.ts';
import { copied, type Outcome, saved, type Take } from './outcome.ts';
import { bundleParts, recordBundle } from './record-bundle.ts';
import { recordLine, type RowShape } from './record-line.ts';
import { hasText, saveText } from './record-text.ts';

interface TakenRecord<R extends ChartRecord> {
  readonly record: R;
  readonly shape: RowShape<R>;
  /** Its labelled facts as they are drawn, in clinicians' words. */
  readonly facts: () => readonly Element[];
  readonly chart: Chart;
  readonly print: () => void;
}

export function recordTakes<R extends ChartRecord>(taken: TakenRecord<R>): readonly Take[] {
  const { record, shape, facts, chart, print } = taken;
  const line = clinically(() => recordLine(record, shape));
  return [
    { label: t('take.copy-line'), run: () => copied(line) },
    {
      label: t('take.copy-facts'),
      run: () => copied(clinically(() => [line, ...factLines(facts()), ...noteLines(record)].join('\n'))),
    },
    ...(hasText(record) ? [{ label: t('take.save-text'), run: () => saveText(record, chart) }] : []),
    { label: t('take.save-json'), run: () => saveAsSent(record, chart) },
    {
      label: t('take.print-record'),
      run: () => {
        print();
        return undefined;
      },
    },
  ];
}

function factLines(facts: readonly Element[]): readonly string[] {
  return facts.map((fact) => {
    const [label, value] = [fact.querySelector('dt')?.textContent ?? '', fact.querySelector('dd')];
    const parts = value === null ? [] : [...value.children];
    const text = parts.length === 0 ? value?.textContent : parts.map((part) => part.textContent).join('; ');
    return t('take.labelled', { label, value: (text ?? '').trim().replaceAll(/\s*\n\s*/g, '; ') });
  });
}

function noteLines({ source }: ChartRecord): readonly string[] {
  return readAnnotations(source['note']).map(({ text }) =>
    t('take.labelled', { label: t('record.notes'), value: text }),
  );
}

/** The record with the patient's own: a file that holds the one without the other belongs to nobody. */
function saveAsSent(record: ChartRecord, chart: Chart): Outcome {
  const { reading, fhirBase, fhirVersion, systemLabel: system } = chart;
  const patient = reading.find({ reference: `Patient/${reading.patientId}` });
  if (patient === undefined) return { kind: 'failed' };
  const { readAt } = reading.progress();
  const resources = [patient, record.source, ...reading.provenanceOf(record.source)].map(originalOf);
  const bundle = recordBundle(
    {
      resources: [...new Set(resources)],
      readAt: readAt === undefined ? undefined : { first: readAt, last: readAt },
    },
    { fhirBase, fhirVersion, system, missing: [] },
    new Date(),
  );
  return saved('entry', 'json', bundleParts(bundle));
}
