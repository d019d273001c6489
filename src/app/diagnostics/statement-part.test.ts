import { expect, test } from 'vitest';
import { answerOf, fakeReading } from '#chart/kit/fake-reading.ts';
import type { SearchState } from '#fhir/reading.ts';
import { readStatement } from '#fhir/read-statement.ts';
import type { ServerStatement } from '#fhir/server-statement.ts';
import { reportText } from './report.ts';
import { statementPart } from './statement-part.ts';

const system = { label: 'Test Office', fhirVersion: 'R4' } as const;
const searchable = (type: string, ...names: string[]) => ({
  type,
  interaction: [{ code: 'search-type' }],
  searchParam: names.map((name) => ({ name })),
});

function said(resource: readonly unknown[], more: object = {}): ServerStatement {
  return readStatement({ resourceType: 'CapabilityStatement', rest: [{ resource }], ...more })!;
}

function linesOf(statement: ServerStatement, states: Record<string, SearchState> = {}) {
  const reading = fakeReading({ patientId: 'p1', resources: [], states });
  const { lines } = statementPart(statement, reading, system);
  return Object.fromEntries(lines.map(({ name, value, verdict }) => [name, [value, verdict]]));
}

const everything = [
  'Patient AllergyIntolerance Condition MedicationRequest Observation Encounter Immunization DiagnosticReport',
  'DocumentReference Procedure CareTeam Coverage MedicationDispense MedicationAdministration ServiceRequest',
  'RelatedPerson Specimen Goal',
]
  .join(' ')
  .split(' ')
  .map((type) => searchable(type, 'patient'));

test('what was asked for and is not listed, was refused though listed, and was never asked for', () => {
  const statement = said(
    [...everything, searchable('CarePlan', 'patient'), searchable('Appointment', 'patient')],
    { fhirVersion: '4.0.1', software: { name: 'HAPI FHIR Server', version: '5.7.0' } },
  );
  expect(
    linesOf(statement, {
      Goal: { state: 'not-shared', by: 'consent' },
      Coverage: { state: 'failed', failure: { kind: 'unsupported', status: 400 } },
      Specimen: { state: 'not-shared', by: 'scope' },
      Device: { state: 'not-offered' },
      Condition: answerOf([]),
    }),
  ).toEqual({
    Software: ['HAPI FHIR Server 5.7.0', undefined],
    'Version of FHIR': ['4.0.1', 'good'],
    'Asked for, and not listed': ['Device', 'note'],
    'Listed, and refused all the same': ['Goal, Coverage', 'note'],
    'Search parameters not listed': ['CarePlan category', 'note'],
    'Listed for patients, and not asked for': ['Appointment', undefined],
  });
});

test('another version than the system was entered with', () => {
  expect(linesOf(said([], { fhirVersion: '3.0.1' }))['Version of FHIR']).toEqual(['3.0.1', 'note']);
});

test('a server’s own words do not get into the report', () => {
  const part = statementPart(
    said([], { fhirVersion: 'SMITH, DAVID', software: { name: 'for SMITH, DAVID (born 1980-01-01)' } }),
    fakeReading({ patientId: 'p1', resources: [] }),
    system,
  );
  expect(reportText('x', [part])).not.toMatch(/SMITH|DAVID/);
});
