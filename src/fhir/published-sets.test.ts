import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { leavesOf, missingFromDetails, numbered } from './details-completeness.ts';
import { type FhirResource, isResource } from './json.ts';
import { parseExact } from './parse-json.ts';
import { allergies } from './allergies.ts';
import { coverage } from './coverage.ts';
import { encounters } from './encounters.ts';
import { immunizations } from './immunizations.ts';
import { medications } from './medications.ts';
import { patient } from './patient.ts';
import { people } from './people.ts';
import { problems } from './problems.ts';
import { procedures } from './procedures.ts';
import { fold, readRecords, type RecordKind } from './kind.ts';
import type { ChartRecord, ReadContext } from './record.ts';

const folder = process.env['CHARTSIDE_DATA'];
const sets = ['uscore-6.1.0', 'fhir-r4-spec'];

const kinds: Readonly<Record<string, RecordKind<ChartRecord>>> = {
  Patient: patient,
  AllergyIntolerance: allergies,
  Condition: problems,
  MedicationRequest: medications,
  MedicationDispense: medications,
  MedicationAdministration: medications,
  MedicationStatement: medications,
  Immunization: immunizations,
  Procedure: procedures,
  Encounter: encounters,
  Coverage: coverage,
  RelatedPerson: people,
} as unknown as Readonly<Record<string, RecordKind<ChartRecord>>>;

function filesOf(set: string): readonly string[] {
  const path = join(folder ?? '', set);
  return readdirSync(path)
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(path, name));
}

function resourcesIn(file: string): readonly FhirResource[] {
  const parsed: unknown = parseExact(readFileSync(file, 'utf8'));
  if (!isResource(parsed)) return [];
  const entries = Array.isArray(parsed['entry'])
    ? (parsed['entry'] as readonly { resource?: unknown }[])
    : [];
  return [parsed, ...entries.map((entry) => entry.resource).filter(isResource)];
}

describe.skipIf(folder === undefined || !existsSync(folder))('published sets', () => {
  it.each(sets)('%s: every value of every resource is in its details', { timeout: 60_000 }, (set) => {
    const missing: string[] = [];
    let leaves = 0;
    for (const file of filesOf(set)) {
      for (const resource of resourcesIn(file)) {
        leaves += leavesOf(resource).length;
        // As sent, and with every text replaced by one that occurs nowhere else.
        for (const one of [resource, numbered(resource)]) {
          missing.push(...missingFromDetails(one).map((leaf) => `${file}: ${leaf}`));
        }
      }
    }
    expect(missing).toEqual([]);
    expect(leaves).toBeGreaterThan(2_500);
  });

  it.each(['uscore-6.1.0', 'fhir-r4-spec', 'synthea-r4', 'inferno-refserver'])(
    '%s: received = shown + folded, for every kind of this half',
    { timeout: 120_000 },
    (set) => {
      const received = new Map<RecordKind<ChartRecord>, FhirResource[]>();
      for (const resource of filesOf(set).flatMap(resourcesIn)) {
        const kind = Object.hasOwn(kinds, resource.resourceType) ? kinds[resource.resourceType] : undefined;
        if (kind !== undefined) received.set(kind, [...(received.get(kind) ?? []), resource]);
      }
      expect(received.size).toBeGreaterThan(5);
      for (const [kind, resources] of received) {
        const records = readRecords(kind, resources, context);
        expect(new Set(records.map((record) => record.key)).size).toBe(resources.length);
        const folds = fold(kind, records);
        expect(folds.reduce((sum, one) => sum + one.records.length, 0)).toBe(resources.length);
        for (const record of records) expect(record.title).not.toBe('');
      }
    },
  );
});

const context: ReadContext = {
  patientId: 'example',
  resolve: () => undefined,
  provenanceOf: () => [],
};
