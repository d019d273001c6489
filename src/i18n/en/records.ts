/** Our words in records of `fhir/phrase-administrative.ts`. */
export const records = {
  'mark.entered-in-error': 'Entered in error',
  'mark.unknown-modifier': 'Carries a modifier this app does not know: read the raw record',
} as const;
