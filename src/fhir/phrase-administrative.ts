/** The phrases shared by all records, and of patient, allergies, problems, medications, immunizations and visits. */
import type { NoneKnown } from './none-known.ts';
import type { StatusCode } from './administrative-status.ts';
import type { PeriodUnit, TimingMoment } from './timing.ts';

type AgeUnit = 'days' | 'weeks' | 'months' | 'years';

type MarkPhrase =
  | 'entered-in-error'
  | 'unknown-modifier'
  | 'unconfirmed'
  | 'presumed'
  | 'provisional'
  | 'differential'
  | 'refuted'
  | 'patient-reported'
  | 'reported'
  | 'reported-by'
  | 'second-hand'
  | 'do-not-take'
  | 'intent-proposal'
  | 'intent-plan'
  | 'intent-option'
  | 'subpotent'
  | 'subpotent-because'
  | 'visit-cancelled'
  | NotHappened
  | `${NotHappened}-because`;

type NotHappened = 'not-done' | 'not-given' | 'not-taken' | 'not-dispensed' | 'stopped';

type EncounterClass =
  | 'AMB'
  | 'EMER'
  | 'FLD'
  | 'HH'
  | 'IMP'
  | 'ACUTE'
  | 'NONAC'
  | 'OBSENC'
  | 'PRENC'
  | 'SS'
  | 'VR';

export type AdministrativePhrase =
  | `mark.${MarkPhrase}`
  | `status.${StatusCode}`
  | `none-known.${NoneKnown}`
  | `age.${AgeUnit | `about-${AgeUnit}` | 'under-year' | 'under-month'}`
  | `sex.${'male' | 'female' | 'other' | 'unknown' | 'declined'}`
  | `patient.${'unnamed' | 'inactive' | 'replaced' | 'chart-number' | 'number' | 'interpreter-needed' | 'interpreter-not-needed'}`
  | `allergy.${'unnamed' | 'food' | 'medication' | 'environment' | 'biologic' | 'allergy' | 'intolerance'}`
  | `criticality.${'high' | 'low' | 'unable-to-assess'}`
  | `severity.${'severe' | 'moderate' | 'mild'}`
  | `problem.${'unnamed' | 'problem' | 'concern' | 'diagnosis' | 'unsorted'}`
  | `medication.${'unnamed' | 'request' | 'dispense' | 'administration' | 'statement'}`
  | `dosage.${'rate' | 'as-needed' | 'as-needed-for' | 'at-most'}`
  | `timing.${`per-${PeriodUnit}` | 'times' | 'for' | 'in-all' | TimingMoment}`
  | 'immunization.unnamed'
  | 'procedure.unnamed'
  | `encounter.${'unnamed' | EncounterClass}`
  | 'coverage.unnamed'
  | 'person.unnamed';
