/**
 * NextGen's route for the whole record as one C-CDA document: `…/api/ccda?patient={id}&date=`, beside the FHIR base. It
 * is one of the system's document addresses (registry, `documents`): the one whose path ends in `ccda`. What a date would
 * do there is not documented, so none is given.
 */
export function ccdaAddress(documents: readonly string[], patientId: string): string | undefined {
  const route = documents.find((prefix) => new URL(prefix).pathname.replace(/\/+$/, '').endsWith('/ccda'));
  if (route === undefined) return undefined;
  const url = new URL(route);
  url.searchParams.set('patient', patientId);
  url.searchParams.set('date', '');
  return url.href;
}
