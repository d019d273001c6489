/** What each kind of system answers, version by version: the types of a chart, in the order they are asked for. */
import type { KindId } from './plan.ts';
import { everyOtherType } from './plan-types.ts';
import type { FhirVersion } from './version.ts';

/** `office` and `enterprise`: NextGen's rules as its documents and recordings say; `us-core`: a plain server. */
export type SearchRules = 'office' | 'enterprise' | 'us-core';

/** A search of a type: the kinds its records are placed in, and what it needs. */
export interface PlannedType {
  readonly type: string;
  readonly kinds: readonly KindId[];
  /** The parameter that names the patient; `patient` where not said. */
  readonly by?: 'subject' | 'beneficiary';
  /** A category the search must name. */
  readonly category?: string;
  /** The status with which it is known to be refused without a valid category: there is nothing to fall back on. */
  readonly needsCategory?: 400 | 404;
  /** False where `_revinclude=Provenance:target` is not declared. */
  readonly provenance?: false;
  /** A server need not know the type. */
  readonly optional?: true;
  /** Not in the statement that the system publishes: a refusal says that it is not offered, whatever its words. */
  readonly unlisted?: true;
}

const observationKinds = ['laboratory', 'vitals', 'social-history', 'tests', 'other'] as const;

/**
 * The chart of NextGen Office in twenty requests, the first six being what a clinician looks at first. The rules are
 * its CapabilityStatement's and its OpenAPI file's: `patient` alone, CarePlan with its one category, no `_include`,
 * `_count` or `_sort` anywhere, `_revinclude` but on RelatedPerson and Specimen.
 */
const officeR4: readonly PlannedType[] = [
  { type: 'AllergyIntolerance', kinds: ['allergies'] },
  { type: 'Condition', kinds: ['problems'] },
  { type: 'MedicationRequest', kinds: ['medications'] },
  { type: 'Observation', kinds: observationKinds },
  { type: 'Encounter', kinds: ['encounters'] },
  { type: 'Immunization', kinds: ['immunizations'] },
  { type: 'DiagnosticReport', kinds: ['reports'] },
  { type: 'DocumentReference', kinds: ['documents'] },
  { type: 'Procedure', kinds: ['procedures'] },
  { type: 'CarePlan', kinds: ['care-plans'], category: 'assess-plan', needsCategory: 400 },
  { type: 'Goal', kinds: ['goals'] },
  { type: 'CareTeam', kinds: ['care-teams'] },
  { type: 'Device', kinds: ['devices'] },
  { type: 'Coverage', kinds: ['coverage'] },
  { type: 'MedicationDispense', kinds: ['medications'] },
  { type: 'MedicationAdministration', kinds: ['medications'] },
  { type: 'ServiceRequest', kinds: ['orders'] },
  { type: 'RelatedPerson', kinds: ['people'], provenance: false },
  { type: 'Specimen', kinds: ['specimens'], provenance: false },
];

/**
 * What the types of the R4 chart are called in STU3, and what only STU3 has. Nobody publishes what NextGen Office's R3
 * server answers: whatever it does not know is said to be not offered.
 */
function stu3Of(rows: readonly PlannedType[]): readonly PlannedType[] {
  return [
    ...rows.map(({ needsCategory: _unknown, ...row }): PlannedType => {
      if (row.type === 'ServiceRequest') return { ...row, type: 'ProcedureRequest', optional: true };
      // Its parameter is `beneficiary` in STU3.
      if (row.type === 'Coverage') return { ...row, by: 'beneficiary', optional: true };
      return row.type === 'RelatedPerson' || row.type === 'Specimen' ? { ...row, optional: true } : row;
    }),
    { type: 'MedicationStatement', kinds: ['medications'], provenance: false, optional: true },
    { type: 'ReferralRequest', kinds: ['orders'], provenance: false, optional: true },
  ];
}

/** DSTU2 knows no CareTeam and no Coverage by patient; its care team is a care plan (Argonaut). */
const dstu2: readonly PlannedType[] = [
  { type: 'AllergyIntolerance', kinds: ['allergies'] },
  { type: 'Condition', kinds: ['problems'] },
  { type: 'MedicationOrder', kinds: ['medications'] },
  { type: 'MedicationStatement', kinds: ['medications'], optional: true },
  { type: 'Observation', kinds: observationKinds },
  { type: 'Encounter', kinds: ['encounters'], optional: true },
  { type: 'Immunization', kinds: ['immunizations'] },
  { type: 'DiagnosticReport', kinds: ['reports'] },
  { type: 'DocumentReference', kinds: ['documents'] },
  { type: 'Procedure', kinds: ['procedures'] },
  { type: 'CarePlan', kinds: ['care-plans', 'care-teams'] },
  { type: 'Goal', kinds: ['goals'] },
  { type: 'Device', kinds: ['devices'] },
  { type: 'MedicationDispense', kinds: ['medications'], optional: true },
  { type: 'MedicationAdministration', kinds: ['medications'], optional: true },
  { type: 'DiagnosticOrder', kinds: ['orders'], optional: true },
  { type: 'ProcedureRequest', kinds: ['orders'], optional: true },
  { type: 'ReferralRequest', kinds: ['orders'], optional: true },
  { type: 'RelatedPerson', kinds: ['people'], provenance: false, optional: true },
  { type: 'Specimen', kinds: ['specimens'], provenance: false, optional: true },
];

/** Every category of FHIR R4's `observation-category` and of US Core, with the kinds its records are placed in. */
const observationCategories: readonly (readonly [category: string, ...kinds: KindId[]])[] = [
  ['laboratory', 'laboratory'],
  ['vital-signs', 'vitals'],
  ['social-history', 'social-history'],
  ['survey', 'social-history'],
  ['sdoh', 'social-history'],
  ['functional-status', 'social-history'],
  ['disability-status', 'social-history'],
  ['cognitive-status', 'social-history'],
  ['imaging', 'tests'],
  // US Core 6.1 clinical results, whose profile NextGen Enterprise's statement lists.
  ['clinical-test', 'tests'],
  ['procedure', 'tests'],
  ['exam', 'tests'],
  ['therapy', 'tests'],
  ['activity', 'tests'],
];

/** One search a category in place of the one for observations. */
function byCategory(rows: readonly PlannedType[], categories: typeof observationCategories) {
  return rows.flatMap((row): readonly PlannedType[] =>
    row.type === 'Observation'
      ? categories.map(([category, ...kinds], at) => ({
          ...row,
          category,
          kinds,
          ...(at > 2 && { optional: true as const }),
        }))
      : [row],
  );
}

/**
 * NextGen Enterprise R4: the types of its CapabilityStatement, within what it was recorded to refuse: observations
 * without a category (400), care plans without a valid one (404). Its statement lists `_revinclude` for specimens, and
 * not for medication statements; it does not list ExplanationOfBenefit, whose scope it knows.
 */
const enterpriseR4: readonly PlannedType[] = byCategory(
  [
    ...officeR4
      .filter(({ type }) => type !== 'MedicationAdministration' && type !== 'Specimen')
      .map((row): PlannedType => {
        if (row.type === 'CarePlan') return { ...row, needsCategory: 404 };
        return row.type === 'Observation' ? { ...row, needsCategory: 400 } : row;
      }),
    { type: 'Specimen', kinds: ['specimens'] },
    { type: 'MedicationStatement', kinds: ['medications'], provenance: false, optional: true },
    { type: 'QuestionnaireResponse', kinds: ['social-history'], optional: true },
    { type: 'ExplanationOfBenefit', kinds: ['other'], provenance: false, optional: true, unlisted: true },
  ],
  observationCategories,
);

/** DSTU2's own `observation-category`. */
const dstu2Categories = new Set([
  'laboratory',
  'vital-signs',
  'social-history',
  'survey',
  'imaging',
  'procedure',
  'exam',
  'therapy',
]);

/** NextGen Enterprise DSTU2 publishes nothing: what Argonaut asks of such a server. */
const enterpriseDstu2: readonly PlannedType[] = byCategory(
  dstu2.flatMap((row): readonly PlannedType[] =>
    row.type === 'CarePlan'
      ? [
          { ...row, kinds: ['care-plans'], category: 'assess-plan' },
          { ...row, kinds: ['care-teams'], category: 'careteam' },
        ]
      : [row],
  ),
  observationCategories.filter(([category]) => dstu2Categories.has(category)),
).map((row) => ({ ...row, provenance: false }));

/** A plain server of the chart's types: CarePlan whole. */
function plain(rows: readonly PlannedType[]): readonly PlannedType[] {
  return rows.map(({ category: _category, needsCategory: _needed, ...row }) => row);
}

/** A plain US Core R4 server: what US Core leaves optional after the rest, then every other type of R4. */
const usCoreR4: readonly PlannedType[] = [
  ...plain(officeR4),
  { type: 'MedicationStatement', kinds: ['medications'], provenance: false, optional: true },
  { type: 'QuestionnaireResponse', kinds: ['social-history'], optional: true },
  { type: 'ImagingStudy', kinds: ['tests'], provenance: false, optional: true },
  { type: 'DeviceRequest', kinds: ['orders'], provenance: false, optional: true },
  ...everyOtherType.map(({ type, by }): PlannedType => ({
    type,
    kinds: ['other'],
    ...(by && { by }),
    provenance: false,
    optional: true,
  })),
];

/** Types of the earlier versions that no section is named after. */
const otherEarlier: readonly PlannedType[] = (
  [
    'QuestionnaireResponse',
    'ImagingStudy',
    'FamilyMemberHistory',
    'ClinicalImpression',
    'Flag',
    'List',
  ] as const
).map((type) => ({
  type,
  kinds: [type === 'QuestionnaireResponse' ? 'social-history' : type === 'ImagingStudy' ? 'tests' : 'other'],
  provenance: false,
  optional: true,
}));

const rows: Readonly<Record<SearchRules, Readonly<Record<FhirVersion, readonly PlannedType[]>>>> = {
  office: { R4: officeR4, STU3: stu3Of(officeR4), DSTU2: dstu2 },
  // There is no STU3 server of NextGen Enterprise.
  enterprise: { R4: enterpriseR4, STU3: stu3Of(officeR4), DSTU2: enterpriseDstu2 },
  'us-core': {
    R4: usCoreR4,
    STU3: [...stu3Of(plain(officeR4)), ...otherEarlier],
    DSTU2: [...dstu2, ...otherEarlier],
  },
};

/** The searches of a chart on a system's rules, in the version it speaks, but for the patient's own. */
export function typesOf(rules: SearchRules, version: FhirVersion): readonly PlannedType[] {
  return rows[rules][version];
}
