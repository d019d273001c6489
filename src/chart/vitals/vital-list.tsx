/** Vital signs as data: what they can be narrowed by, what an open one says. */
import { whenColumn } from '#chart/kit/columns.tsx';
import { joined } from '#chart/kit/fact-words.ts';
import type { ListShape } from '#chart/kit/list.ts';
import { observationFacts } from '#chart/kit/observation/observation-facts.tsx';
import { ObservationLead } from '#chart/kit/observation/ObservationLead.tsx';
import { words } from '#chart/kit/words.ts';
import { shownObservation } from '#fhir/shown-observation.ts';
import type { VitalRecord } from '#fhir/vitals.ts';

function valueText(record: VitalRecord): string {
  return joined(
    shownObservation(record).map(({ label, text, unit }) =>
      joined([label && words(label), words(text), unit], ' '),
    ),
  );
}

export function vitalList(onOpen: (key: string) => void): ListShape<VitalRecord> {
  return {
    rule: 'rule.vitals',
    columns: [
      { id: 'result', header: 'column.result', cell: valueText, text: valueText },
      whenColumn('times'),
    ],
    filters: [{ id: 'abnormal', label: 'results.abnormal', keep: ({ weight }) => weight > 0 }],
    lead: (record, all) => (
      <ObservationLead
        record={record}
        all={all}
        onOpen={onOpen}
        together={record.vital === 'blood-pressure'}
      />
    ),
    facts: observationFacts,
  };
}
