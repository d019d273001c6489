/** Our words in records of `fhir/phrase-clinical.ts`. */
export const clinical = { 'mark.critical-high': 'Critical high', 'mark.critical-low': 'Critical low' } as const;
