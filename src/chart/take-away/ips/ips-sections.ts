/**
 * The sections of an International Patient Summary (HL7 IPS 1.1 and 2.0, Composition-uv-ips): their LOINC codes, and
 * which records stand in each. Three are always there; the others where there is something to say.
 */
import { isCounted } from '#chart/kit/counted.ts';
import { latestPerTest } from '#fhir/laboratory.ts';
import type { MedicationRecord } from '#fhir/medications.ts';
import type { ObservationRecord } from '#fhir/observations.ts';
import type { ChartRecord } from '#fhir/record.ts';
import { latestVitals, type VitalRecord } from '#fhir/vitals.ts';
import type { SectionId } from '#i18n/en/sections.ts';
import { t } from '#i18n/translate.ts';
import type { ListedKindId } from '#chart/kit/take/chart-lists.ts';

export interface Picked {
  readonly records: readonly ChartRecord[];
  /** What is left out of them, and why. */
  readonly leftOut: readonly string[];
}

export interface IpsSection {
  readonly code: string;
  /** The LOINC long common name. */
  readonly display: string;
  readonly title:
    | 'ips.allergies'
    | 'ips.medications'
    | 'ips.problems'
    | 'ips.past-problems'
    | 'ips.immunizations'
    | 'ips.procedures'
    | 'ips.devices'
    | 'ips.results'
    | 'ips.vitals';
  readonly section: SectionId;
  readonly kind: ListedKindId;
  /** Kinds whose observations stand in it too. */
  readonly also?: readonly ListedKindId[];
  /** Whether it is there with nothing in it too. */
  readonly required: boolean;
  /** @param records of the kind, without those entered in error */
  readonly pick: (records: readonly ChartRecord[]) => Picked;
}

const every = (records: readonly ChartRecord[]): Picked => ({ records, leftOut: [] });

/** Statements ("no known problems") stand with the current ones. */
function current(records: readonly ChartRecord[], said: (n: number) => string): Picked {
  const kept = records.filter((record) => record.standing !== 'past' || !isCounted(record));
  const n = records.length - kept.length;
  return { records: kept, leftOut: n === 0 ? [] : [said(n)] };
}

const pastLeftOut = (n: number): string => t('paper.past-left-out', { n });

function medicines(records: readonly ChartRecord[]): Picked {
  const all = records as readonly MedicationRecord[];
  const prescribed = all.filter(({ form }) => form === 'request' || form === 'statement');
  const supply = all.length - prescribed.length;
  const picked = current(prescribed, pastLeftOut);
  const more = supply === 0 ? [] : [t('ips.supply-left-out', { n: supply })];
  return { ...picked, leftOut: [...picked.leftOut, ...more] };
}

function latest(all: readonly ChartRecord[], kept: readonly ChartRecord[]): Picked {
  const n = all.length - kept.length;
  return { records: kept, leftOut: n === 0 ? [] : [t('ips.latest', { n })] };
}

export const ipsSections: readonly IpsSection[] = [
  {
    code: '48765-2',
    display: 'Allergies and adverse reactions Document',
    title: 'ips.allergies',
    section: 'allergies',
    kind: 'allergies',
    required: true,
    // Past ones too: each says its own status, and a cured allergy is worth knowing.
    pick: every,
  },
  {
    code: '10160-0',
    display: 'History of Medication use Narrative',
    title: 'ips.medications',
    section: 'medications',
    kind: 'medications',
    required: true,
    pick: medicines,
  },
  {
    code: '11450-4',
    display: 'Problem list - Reported',
    title: 'ips.problems',
    section: 'problems',
    kind: 'problems',
    required: true,
    pick: (records) => current(records, (n) => t('ips.past-elsewhere', { n })),
  },
  {
    code: '11369-6',
    display: 'History of Immunization Narrative',
    title: 'ips.immunizations',
    section: 'immunizations',
    kind: 'immunizations',
    required: false,
    pick: every,
  },
  {
    code: '47519-4',
    display: 'History of Procedures Document',
    title: 'ips.procedures',
    section: 'procedures',
    kind: 'procedures',
    required: false,
    pick: every,
  },
  {
    code: '46264-8',
    display: 'History of medical device use',
    title: 'ips.devices',
    section: 'devices',
    kind: 'devices',
    required: false,
    pick: every,
  },
  {
    code: '30954-2',
    display: 'Relevant diagnostic tests/laboratory data Narrative',
    title: 'ips.results',
    section: 'results',
    kind: 'laboratory',
    // Reports for the results inside them.
    also: ['reports', 'tests', 'other'],
    required: false,
    pick: (records) => latest(records, latestPerTest(records as readonly ObservationRecord[])),
  },
  {
    code: '8716-3',
    display: 'Vital signs',
    title: 'ips.vitals',
    section: 'vitals',
    kind: 'vitals',
    required: false,
    pick: (records) =>
      latest(records, [
        ...new Set(latestVitals(records as readonly VitalRecord[]).flatMap((one) => one.records)),
      ]),
  },
  {
    code: '11348-0',
    display: 'History of Past illness Narrative',
    title: 'ips.past-problems',
    section: 'problems',
    kind: 'problems',
    required: false,
    pick: (records) => every(records.filter((record) => record.standing === 'past' && isCounted(record))),
  },
];
