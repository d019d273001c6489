import { referenceTarget } from '#sandbox/fhir/reference-target.ts';
import { type FhirResource, objectsOf, own, textOf, valuesAt } from '#sandbox/fhir/resource.ts';
import type { Store } from '#sandbox/fhir/store.ts';
import { codeElement, firstText, fixedCode } from './fields.ts';
import { element, hl7Time, recordId, templateId, textElement, timeElement } from './xml.ts';

type Part = Readonly<Record<string, unknown>>;

const unknownAddress = element('addr', { nullFlavor: 'UNK' });
const unknownTelecom = element('telecom', { nullFlavor: 'UNK' });

/** The US Realm header of a Continuity of Care Document (C-CDA R2.1 §1.1, §1.2). */
export function headerXml(patient: FhirResource, store: Store, now: number): string {
  const time = new Date(now).toISOString();
  const organization = organizationOf(patient, store);
  return (
    element('realmCode', { code: 'US' }) +
    element('typeId', { root: '2.16.840.1.113883.1.3', extension: 'POCD_HD000040' }) +
    templateId('2.16.840.1.113883.10.20.22.1.1', '2015-08-01') +
    templateId('2.16.840.1.113883.10.20.22.1.2', '2015-08-01') +
    recordId(`ccd-${patient.id}-${hl7Time(time) ?? ''}`) +
    fixedCode('code', '34133-9', 'LOINC', 'Summary of episode note') +
    textElement('title', 'Continuity of Care Document') +
    timeElement(time) +
    element('confidentialityCode', { code: 'N', codeSystem: '2.16.840.1.113883.5.25' }) +
    element('languageCode', { code: 'en-US' }) +
    recordTarget(patient, organization) +
    author(time, organization) +
    custodian(organization) +
    element(
      'documentationOf',
      { typeCode: 'DOC' },
      element(
        'serviceEvent',
        { classCode: 'PCPR' },
        element('effectiveTime', {}, timeElement(patient['birthDate'], 'low'), timeElement(time, 'high')),
      ),
    )
  );
}

function organizationOf(patient: FhirResource, store: Store): FhirResource | undefined {
  const references = [
    ...valuesAt(patient, 'managingOrganization.reference'),
    ...valuesAt(patient, 'identifier.assigner.reference'),
  ];
  for (const reference of references) {
    const target = referenceTarget(reference);
    const found = target?.type === 'Organization' ? store.read('Organization', target.id) : undefined;
    if (found !== undefined) return found;
  }
  return store.all('Organization')[0];
}

function recordTarget(patient: FhirResource, organization: FhirResource | undefined): string {
  const addresses = objectsOf(patient['address']).map(addressXml);
  const telecoms = objectsOf(patient['telecom']).map(telecomXml);
  const birthDate = hl7Time(patient['birthDate']);
  return element(
    'recordTarget',
    {},
    element(
      'patientRole',
      {},
      recordId(`Patient-${patient.id}`),
      ...objectsOf(patient['identifier']).flatMap((identifier) => {
        const extension = textOf(identifier['value']);
        return extension === undefined || extension === patient.id
          ? []
          : [element('id', { root: '2.25.147692497352102173595325216785902469648.1', extension })];
      }),
      ...(addresses.length > 0 ? addresses : [unknownAddress]),
      ...(telecoms.length > 0 ? telecoms : [unknownTelecom]),
      element(
        'patient',
        {},
        ...objectsOf(patient['name']).map(nameXml),
        genderXml(patient['gender']),
        element('birthTime', birthDate === undefined ? { nullFlavor: 'UNK' } : { value: birthDate }),
        patient['deceasedBoolean'] === true || patient['deceasedDateTime'] !== undefined
          ? element('sdtc:deceasedInd', { value: 'true' })
          : '',
        extensionCode(patient, 'us-core-race', 'raceCode'),
        extensionCode(patient, 'us-core-ethnicity', 'ethnicGroupCode'),
        ...valuesAt(patient, 'communication').map((communication) =>
          element(
            'languageCommunication',
            {},
            element('languageCode', { code: firstText(communication, 'language.coding.code') ?? 'und' }),
          ),
        ),
      ),
      organization === undefined ? '' : organizationXml('providerOrganization', organization),
    ),
  );
}

function nameXml(name: Part): string {
  const use: Readonly<Record<string, string>> = { official: 'L', usual: 'L', nickname: 'P', maiden: 'BR' };
  const parts = (path: string, as: string): string =>
    valuesAt(name, path)
      .map((part) => textElement(as, String(part)))
      .join('');
  const inner =
    parts('prefix', 'prefix') +
    parts('given', 'given') +
    parts('family', 'family') +
    parts('suffix', 'suffix');
  const text = textOf(name['text']);
  if (inner === '' && text !== undefined) return textElement('name', text);
  return element('name', { use: own(use, textOf(name['use']) ?? '') }, inner);
}

function addressXml(address: Part): string {
  const field = (path: string, as: string): string =>
    valuesAt(address, path)
      .map((value) => textElement(as, String(value)))
      .join('');
  const inner =
    field('line', 'streetAddressLine') +
    field('city', 'city') +
    field('state', 'state') +
    field('postalCode', 'postalCode') +
    field('country', 'country');
  const use = textOf(address['use']);
  return element('addr', { use: use === 'home' ? 'HP' : use === 'work' ? 'WP' : undefined }, inner);
}

function telecomXml(telecom: Part): string {
  const value = textOf(telecom['value']) ?? '';
  const use: Readonly<Record<string, string>> = { home: 'HP', work: 'WP', mobile: 'MC' };
  const scheme = telecom['system'] === 'email' ? 'mailto:' : telecom['system'] === 'fax' ? 'fax:' : 'tel:';
  return element('telecom', { use: own(use, textOf(telecom['use']) ?? ''), value: scheme + value });
}

function genderXml(gender: unknown): string {
  const codes: Readonly<Record<string, string>> = { female: 'F', male: 'M', other: 'UN' };
  const code = own(codes, textOf(gender) ?? '');
  return element(
    'administrativeGenderCode',
    code === undefined ? { nullFlavor: 'UNK' } : { code, codeSystem: '2.16.840.1.113883.5.1' },
  );
}

/** The OMB category of a US Core race or ethnicity extension. */
function extensionCode(patient: FhirResource, extension: string, name: string): string {
  const found = objectsOf(patient['extension']).find((each) => String(each['url']).endsWith(`/${extension}`));
  const category = objectsOf(found?.['extension']).find((each) => each['url'] === 'ombCategory');
  return category === undefined
    ? element(name, { nullFlavor: 'UNK' })
    : codeElement(name, { coding: [category['valueCoding']] });
}

function organizationXml(name: string, organization: FhirResource): string {
  const telecoms = objectsOf(organization['telecom']).map(telecomXml);
  const addresses = objectsOf(organization['address']).map(addressXml);
  return element(
    name,
    {},
    recordId(`Organization-${organization.id}`),
    textElement('name', firstText(organization, 'name') ?? 'Unknown practice'),
    telecoms[0] ?? unknownTelecom,
    addresses[0] ?? unknownAddress,
  );
}

function author(time: string, organization: FhirResource | undefined): string {
  return element(
    'author',
    {},
    timeElement(time, 'time'),
    element(
      'assignedAuthor',
      {},
      recordId('sandbox-author'),
      unknownAddress,
      unknownTelecom,
      element(
        'assignedAuthoringDevice',
        {},
        textElement('manufacturerModelName', 'Sandbox'),
        textElement('softwareName', 'Sandbox: everyone in it is made up'),
      ),
      organization === undefined ? '' : organizationXml('representedOrganization', organization),
    ),
  );
}

function custodian(organization: FhirResource | undefined): string {
  return element(
    'custodian',
    {},
    element(
      'assignedCustodian',
      {},
      organizationXml(
        'representedCustodianOrganization',
        organization ?? { resourceType: 'Organization', id: 'unknown' },
      ),
    ),
  );
}
