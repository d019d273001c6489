import { people, type Person } from '#sandbox/cast.ts';
import { isObject, objectsOf, textOf, valuesAt, type FhirResource } from '#sandbox/fhir/resource.ts';
import type { Store } from '#sandbox/fhir/store.ts';
import type { BaseName } from '#sandbox/identity/realm.ts';

/** A patient as the EHR's lists show one. */
export interface PatientLine {
  readonly base: BaseName;
  readonly id: string;
  readonly name: string;
  readonly born: string;
  readonly sex: string;
  /** The number people read out, or the id. */
  readonly number: string;
  readonly deceased: boolean;
  /** What this person is here to show (the cast alone). */
  readonly purpose: string | undefined;
}

export interface VisitLine {
  /** As a launch names it: the id without `PT-`. */
  readonly id: string;
  readonly words: string;
}

export interface ChartFacts {
  readonly allergies: readonly string[];
  readonly problems: readonly string[];
  readonly medications: readonly string[];
  /** Latest first. */
  readonly visits: readonly VisitLine[];
  /** The visit that is open in the EHR. */
  readonly currentVisit: string | undefined;
}

const cast: readonly Person[] = Object.values(people);

/** The EHR's view of the records: lists of patients and a few facts of a chart. Made once from the stores. */
export class Charts {
  readonly #stores: Readonly<Partial<Record<BaseName, Store | undefined>>>;
  readonly #lines: readonly PatientLine[];

  constructor(office: Store, data: Store | undefined) {
    this.#stores = { office, data };
    const order = new Map(cast.map(({ id }, index) => [id, index]));
    const lines = office.all('Patient').map((patient) => lineOf('office', patient));
    this.#lines = [
      ...lines.toSorted((a, b) => (order.get(a.id) ?? cast.length) - (order.get(b.id) ?? cast.length)),
      ...(data?.all('Patient') ?? [])
        .map((patient) => lineOf('data', patient))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    ];
  }

  /** Patients whose name, birth date, number or id holds every word. */
  search(words: string): readonly PatientLine[] {
    const wanted = words
      .toLowerCase()
      .split(/[\s,]+/)
      .filter((word) => word !== '');
    return this.#lines.filter((line) => {
      const text = `${line.name} ${line.born} ${line.number} ${line.id}`.toLowerCase();
      return wanted.every((word) => text.includes(word));
    });
  }

  find(base: string, id: string): PatientLine | undefined {
    return this.#lines.find((line) => line.base === listOf(base) && line.id === id);
  }

  /** The patients of one base whom a sign-in may choose from; `ids` undefined = all. */
  choosable(base: BaseName, ids: readonly string[] | undefined): readonly PatientLine[] {
    return ids === undefined
      ? this.#lines.filter((line) => line.base === listOf(base))
      : ids.map((id) => this.find(base, id)).filter((line) => line !== undefined);
  }

  facts({ base, id }: PatientLine): ChartFacts {
    const store = this.#stores[base];
    const of = (type: string) => store?.ofPatient(type, id) ?? [];
    const visits = of('Encounter')
      .map((visit) => ({
        id: (visit.id ?? '').replace(/^PT-/, ''),
        words: visitWords(visit),
        start: startOf(visit),
      }))
      .toSorted((a, b) => (a.start < b.start ? 1 : -1));
    const castVisit = base === 'office' ? cast.find((person) => person.id === id)?.encounter : undefined;
    return {
      allergies: distinct(of('AllergyIntolerance').filter(isCurrent).map(codeWords)),
      problems: distinct(of('Condition').filter(isCurrent).filter(isProblem).map(codeWords)),
      medications: distinct(of('MedicationRequest').filter(isCurrent).map(medicationWords)),
      visits,
      currentVisit: visits.find((visit) => visit.id === castVisit)?.id ?? visits[0]?.id,
    };
  }
}

/** The list that has a base's patients: Office R3's are those of its R4. */
function listOf(base: string): string {
  return base === 'officeR3' ? 'office' : base;
}

const distinct = (words: readonly string[]): readonly string[] => [...new Set(words)];

function lineOf(base: BaseName, patient: FhirResource): PatientLine {
  const id = patient.id ?? '';
  const names = objectsOf(patient['name']);
  const name = names.find((each) => each['use'] === 'official') ?? names[0];
  const given = valuesAt(name, 'given')
    .filter((part) => typeof part === 'string')
    .join(' ');
  const family = textOf(name?.['family']);
  const known = cast.find((person) => base === 'office' && person.id === id);
  return {
    base,
    id,
    name:
      known?.name ??
      (family !== undefined || given !== ''
        ? [family, given].filter((part) => part !== undefined && part !== '').join(', ')
        : (textOf(name?.['text']) ?? 'No name recorded')),
    born: textOf(patient['birthDate']) ?? 'not recorded',
    sex: textOf(patient['gender']) ?? 'sex not recorded',
    number: known?.chartNumber ?? medicalRecordNumber(patient) ?? id,
    deceased: patient['deceasedBoolean'] === true || patient['deceasedDateTime'] !== undefined,
    purpose: known?.purpose,
  };
}

function medicalRecordNumber(patient: FhirResource): string | undefined {
  const found = objectsOf(patient['identifier']).find((identifier) =>
    valuesAt(identifier, 'type.coding').some((coding) => isObject(coding) && coding['code'] === 'MR'),
  );
  return textOf(found?.['value']);
}

function codesAt(resource: FhirResource, path: string): readonly unknown[] {
  return valuesAt(resource, `${path}.coding.code`);
}

/** Whether a record still counts: not entered in error, not refuted, not over. */
function isCurrent(resource: FhirResource): boolean {
  const verification = codesAt(resource, 'verificationStatus');
  const clinical = codesAt(resource, 'clinicalStatus');
  const { status } = resource;
  return (
    !verification.includes('entered-in-error') &&
    !verification.includes('refuted') &&
    (clinical.length === 0 ||
      clinical.some((code) => code === 'active' || code === 'recurrence' || code === 'relapse')) &&
    (resource.resourceType !== 'MedicationRequest' || status === 'active')
  );
}

function isProblem(resource: FhirResource): boolean {
  const categories = codesAt({ ...resource, resourceType: 'Condition' }, 'category');
  return categories.length === 0 || categories.includes('problem-list-item');
}

function conceptWords(value: unknown): string | undefined {
  const [concept] = objectsOf(value);
  const [display] = valuesAt(concept, 'coding.display').filter((each) => typeof each === 'string');
  const [code] = valuesAt(concept, 'coding.code').filter((each) => typeof each === 'string');
  return textOf(concept?.['text']) ?? display ?? code;
}

const codeWords = (resource: FhirResource): string => conceptWords(resource['code']) ?? 'Not named';

function medicationWords(resource: FhirResource): string {
  const [reference] = valuesAt(resource, 'medicationReference.display');
  return conceptWords(resource['medicationCodeableConcept']) ?? textOf(reference) ?? 'Not named';
}

const startOf = (visit: FhirResource): string => textOf(valuesAt(visit, 'period.start')[0]) ?? '';

function visitWords(visit: FhirResource): string {
  const [firstType] = objectsOf(visit['type']);
  const kind = conceptWords(firstType) ?? textOf(valuesAt(visit, 'class.display')[0]) ?? 'Visit';
  const start = startOf(visit).slice(0, 10);
  return [start === '' ? 'Date not recorded' : start, kind, textOf(visit['status'])]
    .filter(Boolean)
    .join(' · ');
}
