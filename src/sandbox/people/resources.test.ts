import { describe, expect, it } from 'vitest';
import { patientLogins, people, providers } from '#sandbox/cast.ts';
import { danglingReferences } from './dangling.ts';
import { castResources } from './resources.ts';
import type { Resource } from './resource.ts';
import { withVolatileAddressEnd } from './volatile-address.ts';

const resources = castResources();
const key = ({ resourceType, id }: Resource): string => `${resourceType}/${id}`;
const byKey = new Map(resources.map((each) => [key(each), each]));
const shared = new Set(['Organization', 'Practitioner', 'PractitionerRole', 'Location']);

/** Every `reference` below a value, with those of contained resources left out. */
function referencesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, below]) =>
    (name === 'reference' || (name === 'url' && 'contentType' in value)) && typeof below === 'string'
      ? [below]
      : referencesIn(below),
  );
}

function patientOf(resource: Resource): string | undefined {
  if (resource.resourceType === 'Patient') return key(resource);
  const subject = resource['subject'] ?? resource['patient'] ?? resource['beneficiary'];
  return (subject as { reference?: string } | undefined)?.reference;
}

/** Whose compartment a record is in; a Provenance is where its targets are. */
function ownersOf(resource: Resource): readonly string[] {
  const records =
    resource.resourceType === 'Provenance'
      ? referencesIn(resource['target']).map((target) => byKey.get(target))
      : [resource];
  return [...new Set(records.map((each) => (each === undefined ? '' : (patientOf(each) ?? ''))))];
}

describe('the cast as a whole', () => {
  it('is the same on every call', () => {
    expect(JSON.stringify(castResources())).toBe(JSON.stringify(resources));
  });

  it('has ids that FHIR allows, each once in its type', () => {
    expect(byKey.size).toBe(resources.length);
    expect(resources.map(({ id }) => id).filter((id) => !/^[A-Za-z0-9\-.]{1,64}$/.test(id))).toEqual([]);
  });

  it('puts NextGen’s prefixes before encounters, conditions, observations and plans, and nowhere else', () => {
    const allowed: Readonly<Record<string, RegExp>> = {
      Encounter: /^PT-\d+$/,
      Condition: /^(PL|HC|ED)-\d+$/,
      Observation: /^(LR|VS|HX)-\d+$/,
      CarePlan: /^PTP-\d+$/,
    };
    const wrong = resources
      .filter(({ resourceType, id }) => !(allowed[resourceType] ?? /^\d+$/).test(id))
      .map(key);
    expect(wrong).toEqual([]);
    const categories = resources
      .filter((each) => each.resourceType === 'Observation' && each.id.startsWith('VS-'))
      .filter((each) => !JSON.stringify(each['category']).includes('"vital-signs"'));
    expect(categories).toEqual([]);
  });

  it('leads every reference to a record of the cast, or nowhere on purpose', () => {
    const used = new Set(
      resources.flatMap((each) => referencesIn(each)).filter((each) => !each.startsWith('#')),
    );
    const lost = [...used].filter((each) => !byKey.has(each) && !(each in danglingReferences));
    expect(lost).toEqual([]);
    expect(Object.keys(danglingReferences).filter((each) => !used.has(each))).toEqual([]);
  });

  it('keeps every record inside one patient’s compartment', () => {
    const strays = resources
      .filter(({ resourceType }) => !shared.has(resourceType))
      .filter((each) => ownersOf(each).length !== 1 || !byKey.has(ownersOf(each)[0] ?? ''));
    expect(strays.map(key)).toEqual([]);
  });

  it('refers from no chart into another, not even to a relative who is a patient too', () => {
    const crossing = resources.filter((each) => {
      const owner = patientOf(each);
      return referencesIn(each).some((reference) => {
        const other = byKey.get(reference);
        return (
          other !== undefined &&
          !shared.has(other.resourceType) &&
          owner !== undefined &&
          patientOf(other) !== owner
        );
      });
    });
    expect(crossing.map(key)).toEqual([]);
  });

  it('has nothing recorded after the day the cast lives on', () => {
    const late = resources.filter((each) => {
      const recorded = each['recorded'] ?? each['issued'] ?? each['authoredOn'] ?? each['recordedDate'];
      return typeof recorded === 'string' && recorded.slice(0, 10) > '2026-11-23';
    });
    expect(late.map(key)).toEqual([]);
  });

  it('writes one number as it was meant, never through a float', () => {
    const kenji = resources.filter((each) => patientOf(each) === `Patient/${people.kenji.id}`);
    const text = JSON.stringify(kenji);
    expect(text).toContain('"value":1.50');
    expect(text).toContain('"value":1.0,');
    expect(text).toContain('"value":0.10');
    expect(JSON.stringify(resources)).toContain('123456789012345678901234567890.123456789');
  });

  it('holds no empty list, object or text, which FHIR forbids', () => {
    const empty = resources.filter((each) => /\[\]|\{\}|:""|:null/.test(JSON.stringify(each)));
    expect(empty.map(key)).toEqual([]);
  });

  it('serves every type of patient record that NextGen Office offers', () => {
    const types = new Set(resources.map(({ resourceType }) => resourceType));
    expect([...types].toSorted()).toEqual([
      'AllergyIntolerance',
      'CarePlan',
      'CareTeam',
      'Condition',
      'Coverage',
      'Device',
      'DiagnosticReport',
      'DocumentReference',
      'Encounter',
      'Goal',
      'Immunization',
      'Location',
      'MedicationAdministration',
      'MedicationDispense',
      'MedicationRequest',
      'Observation',
      'Organization',
      'Patient',
      'Practitioner',
      'PractitionerRole',
      'Procedure',
      'Provenance',
      'RelatedPerson',
      'ServiceRequest',
      'Specimen',
    ]);
  });
});

describe('who is in the cast', () => {
  it.each(Object.entries(people))('%s has the Patient that cast.ts tells of', (_, person) => {
    const patient = byKey.get(`Patient/${person.id}`);
    const [name] = (patient?.['name'] ?? []) as readonly { family: string; given: readonly string[] }[];
    expect(`${name?.family}, ${name?.given.join(' ')}`).toBe(person.name);
    expect(patient).toMatchObject({ birthDate: person.birthDate, gender: person.sex });
    const identifiers = patient?.['identifier'] as readonly {
      value: string;
      type: { text: string };
      system: string;
    }[];
    expect(identifiers[0]).toMatchObject({
      system: 'http://terminology.hl7.org/CodeSystem/v2-0203',
      type: { text: 'Unique Id for EHR' },
      value: person.id,
      assigner: { reference: 'Organization/1673497' },
    });
    expect(identifiers.find((each) => each.value.startsWith('HF'))?.value).toBe(person.chartNumber);
  });

  it('names a visit of each for the launch, where there is one', () => {
    const visits = Object.values(people).filter((person) => person.encounter !== undefined);
    expect(visits.length).toBeGreaterThan(15);
    const owners = visits
      .map(({ encounter }) => byKey.get(`Encounter/PT-${encounter}`))
      .map((each) => each && patientOf(each));
    expect(owners).toEqual(visits.map(({ id }) => `Patient/${id}`));
  });

  it('lists every Patient, and every login leads to someone', () => {
    const listed = Object.values(people).map(({ id }) => id);
    const patients = resources.filter(({ resourceType }) => resourceType === 'Patient').map(({ id }) => id);
    expect(listed.toSorted()).toEqual(patients.toSorted());
    const users = [...providers, ...patientLogins].map(({ fhirUser }) => fhirUser);
    expect(users.filter((user) => !byKey.has(user))).toEqual([]);
    for (const { main, dependents } of patientLogins)
      for (const id of [main, ...dependents]) expect(listed).toContain(id);
  });
});

describe('withVolatileAddressEnd', () => {
  const now = Date.parse('2026-11-23T18:32:05Z');
  it('ends the current address at the moment of the request, in the practice’s time', () => {
    const david = byKey.get('Patient/428946492') as Resource;
    const shown = withVolatileAddressEnd(david, now)['address'] as readonly {
      use: string;
      period: { end?: string };
    }[];
    expect(shown.map(({ use, period }) => [use, period.end])).toEqual([
      ['home', '2026-11-23T11:32:05-07:00'],
      ['old', '2026-05-31'],
    ]);
    expect(JSON.stringify(david)).not.toContain('2026-11-23');
  });
  it('leaves other records as they are', () => {
    const allergy = resources.find(({ resourceType }) => resourceType === 'AllergyIntolerance') as Resource;
    expect(withVolatileAddressEnd(allergy, now)).toBe(allergy);
  });
});
