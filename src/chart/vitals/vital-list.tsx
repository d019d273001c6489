/** Vital signs as data: what they can be narrowed by, what an open one says. */
import { partWords } from '#chart/kit/value-words.ts';
import { whenColumn } from '#chart/kit/columns.tsx';
import { joined } from '#chart/kit/fact-words.ts';
import type { ListShape } from '#chart/kit/list.ts';
import { asSent } from '#chart/kit/observation/as-sent.ts';
import { observationFacts } from '#chart/kit/observation/observation-facts.tsx';
import { ObservationLead } from '#chart/kit/observation/ObservationLead.tsx';
import { shownObservation } from '#fhir/shown-observation.ts';
import type { VitalRecord } from '#fhir/vitals.ts';

function valueText(record: VitalRecord): string {
  return joined(shownObservation(record).map(partWords));
}

export function vitalList(onOpen: (key: string) => void): ListShape<VitalRecord> {
  return {
    rule: 'rule.vitals',
    findText: asSent,
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
