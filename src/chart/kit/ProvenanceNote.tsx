import type { ReactNode } from 'react';
import { type Concept, readConcept } from '#fhir/concept.ts';
import { parseDateTime } from '#fhir/dates.ts';
import { type FhirResource, asObject, asObjects } from '#fhir/json.ts';
import type { ChartRecord, ReadContext } from '#fhir/record.ts';
import { nameOfReference } from '#fhir/reference-name.ts';
import { t } from '#i18n/translate.ts';
import { useNow } from '#ui/use-now.ts';
import { useChart } from './chart-context.tsx';
import { readContext } from './read-context.ts';
import { formatDate, formatReadAt } from './format.ts';
import { useSnapshot } from './use-snapshot.ts';

/** Where a record came from: the system and when it was read, when it last changed there, who wrote it down. */
export function ProvenanceNote({ record }: { record: ChartRecord }): ReactNode {
  const chart = useChart();
  const { reading, systemLabel: system } = chart;
  const readAt = useSnapshot(reading, () => reading.progress().readAt);
  const now = useNow();
  const changed = parseDateTime(asObject(record.source['meta'])?.['lastUpdated']);
  const statements = reading
    .provenanceOf(record.source)
    .flatMap((one) => sentencesOf(one, readContext(chart)));
  return (
    <ul className="provenance">
      {statements.length > 0 ? (
        statements.map((statement) => <li key={statement}>{statement}</li>)
      ) : (
        <li className="muted">{t('provenance.none')}</li>
      )}
      {changed && <li>{t('provenance.updated', { time: formatDate(changed) })}</li>}
      {readAt !== undefined && <li>{t('provenance.read', { system, time: formatReadAt(readAt, now) })}</li>}
    </ul>
  );
}

const roleSystems: readonly (string | undefined)[] = [
  'http://terminology.hl7.org/CodeSystem/provenance-participant-type',
  'http://hl7.org/fhir/us/core/CodeSystem/us-core-provenance-participant-type',
];
const roles = [
  'enterer',
  'performer',
  'author',
  'verifier',
  'legal',
  'attester',
  'informant',
  'custodian',
  'assembler',
  'composer',
  'transmitter',
] as const;

/** HL7's own roles in the reader's language; any other, and one that somebody worded otherwise, as it was sent. */
function roleWords(type: Concept | undefined): string | undefined {
  if (type === undefined) return undefined;
  const known = roles.find((role) =>
    type.codings.some(({ system, code }) => code === role && roleSystems.includes(system)),
  );
  return known !== undefined && (type.text ?? known).toLowerCase() === known
    ? t(`provenance.${known}`)
    : type.label;
}

/** "Author: Testing, Provider, for Coastal Family Medicine", one sentence an agent, and when it was recorded. */
function sentencesOf(provenance: FhirResource, context: ReadContext): readonly string[] {
  const recorded = parseDateTime(provenance['recorded']);
  const agents = asObjects(provenance['agent']).map((agent) => {
    const who = nameOfReference(agent['who'], context, provenance);
    const organization = nameOfReference(agent['onBehalfOf'], context, provenance);
    const role = roleWords(readConcept(agent['type']));
    const named = [who, organization === undefined ? undefined : t('provenance.for', { organization })]
      .filter((part) => part !== undefined)
      .join(', ');
    if (named === '') return role ?? '';
    return role === undefined ? named : t('provenance.role', { role, named });
  });
  const time = recorded === undefined ? [] : [t('provenance.recorded', { time: formatDate(recorded) })];
  return [...time, ...agents.filter((sentence) => sentence !== '')];
}
