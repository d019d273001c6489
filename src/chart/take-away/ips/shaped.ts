/** The two things that IPS wants in a shape of its own: what a patient's record must say, and how a device is used. */
import { asList, asText, type FhirResource } from '#fhir/json.ts';

const absent = (code: string): object => ({
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: code }],
});

/** A name and a birth date, or that they are not known (Patient-uv-ips). The rest as it came. */
export function patientForIps(patient: FhirResource): FhirResource {
  const hasBirth = asText(patient['birthDate']) !== undefined || patient['_birthDate'] !== undefined;
  const hasName = asList(patient['name']).length > 0;
  if (hasBirth && hasName) return patient;
  return {
    ...patient,
    ...(!hasName && { name: [{ _text: absent('unknown') }] }),
    ...(!hasBirth && { _birthDate: absent('unknown') }),
  };
}

/** IPS lists the use of a device, an EHR sends the device: since when it is used is not said. It has no id: its server knows none. */
export function deviceUse(device: FhirResource, patient: FhirResource): FhirResource {
  const inactive = device['status'] === 'inactive';
  const id = asText(device.id) ?? crypto.randomUUID();
  return {
    resourceType: 'DeviceUseStatement',
    status: inactive ? 'completed' : 'active',
    subject: { reference: `Patient/${String(patient.id)}` },
    _timingDateTime: absent('unknown'),
    device: { reference: `Device/${id}` },
  } as FhirResource;
}
