/** RelatedPerson (FHIR R4 §8.2; US Core: active, relationship, name, telecom, address). */
import { type Address, readAddresses } from './addresses.ts';
import { type Concept, readConcepts } from './concept.ts';
import { type FhirDateTime, parseDateTime, type Period, readPeriod, whenOf } from './dates.ts';
import { asBoolean, asObjects, asText, type FhirResource } from './json.ts';
import { byNewest, byStanding, inOrder, type RecordKind } from './kind.ts';
import { type HumanName, readNames } from './names.ts';
import { phrase } from './phrase.ts';
import { type ChartRecord, chartRecord } from './record.ts';
import { readTelecoms, type Telecom } from './telecom.ts';

export interface PersonRecord extends ChartRecord {
  readonly names: readonly HumanName[];
  readonly relationships: readonly Concept[];
  /** As sent. */
  readonly gender: string | undefined;
  readonly birthDate: FhirDateTime | undefined;
  readonly telecoms: readonly Telecom[];
  readonly addresses: readonly Address[];
  readonly period: Period | undefined;
  readonly languages: readonly string[];
}

function readPerson(resource: FhirResource): PersonRecord {
  const names = readNames(resource['name']);
  const relationships = readConcepts(resource['relationship']);
  const active = asBoolean(resource['active']);
  return {
    ...chartRecord(resource, {
      title: names[0]?.label ?? relationships[0]?.label ?? phrase('person.unnamed'),
      standing: active === false ? 'past' : 'current',
      status: active === undefined ? undefined : phrase(active ? 'status.active' : 'status.inactive'),
      when: whenOf(resource['period']),
      enteredInError: false,
    }),
    names,
    relationships,
    gender: asText(resource['gender']),
    birthDate: parseDateTime(resource['birthDate']),
    telecoms: readTelecoms(resource['telecom']),
    addresses: readAddresses(resource['address']),
    period: readPeriod(resource['period']),
    languages: asObjects(resource['communication'])
      .flatMap((one) => readConcepts(one['language']))
      .map((language) => language.label),
  };
}

/** Current first, then in the order they came. */
export const people: RecordKind<PersonRecord> = {
  id: 'people',
  read: readPerson,
  compare: inOrder(byStanding, byNewest),
};
