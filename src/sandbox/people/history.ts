import {
  annotation,
  at,
  coding,
  concept,
  hl7Code,
  hl7Concept,
  narrative,
  period,
  refer,
  systems,
  type Concept,
  type Coding,
  type Reference,
} from './build.ts';
import type { Chart } from './chart.ts';
import { locations, practiceOrganization, practitioners } from './practice.ts';
import type { Resource } from './resource.ts';

/** Records of a chart that are neither values nor medications: allergies, problems, vaccines, procedures, plans … */

export interface AllergyOptions {
  readonly status?: 'active' | 'inactive' | 'resolved' | 'none';
  readonly verification?: string;
  readonly criticality?: 'low' | 'high' | 'unable-to-assess';
  readonly category?: 'food' | 'medication' | 'environment' | 'biologic';
  readonly type?: 'allergy' | 'intolerance';
  /** Each: what happened, how bad, extra members. */
  readonly reactions?: readonly (readonly [
    Concept | readonly Concept[],
    ('mild' | 'moderate' | 'severe')?,
    object?,
  ])[];
  readonly onset?: string;
  readonly recorded?: string;
  readonly note?: string;
  readonly more?: object;
}

export function allergy(chart: Chart, substance: Concept, options: AllergyOptions = {}): Resource {
  const { status = 'active', verification = 'confirmed', reactions } = options;
  return chart.add('AllergyIntolerance', {
    clinicalStatus: status === 'none' ? undefined : statusConcept('allergyintolerance-clinical', status),
    verificationStatus: statusConcept('allergyintolerance-verification', verification),
    type: options.type,
    category: options.category === undefined ? undefined : [options.category],
    criticality: options.criticality,
    code: substance,
    patient: chart.patient,
    onsetDateTime: options.onset,
    recordedDate: options.recorded === undefined ? undefined : at(options.recorded),
    recorder: practitioners.testing,
    note: options.note === undefined ? undefined : [annotation(options.note)],
    reaction: reactions?.map(([manifestation, severity, more]) => ({
      manifestation: [manifestation].flat(),
      ...(severity !== undefined && { severity }),
      ...more,
    })),
    ...options.more,
  });
}

function statusConcept(system: string, code: string): Concept {
  const word = code.charAt(0).toUpperCase() + code.slice(1).replaceAll('-', ' ');
  return concept(word, hl7Code(system, code, word));
}

export interface ConditionOptions {
  readonly status?: 'active' | 'recurrence' | 'relapse' | 'inactive' | 'remission' | 'resolved' | 'none';
  readonly verification?: string;
  readonly onset?: string;
  readonly abatement?: string;
  readonly recorded?: string;
  readonly encounter?: Resource;
  readonly severity?: Concept;
  readonly note?: string;
  /** Further categories, such as `sdoh`. */
  readonly categories?: readonly Coding[];
  readonly more?: object;
}

const conditionKinds = {
  PL: [
    'condition-category',
    'problem-list-item',
    'Problem List Item',
    'us-core-condition-problems-health-concerns',
  ],
  ED: [
    'condition-category',
    'encounter-diagnosis',
    'Encounter Diagnosis',
    'us-core-condition-encounter-diagnosis',
  ],
  HC: ['', 'health-concern', 'Health Concern', 'us-core-condition-problems-health-concerns'],
} as const;

/** A problem (`PL-`), health concern (`HC-`) or encounter diagnosis (`ED-`). */
export function condition(
  chart: Chart,
  kind: 'PL' | 'HC' | 'ED',
  code: Concept,
  options: ConditionOptions = {},
): Resource {
  const [system, category, display, profile] = conditionKinds[kind];
  const { status = 'active', verification = 'confirmed' } = options;
  const usCoreCategories = 'http://hl7.org/fhir/us/core/CodeSystem/condition-category';
  return chart.add(
    'Condition',
    {
      meta: { profile: [`http://hl7.org/fhir/us/core/StructureDefinition/${profile}`] },
      extension:
        options.recorded === undefined
          ? undefined
          : [
              {
                url: 'http://hl7.org/fhir/StructureDefinition/condition-assertedDate',
                valueDateTime: options.recorded.slice(0, 10),
              },
            ],
      clinicalStatus: status === 'none' ? undefined : statusConcept('condition-clinical', status),
      verificationStatus: statusConcept('condition-ver-status', verification),
      category: [
        concept(
          display,
          system === '' ? coding(usCoreCategories, category, display) : hl7Code(system, category, display),
        ),
        ...(options.categories ?? []).map((each) => concept(undefined, each)),
      ],
      severity: options.severity,
      code,
      subject: chart.patient,
      encounter: options.encounter === undefined ? undefined : refer(options.encounter),
      onsetDateTime: options.onset,
      abatementDateTime: options.abatement,
      recordedDate: options.recorded === undefined ? undefined : at(options.recorded),
      recorder: practitioners.testing,
      note: options.note === undefined ? undefined : [annotation(options.note)],
      ...options.more,
    },
    `${kind}-`,
  );
}

export const sdohCategory = coding('http://hl7.org/fhir/us/core/CodeSystem/us-core-category', 'sdoh', 'SDOH');

export interface VaccineOptions {
  readonly status?: 'completed' | 'not-done' | 'entered-in-error';
  readonly reason?: Concept;
  readonly lot?: string;
  readonly dose?: string;
  readonly site?: readonly [string, string];
  readonly reported?: boolean;
  readonly more?: object;
}

export function immunization(
  chart: Chart,
  vaccine: readonly [code: string, name: string],
  date: string,
  options: VaccineOptions = {},
): Resource {
  const given = options.status === undefined || options.status === 'completed';
  return chart.add('Immunization', {
    status: options.status ?? 'completed',
    statusReason: options.reason,
    vaccineCode: concept(vaccine[1], coding(systems.cvx, vaccine[0], vaccine[1])),
    patient: chart.patient,
    occurrenceDateTime: at(date),
    primarySource: options.reported !== true,
    reportOrigin:
      options.reported === true ? hl7Concept('immunization-origin', 'record', 'Written Record') : undefined,
    location: given && options.reported !== true ? locations.practice : undefined,
    lotNumber: options.lot,
    site: options.site === undefined ? undefined : hl7Concept('v3-ActSite', ...options.site),
    route:
      given && options.reported !== true
        ? hl7Concept('v3-RouteOfAdministration', 'IM', 'Injection, intramuscular')
        : undefined,
    doseQuantity:
      options.dose === undefined
        ? undefined
        : { value: Number(options.dose), unit: 'mL', system: systems.ucum, code: 'mL' },
    performer:
      given && options.reported !== true
        ? [{ function: hl7Concept('v2-0443', 'AP', 'Administering Provider'), actor: practitioners.nurse }]
        : undefined,
    ...options.more,
  });
}

export function procedure(
  chart: Chart,
  code: Concept,
  performed: string | object | undefined,
  more: object = {},
): Resource {
  return chart.add('Procedure', {
    status: 'completed',
    code,
    subject: chart.patient,
    ...(typeof performed === 'string' ? { performedDateTime: at(performed) } : performed),
    ...more,
  });
}

/** Assessment and plan of treatment: narrative, as NextGen sends it. */
export function assessAndPlan(chart: Chart, markup: string, date: string, more: object = {}): Resource {
  return chart.add(
    'CarePlan',
    {
      text: narrative('additional', markup),
      status: 'active',
      intent: 'plan',
      category: [
        concept(
          'Assessment and Plan of Treatment',
          coding(
            'http://hl7.org/fhir/us/core/CodeSystem/careplan-category',
            'assess-plan',
            'Assessment and Plan of Treatment',
          ),
        ),
      ],
      title: 'Assessment and plan',
      subject: chart.patient,
      period: period(date),
      created: at(date),
      author: practitioners.testing,
      ...more,
    },
    'PTP-',
  );
}

export interface GoalOptions {
  readonly status?: string;
  readonly achievement?: readonly [string, string];
  readonly start?: string;
  readonly target?: object;
  readonly more?: object;
}
export function goal(chart: Chart, description: Concept, options: GoalOptions = {}): Resource {
  return chart.add('Goal', {
    lifecycleStatus: options.status ?? 'active',
    achievementStatus:
      options.achievement === undefined ? undefined : hl7Concept('goal-achievement', ...options.achievement),
    description,
    subject: chart.patient,
    startDate: options.start,
    statusDate: options.start,
    target: options.target === undefined ? undefined : [options.target],
    expressedBy: practitioners.testing,
    ...options.more,
  });
}

export function careTeam(
  chart: Chart,
  name: string,
  members: readonly (readonly [role: Concept, member: Reference, onBehalfOf?: Reference])[],
  more: object = {},
): Resource {
  return chart.add('CareTeam', {
    status: 'active',
    name,
    subject: chart.patient,
    participant: members.map(([role, member, onBehalfOf]) => ({
      role: [role],
      member,
      ...(onBehalfOf !== undefined && { onBehalfOf }),
    })),
    managingOrganization: [refer(practiceOrganization, practiceOrganization.name)],
    ...more,
  });
}

export interface CoverageOptions {
  readonly payer: Resource & { name: string };
  readonly memberId: string;
  readonly type: readonly [code: string, display: string];
  readonly relationship?: readonly [string, string];
  readonly group?: readonly [value: string, name: string];
  readonly plan?: readonly [value: string, name: string];
  readonly start: string;
  readonly end?: string;
  readonly more?: object;
}
export function coverage(chart: Chart, options: CoverageOptions): Resource {
  const classes = (
    [
      ['group', options.group],
      ['plan', options.plan],
    ] as const
  ).flatMap(([kind, each]) =>
    each === undefined ? [] : [{ type: hl7Concept('coverage-class', kind), value: each[0], name: each[1] }],
  );
  return chart.add('Coverage', {
    identifier: [{ type: hl7Concept('v2-0203', 'MB', 'Member Number'), value: options.memberId }],
    status: options.end === undefined ? 'active' : 'cancelled',
    type: concept(options.type[1], coding('https://nahdo.org/sopt', options.type[0], options.type[1])),
    subscriberId: options.memberId,
    beneficiary: chart.patient,
    relationship: hl7Concept(
      'subscriber-relationship',
      ...(options.relationship ?? (['self', 'Self'] as const)),
    ),
    period: period(options.start, options.end),
    payor: [refer(options.payer, options.payer.name)],
    class: classes.length === 0 ? undefined : classes,
    ...options.more,
  });
}

/** An order or referral. */
export function order(chart: Chart, code: Concept, authored: string, more: object = {}): Resource {
  return chart.add('ServiceRequest', {
    status: 'active',
    intent: 'order',
    category: [concept('Laboratory procedure', coding(systems.snomed, '108252007', 'Laboratory procedure'))],
    code,
    subject: chart.patient,
    authoredOn: at(authored),
    requester: practitioners.testing,
    ...more,
  });
}
export const orderCategories = {
  imaging: concept('Imaging', coding(systems.snomed, '363679005', 'Imaging')),
  referral: concept('Referral', coding(systems.snomed, '3457005', 'Patient referral')),
  counselling: concept('Counselling', coding(systems.snomed, '409063005', 'Counselling')),
  procedure: concept('Surgical procedure', coding(systems.snomed, '387713003', 'Surgical procedure')),
} as const;
