import { r4Types } from './r4-types.ts';

/** The FHIR versions that `--data` may hold, as a path names them. */
export type DataVersion = 'r4' | 'stu3' | 'dstu2';

/** What a CapabilityStatement (or Conformance) says of itself. */
export const fhirVersions: Readonly<Record<DataVersion, string>> = {
  r4: '4.0.1',
  stu3: '3.0.2',
  dstu2: '1.0.2',
};

const stu3Only =
  'BodySite DataElement DeviceComponent EligibilityRequest EligibilityResponse ExpansionProfile';
const bothEarlier =
  'ImagingManifest ProcedureRequest ProcessRequest ProcessResponse ReferralRequest Sequence';
const dstu2Only =
  'Conformance DeviceUseRequest DiagnosticOrder ImagingObjectSelection MedicationOrder Order OrderResponse';

/** Types of the versions before R4 that R4 no longer has. */
const earlierTypes = `${stu3Only} ${bothEarlier} ${dstu2Only} ServiceDefinition`.split(' ');

/** The types that a base of this version knows. */
export function typesOf(version: DataVersion): ReadonlySet<string> {
  return version === 'r4' ? r4Types : new Set([...r4Types, ...earlierTypes]);
}
