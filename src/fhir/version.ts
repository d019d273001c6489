/** The FHIR versions this app can read. Earlier ones are read in R4's elements (`earlier/as-r4.ts`). */
export type FhirVersion = 'DSTU2' | 'STU3' | 'R4';
