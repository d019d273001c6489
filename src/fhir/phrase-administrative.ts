/** The phrases shared by all records, and of patient, allergies, problems, medications, immunizations and visits. */
type AgeUnit = 'days' | 'weeks' | 'months' | 'years';

export type AdministrativePhrase =
  | 'mark.entered-in-error'
  | 'mark.unknown-modifier'
  | `age.${AgeUnit | `about-${AgeUnit}` | 'under-year' | 'under-month'}`;
