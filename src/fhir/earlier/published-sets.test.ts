/** The published sets of the earlier versions: everything is read, nothing throws, nothing that was sent is lost. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contextOf } from '#fhir/context-of.ts';
import { missingFromDetails } from '#fhir/details-completeness.ts';
import { type FhirResource, isResource } from '#fhir/json.ts';
import { kindById } from '#fhir/kinds.ts';
import { originalOf, sentType } from '#fhir/original.ts';
import { parseExact } from '#fhir/parse-json.ts';
import { kindOf } from '#fhir/placement.ts';
import { planTypes } from '#fhir/plan.ts';
import type { ObservationRecord } from '#fhir/observations.ts';
import type { Words } from '#fhir/phrase.ts';
import type { ChartRecord, ReadContext } from '#fhir/record.ts';
import { createReferenceIndex } from '#fhir/reference-index.ts';
import { asR4 } from './as-r4.ts';
import type { EarlierVersion } from './reshape.ts';

const folder = process.env['CHARTSIDE_DATA'];
const sets: readonly (readonly [string, EarlierVersion])[] = [
  ['synthea-stu3', 'STU3'],
  ['smart-stu3', 'STU3'],
  ['fhir-stu3-spec', 'STU3'],
  ['synthea-dstu2', 'DSTU2'],
  ['custom-dstu2', 'DSTU2'],
  ['fhir-dstu2-spec', 'DSTU2'],
];

function resourcesOf(set: string): readonly FhirResource[] {
  const path = join(folder ?? '', set);
  return readdirSync(path)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const parsed: unknown = parseExact(readFileSync(join(path, name), 'utf8'));
      if (!isResource(parsed)) return [];
      const entries = (Array.isArray(parsed['entry']) ? parsed['entry'] : []) as { resource?: unknown }[];
      const inside = entries.map(({ resource }) => resource).filter(isResource);
      return inside.length > 0 ? inside : [parsed];
    });
}

function keyOf(title: Words): string {
  return typeof title === 'string' ? title : title.key;
}

/** What these sets themselves leave without a name. */
const unnamed = [
  // A visit of which nothing but its class is known is called that, in words of ours.
  'Encounter: encounter.HH',
  'Encounter: encounter.VR',
  'CarePlan: title.care-plan',
  'Patient: patient.unnamed',
  'QuestionnaireResponse: title.questionnaire',
];

/** Definitions, parties, timetables and messages: nobody's record of care, and searched by no patient. */
const notAsked = new Set(
  'Binary Bundle ConceptMap Endpoint Group HealthcareService Location Medication MessageHeader OperationOutcome Organization Parameters Person Practitioner PractitionerRole Provenance Questionnaire Schedule Slot Substance ValueSet'.split(
    ' ',
  ),
);

describe.skipIf(folder === undefined || !existsSync(folder))('published sets', () => {
  test.each(sets)(
    '%s: every record is read by its name, and its details hold what was sent',
    { timeout: 120_000 },
    (set, version) => {
      const sent = resourcesOf(set);
      expect(sent.length).toBeGreaterThan(50);
      const planned = new Set(planTypes('us-core', version));
      const types = new Set(sent.map(({ resourceType }) => resourceType));
      expect([...types].filter((type) => !planned.has(type) && !notAsked.has(type))).toEqual([]);
      const made = sent.map((resource) => asR4(resource, version));
      expect(made.map(originalOf)).toEqual(sent);
      const context = contextOf(...made);
      const nameless = made.flatMap((resource) => {
        const { title } = kindById[kindOf(resource)].read(resource, context);
        return typeof title === 'string' && title !== '' ? [] : [`${sentType(resource)}: ${keyOf(title)}`];
      });
      expect(nameless.filter((one) => !unnamed.includes(one))).toEqual([]);
      const missing = sent.flatMap((resource) =>
        missingFromDetails(resource).map((leaf) => `${resource.resourceType}/${resource.id}: ${leaf}`),
      );
      expect(missing).toEqual([]);
    },
  );

  test(
    'the ten people who exist in both versions have the same records, by kind, title, standing, status and result',
    { timeout: 60_000 },
    () => {
      const files = readdirSync(join(folder!, 'synthea-stu3'));
      expect(files).toHaveLength(10);
      for (const file of files) {
        const [stu3, dstu2] = (['STU3', 'DSTU2'] as const).map((version) =>
          chartIn(join(folder!, `synthea-${version.toLowerCase()}`, file), version),
        );
        expect({ file, chart: stu3 }).toEqual({ file, chart: dstu2 });
      }
    },
  );
});

/** What an observation says, and each of its parts. */
function valuesOf(record: ChartRecord): readonly unknown[] {
  if (!('components' in record)) return [];
  const { components, ...whole } = record as ObservationRecord;
  return [whole, ...components].map(({ title, value, flags }) => [title, value, flags]);
}

/**
 * A patient's chart in words: each record's kind, title, standing and status, and what observations say, counted.
 * Nothing else of a record is compared: no dates (each version was made on another day and moved the whole life by as
 * much), no references, doses or texts. STU3's medications are records of their own there.
 */
function chartIn(file: string, version: EarlierVersion): readonly string[] {
  const bundle = parseExact(readFileSync(file, 'utf8')) as {
    readonly entry: readonly { readonly fullUrl?: string; readonly resource: FhirResource }[];
  };
  const made = bundle.entry.map(({ resource }) => asR4(resource, version));
  const index = createReferenceIndex('');
  const keys = bundle.entry.flatMap(({ fullUrl, resource: { resourceType, id } }) =>
    fullUrl === undefined ? [] : ([[fullUrl, `${resourceType}/${id}`]] as const),
  );
  index.add(made, new Map(keys));
  const context: ReadContext = { ...contextOf(), resolve: index.find };
  return made
    .filter(({ resourceType }) => resourceType !== 'Medication')
    .map((resource) => {
      const kind = kindOf(resource);
      const record: ChartRecord = kindById[kind].read(resource, context);
      const { title, standing, status } = record;
      return `${kind}: ${JSON.stringify([title, standing, status, valuesOf(record)])}`;
    })
    .toSorted();
}
