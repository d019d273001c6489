/**
 * Every section's list as data, for what treats all sections alike: print, tables, files. The sections themselves draw
 * their lists from the same shapes.
 */
import { readObservation, type ObservationRecord } from '#fhir/observations.ts';
import { documents, documentsInReports } from '#fhir/documents.ts';
import { sortRecords } from '#fhir/kind.ts';
import { laboratory } from '#fhir/laboratory.ts';
import type { ReadContext } from '#fhir/record.ts';
import { type ReportRecord, resultsInReports } from '#fhir/reports.ts';
import { createElement } from 'react';
import { careFacts, contactFacts, identityFacts, personFacts } from './demographics/demographic-facts.ts';
import type { ChartLists } from './kit/take/chart-lists.ts';
import { observationFacts } from './kit/observation/observation-facts.tsx';
import type { ListShape } from './kit/list.ts';
import { allergyList } from './allergies/allergy-list.tsx';
import { carePlanList } from './care-plan/care-plan-list.tsx';
import { careTeamList } from './care-team/care-team-list.tsx';
import { coverageList } from './coverage/coverage-list.tsx';
import { deviceList } from './devices/device-list.tsx';
import { documentList } from './documents/document-list.tsx';
import { encounterList } from './encounters/encounter-list.tsx';
import { goalList } from './goals/goal-list.tsx';
import { immunizationList } from './immunizations/immunization-list.tsx';
import { ObservationLead } from './kit/observation/ObservationLead.tsx';
import { medicationList } from './medications/medication-list.tsx';
import { orderList } from './orders/order-list.tsx';
import { otherList } from './other/other-list.tsx';
import { personList } from './people/person-list.tsx';
import { problemList } from './problems/problem-list.tsx';
import { procedureList } from './procedures/procedure-list.tsx';
import { reportList } from './reports/report-list.tsx';
import { resultColumns } from './laboratory/result-list.tsx';
import { socialList } from './social-history/social-list.tsx';
import { specimenList } from './specimens/specimen-list.tsx';
import { testList } from './tests/test-list.tsx';
import { vitalList } from './vitals/vital-list.tsx';

const nowhere = (): undefined => undefined;

/** On paper and in files no note is marked as not opened yet. */
const everyNote: ReadonlySet<string> = Object.assign(new Set<string>(), { has: () => true });

/** @param context where a report finds the results it names */
export function listsOf(context: ReadContext): ChartLists {
  const known = (key: string): ObservationRecord | undefined => {
    const resource = context.resolve({ reference: key });
    return resource?.resourceType === 'Observation' ? readObservation(resource, context) : undefined;
  };
  const results: ListShape<ObservationRecord> = {
    ...resultColumns,
    lead: (record, all) => createElement(ObservationLead, { record, all, onOpen: nowhere }),
    facts: observationFacts,
  };
  // Each shape is handed nothing but records of its own kind (`kindById`), so widening them is sound.
  const shapes = {
    allergies: allergyList,
    problems: problemList,
    medications: medicationList,
    laboratory: results,
    tests: testList(nowhere),
    vitals: vitalList(nowhere),
    immunizations: immunizationList,
    procedures: procedureList,
    encounters: encounterList,
    documents: documentList({ sought: '', opened: everyNote, here: { fetched: nowhere, pdfText: nowhere } }),
    reports: reportList(known),
    'care-plans': carePlanList,
    goals: goalList,
    'care-teams': careTeamList,
    devices: deviceList,
    'social-history': socialList(nowhere),
    coverage: coverageList,
    orders: orderList,
    specimens: specimenList,
    people: personList,
    other: otherList(nowhere),
  } as unknown as ChartLists['shapes'];
  return { shapes, person, whole };
}

const person: ChartLists['person'] = (record, now) => [
  ...identityFacts(record),
  ...personFacts(record),
  ...contactFacts(record, now),
  ...careFacts(record),
];

const whole: ChartLists['whole'] = (kind, records, reports) => {
  const named = reports as readonly ReportRecord[];
  if (kind === 'documents') {
    const more = documentsInReports(named);
    return more.length === 0 ? records : sortRecords(documents, [...(records as typeof more), ...more]);
  }
  if (kind !== 'laboratory') return records;
  const results = records as readonly ObservationRecord[];
  const more = resultsInReports(named);
  return more.length === 0 ? results : sortRecords(laboratory, [...results, ...more]);
};
