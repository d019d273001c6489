/** References of the cast that lead nowhere on purpose, and why a real record has such. */
export const danglingReferences: Readonly<Record<string, string>> = {
  'Medication/555001': 'NextGen Office serves no Medication',
  'Practitioner/9999999': 'a practitioner who left and was purged',
  'Encounter/PT-00000000': 'an encounter merged away',
  'Observation/LR-0000000001': 'a result the laboratory withdrew',
  'http://terminology.hl7.org/CodeSystem/v3-NullFlavor':
    'seen from another NextGen server in place of an author',
  'https://elsewhere.example.invalid/fhir/Organization/1': 'an organization on another server',
  'urn:uuid:0d9c7d6e-3c1f-4c5e-9a44-5f3f0c0f9a11': 'an entry of the bundle it was imported from',
  'Binary/77001': 'NextGen Office serves no Binary',
};
