/** The FHIR versions this app can read; each record kind has one reader for each (exhaustive by type). */
export type FhirVersion = 'R4';
