/** What each kind of system answers, version by version: the types of a chart, in the order they are asked for. */
import type { KindId } from './plan.ts';
import { otherTypesOf } from './plan-types.ts';
import type { FhirVersion } from './version.ts';

/** `office` and `enterprise`: NextGen's rules as its documents and recordings say; `us-core`: a plain server. */
export type SearchRules = 'office' | 'enterprise' | 'us-core';

/** A search of a type: the kinds its records are placed in, and what it needs. */
export interface PlannedType {
  readonly type: string;
  readonly kinds: readonly KindId[];
  /** The parameter that names the patient; `patient` where not said. */
  readonly by?: 'subject' | 'beneficiary';
  /** What names the patient where `by` is refused (400): tried once. */
  readonly orBy?: 'patient';
  /** A category the search must name. */
  readonly category?: string;
  /** The status with which it is known to be refused without a valid category: there is nothing to fall back on. */
  readonly needsCategory?: 400 | 404;
  /** A 404 may be about the category, beside the 400 that always may: it is tried once without, and no missing type. */
  readonly guessedCategory?: 404;
  /** False where `_revinclude=Provenance:target` is not declared. */
  readonly provenance?: false;
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

/** Asked for after the rest; a server need not know it, nor have where its records come from. */
function further(kind: KindId, ...types: readonly string[]): readonly PlannedType[] {
  return types.map((type) => ({ type, kinds: [kind], provenance: false }));
}

/** What the earlier versions have beside the chart's own types. */
const beside: readonly PlannedType[] = [
  ...further('social-history', 'QuestionnaireResponse'),
  ...further('tests', 'ImagingStudy'),
];
/** Of the other records, those that a chart is most likely to hold: what a server without a list of its types is asked for. */
const likely = further('other', 'FamilyMemberHistory', 'ClinicalImpression', 'Flag', 'List');

function everyOther(version: FhirVersion): readonly PlannedType[] {
  return otherTypesOf(version).flatMap(({ type, by }) =>
    further('other', type).map((row) => ({ ...row, ...(by && { by }) })),
  );
}

/**
 * What the types of the R4 chart are called in STU3, and what only STU3 has. Nobody publishes what NextGen Office's R3
 * server answers: whatever it does not know is said to be not offered.
 */
function stu3Of(rows: readonly PlannedType[]): readonly PlannedType[] {
  return [
    ...rows.map(({ needsCategory: _unknown, ...row }): PlannedType => {
      if (row.type === 'ServiceRequest') return { ...row, type: 'ProcedureRequest' };
      // Its parameter is `beneficiary` in STU3, and `patient` in NextGen's R4.
      return row.type === 'Coverage' ? { ...row, by: 'beneficiary', orBy: 'patient' } : row;
    }),
    ...further('medications', 'MedicationStatement'),
    ...further('orders', 'ReferralRequest'),
  ];
}

/**
 * DSTU2 knows no CareTeam: its care team is a care plan (Argonaut). Nor does it define a parameter by which Coverage is
 * searched for a patient: it is asked for by the name that NextGen's R4 has for it.
 */
const dstu2: readonly PlannedType[] = [
  { type: 'AllergyIntolerance', kinds: ['allergies'] },
  { type: 'Condition', kinds: ['problems'] },
  { type: 'MedicationOrder', kinds: ['medications'] },
  { type: 'MedicationStatement', kinds: ['medications'] },
  { type: 'Observation', kinds: observationKinds },
  { type: 'Encounter', kinds: ['encounters'] },
  { type: 'Immunization', kinds: ['immunizations'] },
  { type: 'DiagnosticReport', kinds: ['reports'] },
  { type: 'DocumentReference', kinds: ['documents'] },
  { type: 'Procedure', kinds: ['procedures'] },
  { type: 'CarePlan', kinds: ['care-plans', 'care-teams'] },
  { type: 'Goal', kinds: ['goals'] },
  { type: 'Device', kinds: ['devices'] },
  { type: 'Coverage', kinds: ['coverage'] },
  { type: 'MedicationDispense', kinds: ['medications'] },
  { type: 'MedicationAdministration', kinds: ['medications'] },
  { type: 'DiagnosticOrder', kinds: ['orders'] },
  { type: 'ProcedureRequest', kinds: ['orders'] },
  { type: 'ReferralRequest', kinds: ['orders'] },
  { type: 'RelatedPerson', kinds: ['people'], provenance: false },
  { type: 'Specimen', kinds: ['specimens'], provenance: false },
];

/**
 * Every category of FHIR R4's `observation-category` and of US Core 6.1, with the kinds its records are placed in. What
 * is left out, and why: `observation-category.test.ts`.
 */
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
      ? categories.map(([category, ...kinds]) => ({ ...row, category, kinds }))
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
    ...further('medications', 'MedicationStatement'),
    { type: 'QuestionnaireResponse', kinds: ['social-history'] },
    ...further('other', 'ExplanationOfBenefit'),
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

/** NextGen Enterprise DSTU2 publishes nothing: what Argonaut asks of such a server, then what it may have beside. */
const enterpriseDstu2: readonly PlannedType[] = byCategory(
  [...dstu2, ...beside, ...likely].flatMap((row): readonly PlannedType[] =>
    row.type === 'CarePlan'
      ? [
          { ...row, kinds: ['care-plans'], category: 'assess-plan', guessedCategory: 404 },
          { ...row, kinds: ['care-teams'], category: 'careteam', guessedCategory: 404 },
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
  ...further('medications', 'MedicationStatement'),
  { type: 'QuestionnaireResponse', kinds: ['social-history'] },
  ...further('tests', 'ImagingStudy'),
  ...further('orders', 'DeviceRequest'),
  ...everyOther('R4'),
];

const rows: Readonly<Record<SearchRules, Readonly<Record<FhirVersion, readonly PlannedType[]>>>> = {
  office: {
    R4: officeR4,
    // Its sign-in server has a scope for ExplanationOfBenefit, which its R4 does not serve.
    STU3: [...stu3Of(officeR4), ...beside, ...further('other', 'ExplanationOfBenefit'), ...likely],
    DSTU2: [...dstu2, ...beside, ...likely],
  },
  // There is no STU3 server of NextGen Enterprise.
  enterprise: { R4: enterpriseR4, STU3: stu3Of(officeR4), DSTU2: enterpriseDstu2 },
  'us-core': {
    R4: usCoreR4,
    STU3: [
      ...stu3Of(plain(officeR4)),
      ...beside,
      ...further('orders', 'DeviceRequest'),
      ...everyOther('STU3'),
    ],
    DSTU2: [...dstu2, ...beside, ...further('orders', 'DeviceUseRequest'), ...everyOther('DSTU2')],
  },
};

/** The searches of a chart on a system's rules, in the version it speaks, but for the patient's own. */
export function typesOf(rules: SearchRules, version: FhirVersion): readonly PlannedType[] {
  return rows[rules][version];
}
