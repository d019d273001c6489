import { at, coding, concept, hl7Concept, loinc, period, refer, type Concept } from './build.ts';
import type { Chart } from './chart.ts';
import type { Attachment } from './documents.ts';
import { imagingCenter, practiceOrganization, practitioners } from './practice.ts';
import type { Resource } from './resource.ts';

export const noteTypes = {
  progress: loinc('11506-3', 'Progress note'),
  consultation: loinc('11488-4', 'Consult note', 'Consultation note'),
  history: loinc('34117-2', 'History and physical note'),
  discharge: loinc('18842-5', 'Discharge summary'),
  procedure: loinc('28570-0', 'Procedure note'),
  imaging: loinc('18748-4', 'Diagnostic imaging study', 'Imaging report'),
  pathology: loinc('11526-1', 'Pathology study', 'Pathology report'),
  laboratory: loinc('11502-2', 'Laboratory report'),
  telephone: loinc('34748-4', 'Telephone encounter Note', 'Telephone note'),
  nursing: loinc('34746-8', 'Nurse Note', 'Nurse note'),
  referral: loinc('57133-1', 'Referral note', 'Referral letter'),
  emergency: loinc('34111-5', 'Emergency department Note', 'Emergency department note'),
  directive: loinc('42348-3', 'Advance healthcare directives', 'Advance directive'),
} as const satisfies Record<string, Concept>;

/** A clinical note with its content inline: the only category of documents NextGen Office serves. */
export function note(
  chart: Chart,
  type: Concept,
  date: string,
  attachments: readonly Attachment[],
  options: { readonly encounter?: Resource; readonly author?: object; readonly more?: object } = {},
): Resource {
  const when = period(date);
  return chart.add('DocumentReference', (id) => ({
    identifier: [{ system: 'urn:oid:2.16.840.1.113883.3.9999.1673497.7', value: `DOC-${id}` }],
    status: 'current',
    docStatus: 'final',
    type,
    category: [
      concept(
        'Clinical Note',
        coding(
          'http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category',
          'clinical-note',
          'Clinical Note',
        ),
      ),
    ],
    subject: chart.patient,
    date: at(date),
    author: [options.author ?? practitioners.testing],
    custodian: refer(practiceOrganization, practiceOrganization.name),
    content: attachments.map((attachment) => ({
      attachment,
      format: coding(
        'http://ihe.net/fhir/ihe.formatcode.fhir/CodeSystem/formatcode',
        'urn:ihe:iti:xds:2017:mimeTypeSufficient',
        'mimeType Sufficient',
      ),
    })),
    context: {
      ...(options.encounter !== undefined && { encounter: [refer(options.encounter)] }),
      period: when,
    },
    ...options.more,
  }));
}

/** A report of an examination other than laboratory: imaging, cardiology, pathology; with text or a document. */
export function report(
  chart: Chart,
  category: 'radiology' | 'cardiology' | 'pathology',
  code: Concept,
  when: string,
  options: {
    readonly conclusion?: string;
    readonly attachments?: readonly Attachment[];
    readonly results?: readonly Resource[];
    readonly encounter?: Resource;
    readonly more?: object;
  } = {},
): Resource {
  const categories = {
    radiology: ['LP29684-5', 'Radiology'],
    cardiology: ['LP29708-2', 'Cardiology'],
    pathology: ['LP7839-6', 'Pathology'],
  } as const;
  const radiology = category === 'radiology';
  return chart.add('DiagnosticReport', {
    meta: { profile: ['http://hl7.org/fhir/us/core/StructureDefinition/us-core-diagnosticreport-note'] },
    status: 'final',
    category: [
      concept(
        categories[category][1],
        coding('http://loinc.org', categories[category][0], categories[category][1]),
      ),
      ...(radiology ? [hl7Concept('v2-0074', 'RAD', 'Radiology')] : []),
    ],
    code,
    subject: chart.patient,
    encounter: options.encounter === undefined ? undefined : refer(options.encounter),
    effectiveDateTime: at(when),
    issued: at(when.length === 10 ? `${when}T16:30` : when),
    performer: [radiology ? refer(imagingCenter, imagingCenter.name) : practitioners.testing],
    resultsInterpreter: [radiology ? practitioners.radiologist : practitioners.testing],
    result: options.results?.map((each) => refer(each)),
    conclusion: options.conclusion,
    presentedForm: options.attachments,
    ...options.more,
  });
}
