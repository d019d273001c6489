/** The header of a document: whom it is about, who wrote, signed and keeps it, which encounter it is of (US Realm Header). */
import { type Coded, type InstanceId, readCoded, readCodes, readId } from './coded.ts';
import {
  type CdaName,
  type Party,
  type Unsaid,
  readAddress,
  readName,
  readNames,
  readParty,
  readTelecom,
  readUnsaid,
  saysAnything,
} from './party.ts';
import { type CdaTime, readTime } from './time.ts';
import { at, attribute, children } from './xml.ts';

export interface DocumentPatient {
  readonly names: readonly CdaName[];
  readonly birth: CdaTime | undefined;
  readonly sex: Coded | undefined;
  readonly isDeceased: boolean;
  readonly deceased: CdaTime | undefined;
  readonly ids: readonly InstanceId[];
  readonly addresses: readonly string[];
  readonly telecoms: readonly string[];
  readonly unsaid: Unsaid;
  readonly races: readonly Coded[];
  readonly ethnicities: readonly Coded[];
  readonly maritalStatus: Coded | undefined;
  readonly religion: Coded | undefined;
  readonly languages: readonly string[];
  readonly birthPlace: string | undefined;
  readonly guardians: readonly Party[];
  readonly provider: Party | undefined;
}

export interface DocumentEncounter {
  readonly code: Coded | undefined;
  readonly when: CdaTime | undefined;
  readonly discharge: Coded | undefined;
  readonly ids: readonly InstanceId[];
  readonly location: Party | undefined;
  readonly people: readonly { readonly role: string; readonly party: Party }[];
}

/** A line of the header: somebody in a part. `role` is the element's own name. */
export interface HeaderLine {
  readonly role: string;
  readonly party: Party;
  /** What a participant is to the patient or the document (`typeCode`, `classCode`), as sent. */
  readonly part: string | undefined;
}

/** Another document that this one replaces, adds to or transforms. */
export interface RelatedDocument {
  /** RPLC, APND, XFRM */
  readonly how: string | undefined;
  readonly ids: readonly InstanceId[];
}

export function readPatient(role: Element): DocumentPatient {
  const patient = at(role, 'patient');
  const codes = (name: string): readonly Coded[] => readCodes(children(patient, name));
  const provider = at(role, 'providerOrganization');
  return {
    names: readNames(children(patient, 'name')),
    birth: readTime(at(patient, 'birthTime')),
    sex: readCoded(at(patient, 'administrativeGenderCode')),
    isDeceased: attribute(at(patient, 'deceasedInd'), 'value') === 'true',
    deceased: readTime(at(patient, 'deceasedTime')),
    ids: children(role, 'id')
      .map(readId)
      .filter(({ label }) => label !== undefined),
    addresses: texts(children(role, 'addr').map(readAddress)),
    telecoms: texts(children(role, 'telecom').map(readTelecom)),
    unsaid: readUnsaid(children(role)),
    races: codes('raceCode'),
    ethnicities: codes('ethnicGroupCode'),
    maritalStatus: readCoded(at(patient, 'maritalStatusCode')),
    religion: readCoded(at(patient, 'religiousAffiliationCode')),
    languages: texts(
      children(patient, 'languageCommunication').map((one) => attribute(at(one, 'languageCode'), 'code')),
    ),
    birthPlace: birthPlace(patient),
    guardians: children(patient, 'guardian').map(readParty),
    provider: provider === undefined ? undefined : readParty(provider),
  };
}

function birthPlace(patient: Element | undefined): string | undefined {
  const place = at(patient, 'birthplace', 'place');
  const [address, name] = [at(place, 'addr'), at(place, 'name')];
  return (name && readName(name)?.text) ?? (address && readAddress(address));
}

const roles = [
  'author',
  'dataEnterer',
  'informant',
  'custodian',
  'informationRecipient',
  'legalAuthenticator',
  'authenticator',
  'participant',
  'inFulfillmentOf',
  'authorization',
];

/** Everybody in the header beside the patient and the encounter, in the order they came. */
export function readHeaderLines(document: Element): readonly HeaderLine[] {
  const own = children(document, ...roles);
  const performers = children(document, 'documentationOf').flatMap((one) =>
    children(at(one, 'serviceEvent'), 'performer'),
  );
  return [...own, ...performers]
    .map((element) => ({
      role: element.localName,
      party: readParty(element),
      part: attribute(at(element, 'associatedEntity'), 'classCode') ?? attribute(element, 'typeCode'),
    }))
    .filter(({ party }) => saysAnything(party));
}

export function readServiceTimes(document: Element): readonly CdaTime[] {
  return children(document, 'documentationOf')
    .map((one) => readTime(at(one, 'serviceEvent', 'effectiveTime')))
    .filter((time) => time !== undefined);
}

export function readEncounter(document: Element): DocumentEncounter | undefined {
  const element = at(document, 'componentOf', 'encompassingEncounter');
  if (element === undefined) return undefined;
  const location = at(element, 'location');
  return {
    code: readCoded(at(element, 'code')),
    when: readTime(at(element, 'effectiveTime')),
    discharge: readCoded(at(element, 'dischargeDispositionCode')),
    ids: children(element, 'id').map(readId),
    location: location === undefined ? undefined : readParty(location),
    people: children(element, 'responsibleParty', 'encounterParticipant')
      .map((one) => ({ role: one.localName, party: readParty(one) }))
      .filter(({ party }) => saysAnything(party)),
  };
}

export function readRelatedDocuments(document: Element): readonly RelatedDocument[] {
  return children(document, 'relatedDocument').map((one) => ({
    how: attribute(one, 'typeCode'),
    ids: children(at(one, 'parentDocument'), 'id').map(readId),
  }));
}

function texts(all: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(all.filter((text) => text !== undefined && text !== ''))] as readonly string[];
}
