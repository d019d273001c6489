import { castToday } from '#sandbox/cast.ts';
import { coding, concept, hl7Concept, period, present, refer, systems, type Reference } from './build.ts';
import type { Resource } from './resource.ts';
import { author, practiceOrganization, practitioners } from './practice.ts';

/**
 * One patient's records as they are written down: hands out ids in NextGen's forms and points every record at the
 * patient. Ids are the last six digits of the patient's and a running number for the type, so they are the same in
 * every run.
 */
export class Chart {
  readonly patient: Reference;
  readonly records: Resource[] = [];
  readonly patientId: string;
  private readonly counts = new Map<string, number>();

  constructor(patientId: string) {
    this.patientId = patientId;
    this.patient = refer(`Patient/${patientId}`);
  }

  /**
   * Adds a record and returns it. `prefix` is NextGen's (`PT-` encounters, `PL-`/`HC-`/`ED-` conditions, `HX-`/`VS-`/
   * `LR-` observations, `PTP-` what their Provenance page calls patient treatment plans); `id` overrides the number. A body
   * that needs the id is a function of it.
   */
  add(resourceType: string, body: object | ((id: string) => object), prefix = '', id?: string): Resource {
    const count = (this.counts.get(resourceType) ?? 0) + 1;
    this.counts.set(resourceType, count);
    const number = id ?? `${this.patientId.slice(-6)}${String(count).padStart(4, '0')}`;
    const profiles = profilesOf[resourceType];
    const record: Resource = {
      resourceType,
      id: prefix + number,
      ...(profiles !== undefined && {
        meta: { profile: [`http://hl7.org/fhir/us/core/StructureDefinition/${profiles}`] },
      }),
      ...present(typeof body === 'function' ? (body as (id: string) => object)(prefix + number) : body),
    };
    this.records.push(record);
    return record;
  }

  all(): readonly Resource[] {
    return this.records;
  }
}

/** The profile NextGen's statement names for a type; its Patient carries no `meta`. */
const profilesOf: Readonly<Record<string, string>> = {
  AllergyIntolerance: 'us-core-allergyintolerance',
  CarePlan: 'us-core-careplan',
  CareTeam: 'us-core-careteam',
  Coverage: 'us-core-coverage',
  Device: 'us-core-implantable-device',
  DocumentReference: 'us-core-documentreference',
  Encounter: 'us-core-encounter',
  Goal: 'us-core-goal',
  Immunization: 'us-core-immunization',
  MedicationDispense: 'us-core-medicationdispense',
  MedicationRequest: 'us-core-medicationrequest',
  Procedure: 'us-core-procedure',
  Provenance: 'us-core-provenance',
  RelatedPerson: 'us-core-relatedperson',
  ServiceRequest: 'us-core-servicerequest',
  Specimen: 'us-core-specimen',
};

const participantTypes = {
  author: hl7Concept('provenance-participant-type', 'author', 'Author'),
  transmitter: concept(
    undefined,
    coding(
      'http://hl7.org/fhir/us/core/CodeSystem/us-core-provenance-participant-type',
      'transmitter',
      'Transmitter',
    ),
  ),
};

/**
 * Adds a Provenance (author and transmitter) for every record so far that says when it was recorded to the day or
 * closer. `together` makes one Provenance for all records of the same moment and author: for charts of thousands.
 */
export function provenance(chart: Chart, together = false): void {
  const groups = new Map<string, { targets: Reference[]; recorded: string; who: Reference }>();
  for (const [index, record] of chart.records.entries()) {
    const recorded = recordedOf(record);
    if (recorded === undefined || record.resourceType === 'Provenance') continue;
    const who = author(record);
    const key = together ? `${recorded} ${who.reference}` : String(index);
    const group = groups.get(key) ?? { targets: [], recorded, who };
    group.targets.push(refer(record));
    groups.set(key, group);
  }
  for (const { targets, recorded, who } of groups.values()) {
    const fromOutside = who.reference?.startsWith('Organization/') === true;
    chart.add('Provenance', {
      target: targets,
      recorded,
      agent: [
        {
          type: participantTypes.author,
          who,
          onBehalfOf: fromOutside ? who : refer(practiceOrganization, practiceOrganization.name),
        },
        { type: participantTypes.transmitter, who: refer(practiceOrganization, practiceOrganization.name) },
      ],
    });
  }
}

/** When a record was written, as an instant; a bare date counts as five in the afternoon, when the day's charts close. */
function recordedOf(record: Resource): string | undefined {
  const collection = record['period'] as { start?: string } | undefined;
  const moment = [
    record['issued'],
    record['recordedDate'],
    record['recorded'],
    record['authoredOn'],
    record['date'],
    record['statusDate'],
    record['occurrenceDateTime'],
    record['performedDateTime'],
    record['effectiveDateTime'],
    record['whenHandedOver'],
    record['startDate'],
    collection?.start,
  ].find((value): value is string => typeof value === 'string');
  // A part of a date is no moment, and a planned day is not when the plan was written.
  if (moment === undefined || moment.length < 10 || moment.slice(0, 10) > castToday) return undefined;
  return moment.length === 10 ? `${moment}T17:00:00-07:00` : moment;
}

export interface VisitOptions {
  /** The number without its prefix. */
  readonly id?: string;
  readonly end?: string;
  readonly status?: string;
  /** [code, display] of v3-ActCode; ambulatory unless told. */
  readonly class?: readonly [string, string];
  readonly reason?: string;
  readonly by?: Reference;
  readonly location?: Reference;
  readonly disposition?: readonly [string, string];
  readonly more?: object;
}

/** An encounter (`PT-…`). */
export function visit(chart: Chart, start: string, type: object, options: VisitOptions = {}): Resource {
  const [code, display] = options.class ?? ['AMB', 'ambulatory'];
  const by = options.by ?? practitioners.testing;
  const when = period(start, options.end);
  return chart.add(
    'Encounter',
    (id) => ({
      identifier: [
        { use: 'usual', system: 'urn:oid:2.16.840.1.113883.3.9999.1673497.2', value: id.slice('PT-'.length) },
      ],
      status: options.status ?? 'finished',
      class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code, display },
      type: [type],
      subject: chart.patient,
      participant: [
        {
          type: [hl7Concept('v3-ParticipationType', 'PPRF', 'primary performer')],
          period: when,
          individual: by,
        },
      ],
      period: when,
      ...(options.reason !== undefined && { reasonCode: [{ text: options.reason }] }),
      ...(options.disposition !== undefined && {
        hospitalization: {
          dischargeDisposition: hl7Concept('discharge-disposition', ...options.disposition),
        },
      }),
      location: [{ location: options.location ?? refer('Location/2000101', 'TESTFHIRAPI Family Medicine') }],
      ...options.more,
    }),
    'PT-',
    options.id,
  );
}

export const unknownCode = concept(undefined, coding(systems.absent, 'unknown', 'Unknown'));
