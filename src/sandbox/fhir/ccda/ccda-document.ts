import type { Access } from '#sandbox/fhir/access.ts';
import type { FhirResource } from '#sandbox/fhir/resource.ts';
import type { Store } from '#sandbox/fhir/store.ts';
import { allergySection, problemSection } from './conditions.ts';
import { encounterSection, planSection, procedureSection } from './events.ts';
import { statusOf } from './fields.ts';
import { headerXml } from './header.ts';
import { immunizationSection, medicationSection } from './medications.ts';
import { resultSection, socialHistorySection, vitalSignSection } from './observations.ts';
import { type SectionKind, sectionXml } from './section.ts';
import { element } from './xml.ts';

const sections: readonly SectionKind[] = [
  allergySection,
  medicationSection,
  problemSection,
  resultSection,
  vitalSignSection,
  immunizationSection,
  procedureSection,
  encounterSection,
  socialHistorySection,
  planSection,
];

export interface CcdaRequest {
  readonly patient: FhirResource;
  readonly store: Store;
  readonly access: Access;
  readonly now: number;
  /** Whether a record of this time belongs in, for the sections that have times. */
  inRange(time: unknown): boolean;
}

/**
 * A C-CDA R2.1 Continuity of Care Document of what the store has about one patient: narrative tables with coded
 * entries; a section without records says so (`nullFlavor`), one whose types the token does not reach is masked.
 * Records entered in error are left out, as an EHR's export leaves them out.
 */
export function ccdaDocument({ patient, store, access, now, inRange }: CcdaRequest): string {
  const body = sections.map((kind) => {
    const resources = kind.types
      .flatMap((type) => store.ofPatient(type, patient.id ?? ''))
      .filter((each) => !inError(each) && access.permits(each, 'read'))
      .filter((each) => kind.timeOf === undefined || inRange(kind.timeOf(each)));
    return sectionXml(kind, resources, !kind.types.some((type) => access.mayRead(type)));
  });
  const document = element(
    'ClinicalDocument',
    {
      xmlns: 'urn:hl7-org:v3',
      'xmlns:sdtc': 'urn:hl7-org:sdtc',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    headerXml(patient, store, now),
    element('component', {}, element('structuredBody', {}, ...body)),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${document}`;
}

function inError(resource: FhirResource): boolean {
  return [statusOf(resource), statusOf(resource, 'verificationStatus')].includes('entered-in-error');
}
