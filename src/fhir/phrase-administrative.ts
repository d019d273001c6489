/** The phrases shared by all records, and of patient, allergies, problems, medications, immunizations and visits. */
export type AdministrativePhrase = 'mark.entered-in-error' | 'mark.unknown-modifier';
