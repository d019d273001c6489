/** Who the chart is about, for banner, title and print: the identifiers a clinician checks before reading on. */
import { ageAt, agePhrase } from './age.ts';
import { ssn } from './code-systems.ts';
import { calendarDay, type FhirDateTime, isBefore, type When } from './dates.ts';
import type { Identifier } from './identifiers.ts';
import type { HumanName } from './names.ts';
import type { PatientRecord } from './patient.ts';
import { type Phrase, phrase, type Words } from './phrase.ts';

export interface BannerIdentity {
  /** As the EHR writes it, family name first. */
  readonly name: Words;
  /** What the person is called, where it differs from the name above. */
  readonly preferred: HumanName | undefined;
  readonly previous: readonly HumanName[];
  readonly birth: When | undefined;
  /** "45 years": today, or at death (`ageIsAtDeath`); undefined where it cannot be told. */
  readonly age: Phrase | undefined;
  readonly ageIsAtDeath: boolean;
  /** Sex as recorded. */
  readonly sex: Words | undefined;
  /** The chart number of an identifier, or the number the EHR shows; never made from the record's id. */
  readonly number: { readonly label: Phrase; readonly value: string } | undefined;
  readonly deceased: boolean;
  readonly died: When | undefined;
  readonly language: string | undefined;
  readonly interpreterNeeded: boolean;
}

/** `now` is the reader's clock: it decides "today" in the reader's own calendar. */
export function bannerIdentity(patient: PatientRecord, now: Date): BannerIdentity {
  const name = currentName(patient.names, now);
  const preferred = preferredName(patient.names, name, now);
  const { demographics } = patient;
  return {
    name: name?.familyFirst ?? phrase('patient.unnamed'),
    preferred,
    previous: patient.names.filter((one) => one !== name && isPrevious(one, now)),
    birth: patient.birthWhen,
    age: ageOf(patient, now),
    ageIsAtDeath: patient.deceased === true,
    sex: patient.gender ?? demographics.sex ?? demographics.birthSex,
    number: chartNumber(patient, now),
    deceased: patient.deceased === true,
    died: patient.died,
    language: (patient.languages.find((one) => one.preferred) ?? patient.languages[0])?.language.label,
    interpreterNeeded: demographics.interpreter === 'needed',
  };
}

const notForBanner: readonly (string | undefined)[] = ['nickname', 'anonymous', 'old', 'maiden', 'temp'];

/** The official name in force, else the usual one, else the first that is no former or nickname. */
function currentName(names: readonly HumanName[], now: Date): HumanName | undefined {
  const inForce = names.filter((name) => !isPrevious(name, now));
  const withUse = (use: string) => inForce.find((name) => name.use === use);
  const plain = inForce.find((name) => !notForBanner.includes(name.use));
  return withUse('official') ?? withUse('usual') ?? plain ?? inForce[0] ?? names[0];
}

function preferredName(names: readonly HumanName[], shown: HumanName | undefined, now: Date) {
  const inForce = names.filter((name) => name !== shown && !isPrevious(name, now));
  const called =
    inForce.find((name) => name.use === 'usual') ?? inForce.find((name) => name.use === 'nickname');
  return called?.familyFirst === shown?.familyFirst ? undefined : called;
}

function isPrevious(name: HumanName, now: Date): boolean {
  if (name.use === 'old' || name.use === 'maiden') return true;
  return name.period?.end !== undefined && isBefore(name.period.end, now);
}

/** The day the age is told for: today, or the day of death; undefined for a death at an unknown time. */
function ageDay({ deceased, died }: PatientRecord, now: Date): FhirDateTime | undefined {
  if (deceased !== true) return calendarDay(now);
  if (died === undefined || died.kind === 'text') return undefined;
  return died.kind === 'date' ? died.date : died.start;
}

function ageOf(patient: PatientRecord, now: Date): Phrase | undefined {
  const on = ageDay(patient, now);
  if (patient.birthDate === undefined || on === undefined) return undefined;
  const age = ageAt(patient.birthDate, on);
  return age === undefined ? undefined : agePhrase(age);
}

/** Numbers that name the person to others than the practice are no chart numbers. */
const otherNumbers = ['SS', 'SB', 'DL', 'PPN', 'NI', 'TAX', 'MB', 'SN', 'MC', 'MA', 'PHC', 'EN', 'NH', 'HC'];

/**
 * A medical record number; else a number of the practice that is not the record's id; else the EHR's own "Unique Id
 * for EHR", which is the id, under the plain label "No.". Old and ended identifiers are passed over.
 */
function chartNumber(patient: PatientRecord, now: Date): BannerIdentity['number'] {
  const usable = patient.identifiers.filter((one) => one.value !== undefined && isInForce(one, now));
  const record = usable.find((one) => isOfType(one, ['MR']));
  if (record?.value !== undefined) return { label: phrase('patient.chart-number'), value: record.value };
  const ofPractice = usable.filter((one) => !isOfType(one, otherNumbers) && one.system !== ssn);
  const id: unknown = patient.source.id;
  const own = ofPractice.find((one) => one.value !== id && isByPractice(one, patient));
  if (own?.value !== undefined) return { label: phrase('patient.chart-number'), value: own.value };
  const ehr = ofPractice.find((one) => one.value === id);
  return ehr?.value === undefined ? undefined : { label: phrase('patient.number'), value: ehr.value };
}

/** By HL7 table 0203, whichever of its addresses the system is given by. */
function isOfType(identifier: Identifier, codes: readonly string[]): boolean {
  return identifier.type?.codings.some(({ code }) => code !== undefined && codes.includes(code)) === true;
}

function isInForce(identifier: Identifier, now: Date): boolean {
  const end = identifier.period?.end;
  return identifier.use !== 'old' && (end === undefined || !isBefore(end, now));
}

/** Given by the chart's practice: the assigner is the managing organization, or that of the EHR's own number. */
function isByPractice(identifier: Identifier, patient: PatientRecord): boolean {
  const assigner = identifier.assignerReference;
  if (assigner === undefined) return false;
  const managing = (patient.source['managingOrganization'] as { reference?: unknown } | null | undefined)
    ?.reference;
  const ehr = patient.identifiers.find((one) => one.value === patient.source.id)?.assignerReference;
  return assigner === managing || assigner === ehr;
}
