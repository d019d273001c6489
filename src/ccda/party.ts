/** People, organizations and devices that take part in a document or an entry: whoever stands in the element, all of it. */
import { type Coded, type InstanceId, readCodes, readId } from './coded.ts';
import { type CdaTime, readTime } from './time.ts';
import { allWords, attribute, children, whyNothing, words } from './xml.ts';

export interface CdaName {
  /** As people say it: "Dr. Isabella Jones". */
  readonly text: string;
  readonly family: readonly string[];
  readonly given: readonly string[];
  /** HL7 EntityNameUse: L legal, P pseudonym, A artist … */
  readonly use: string | undefined;
}

/** Why addresses, telephones and mail are not said (HL7 NullFlavor), each reason once; and numbers that are null. */
export interface Unsaid {
  readonly addresses: readonly string[];
  readonly telecoms: readonly string[];
  readonly ids: readonly InstanceId[];
}

export interface Party {
  readonly names: readonly CdaName[];
  readonly organizations: readonly string[];
  /** Programs and devices that wrote it. */
  readonly devices: readonly string[];
  readonly roles: readonly Coded[];
  readonly addresses: readonly string[];
  /** "+1 555 0100", an address of mail: never a link. */
  readonly telecoms: readonly string[];
  readonly ids: readonly InstanceId[];
  readonly unsaid: Unsaid;
  readonly when: CdaTime | undefined;
  readonly nullFlavor: string | undefined;
}

const nameOrder = ['prefix', 'given', 'family', 'suffix'];

export function readName(element: Element): CdaName | undefined {
  const parts = children(element).filter(({ localName }) => nameOrder.includes(localName));
  const inOrder = nameOrder.flatMap((name) => parts.filter(({ localName }) => localName === name));
  const text = parts.length === 0 ? words(element) : allWords(inOrder).join(' ');
  if (text === undefined || text === '') return undefined;
  return {
    text,
    family: allWords(children(element, 'family')),
    given: allWords(children(element, 'given')),
    use: attribute(element, 'use'),
  };
}

export function readNames(elements: readonly Element[]): readonly CdaName[] {
  return elements.map(readName).filter((name) => name !== undefined);
}

/** "1122 Mystical Rt 3, Beaverton, OR 97005, US" */
export function readAddress(element: Element): string | undefined {
  const part = (...names: readonly string[]): string => allWords(children(element, ...names)).join(', ');
  const region = [part('state'), part('postalCode')].filter((text) => text !== '').join(' ');
  const street = ['streetAddressLine', 'houseNumber', 'streetName', 'additionalLocator', 'unitID', 'postBox'];
  const parts = [part(...street), part('city'), part('county'), region, part('country')];
  const text = parts.filter((one) => one !== '').join(', ');
  return text === '' ? words(element) : text;
}

export function readTelecom(element: Element): string | undefined {
  return attribute(element, 'value')?.replace(/^(tel|mailto|fax):/i, (scheme) =>
    /fax/i.test(scheme) ? 'Fax ' : '',
  );
}

/** Of elements among which are addresses, telecoms and ids: what those that say nothing say of it. */
export function readUnsaid(elements: readonly Element[]): Unsaid {
  const why = (name: string, read: (one: Element) => string | undefined): readonly string[] => {
    const silent = elements.filter((one) => one.localName === name && read(one) === undefined);
    return [...new Set(silent.map(whyNothing))].filter((one) => one !== undefined);
  };
  return {
    addresses: why('addr', readAddress),
    telecoms: why('telecom', readTelecom),
    ids: elements
      .filter(({ localName }) => localName === 'id')
      .map(readId)
      .filter(({ label, nullFlavor }) => label === undefined && nullFlavor !== undefined),
  };
}

/** Everything that takes part under an element: names, organizations, roles, addresses, at whatever depth they stand. */
export function readParty(element: Element): Party {
  const names: CdaName[] = [];
  const organizations: string[] = [];
  const devices: string[] = [];
  const roles: Element[] = [];
  const addresses = new Set<string>();
  const telecoms = new Set<string>();
  const ids: InstanceId[] = [];
  const contacts: Element[] = [];
  const walk = (parent: Element, isOrganization: boolean, depth: number): void => {
    for (const one of children(parent)) {
      const name = one.localName;
      if (/^(addr|telecom|id)$/.test(name)) contacts.push(one);
      if (name === 'name' && isOrganization) organizations.push(words(one) ?? '');
      else if (name === 'name') names.push(...readNames([one]));
      else if (name === 'addr') add(addresses, readAddress(one));
      else if (name === 'telecom') add(telecoms, readTelecom(one));
      else if (name === 'id') ids.push(readId(one));
      else if (/^(code|functionCode|standardIndustryClassCode|signatureCode)$/.test(name)) roles.push(one);
      else if (/^(manufacturerModelName|softwareName)$/.test(name))
        devices.push(words(one) ?? attribute(one, 'displayName') ?? '');
      else if (depth < 8) walk(one, /Organization$|^location$|^serviceProvider/.test(name), depth + 1);
    }
  };
  walk(element, element.localName.endsWith('Organization'), 0);
  return {
    names,
    organizations: distinct(organizations),
    devices: distinct(devices),
    roles: readCodes(roles).filter(({ code }) => code !== 'S'),
    addresses: [...addresses],
    telecoms: [...telecoms],
    ids: ids.filter(({ label }) => label !== undefined),
    unsaid: readUnsaid(contacts),
    when: readTime(children(element, 'time')[0]),
    nullFlavor: attribute(element, 'nullFlavor'),
  };
}

/** Whether there is anything to be said of a party. */
export function saysAnything({
  names,
  organizations,
  devices,
  roles,
  ids,
  addresses,
  telecoms,
}: Party): boolean {
  return [names, organizations, devices, roles, ids, addresses, telecoms].some(({ length }) => length > 0);
}

function add(to: Set<string>, text: string | undefined): void {
  if (text !== undefined) to.add(text);
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].filter((text) => text !== '');
}
