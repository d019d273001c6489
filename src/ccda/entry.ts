/** Coded entries (CDA R2 clinical statements): observations, acts, medications and the rest, as data. */
import {
  type Coded,
  type InstanceId,
  type NarrativeWords,
  readCoded,
  readCodes,
  readId,
  referenceId,
  referred,
} from './coded.ts';
import { type Party, readParty, saysAnything } from './party.ts';
import { type CdaTime, readTimes } from './time.ts';
import { type CdaQuantity, type CdaValue, readAmount, readQuantity, readValue } from './value.ts';
import { allWords, attribute, at, children, words } from './xml.ts';

export interface CdaEntry {
  /** observation, act, procedure, substanceAdministration, supply, encounter, organizer, observationMedia … */
  readonly kind: string;
  /** EVN happened, INT intended, RQO requested, GOL goal, PRMS promised, PRP proposed, APT appointment. */
  readonly mood: string | undefined;
  /** `negationInd`: this did NOT happen, or is NOT so. */
  readonly isNegated: boolean;
  readonly nullFlavor: string | undefined;
  readonly code: Coded | undefined;
  readonly status: string | undefined;
  readonly times: readonly CdaTime[];
  readonly values: readonly CdaValue[];
  readonly interpretations: readonly Coded[];
  readonly ranges: readonly CdaQuantity[];
  /** What was given, supplied or used: a drug, a vaccine, a device. */
  readonly products: readonly Coded[];
  readonly lots: readonly string[];
  readonly dose: CdaQuantity | undefined;
  readonly rate: CdaQuantity | undefined;
  readonly repeats: CdaQuantity | undefined;
  readonly quantity: CdaQuantity | undefined;
  readonly route: Coded | undefined;
  readonly sites: readonly Coded[];
  readonly priority: Coded | undefined;
  readonly methods: readonly Coded[];
  readonly text: string | undefined;
  /** The ID in the narrative of the words this entry stands for. */
  readonly narrativeId: string | undefined;
  readonly people: readonly { readonly role: string; readonly party: Party }[];
  readonly ids: readonly InstanceId[];
  readonly related: readonly { readonly how: string | undefined; readonly entry: CdaEntry }[];
}

/** Deeper ones are left out of the data; the words are in the narrative, the whole in the file. */
const deepest = 24;

/** What an `entry`, `component` or `entryRelationship` holds that is a statement. */
export function readEntry(holder: Element, narrative: NarrativeWords, depth = 0): CdaEntry | undefined {
  const statement = children(holder).find((one) => isStatement(one));
  return statement === undefined ? undefined : readStatement(statement, narrative, depth);
}

export function isStatement(element: Element): boolean {
  return (
    /^(observation|act|procedure|substanceAdministration|supply|encounter|organizer|observationMedia|regionOfInterest|observationRange|externalDocument|externalAct|externalObservation)$/.test(
      element.localName,
    ) || element.hasAttribute('classCode')
  );
}

export function readStatement(element: Element, narrative: NarrativeWords, depth = 0): CdaEntry {
  const text = at(element, 'text');
  const coded = (name: string): Coded | undefined => readCoded(at(element, name), narrative);
  const codes = (name: string): readonly Coded[] => readCodes(children(element, name), narrative);
  const product = products(element);
  return {
    kind: element.localName,
    mood: attribute(element, 'moodCode'),
    isNegated: attribute(element, 'negationInd') === 'true',
    nullFlavor: attribute(element, 'nullFlavor'),
    code: coded('code'),
    status: attribute(at(element, 'statusCode'), 'code'),
    times: readTimes(children(element, 'effectiveTime')),
    values: children(element, 'value')
      .map((one) => readValue(one, narrative))
      .filter((one) => one !== undefined),
    interpretations: codes('interpretationCode'),
    ranges: ranges(element),
    products: product
      .flatMap((one) => [readCoded(at(one, 'code'), narrative) ?? named(one)])
      .filter((one) => one !== undefined),
    lots: product.flatMap((one) => allWords(children(one, 'lotNumberText'))),
    dose: readAmount(at(element, 'doseQuantity')),
    rate: readAmount(at(element, 'rateQuantity')),
    repeats: readAmount(at(element, 'repeatNumber')),
    quantity: readAmount(at(element, 'quantity')),
    route: coded('routeCode'),
    sites: [...codes('targetSiteCode'), ...codes('approachSiteCode')],
    priority: coded('priorityCode'),
    methods: codes('methodCode'),
    text: words(text) ?? referred(text, narrative),
    narrativeId:
      referenceId(text) ??
      referenceId(at(element, 'code', 'originalText')) ??
      referenceId(at(element, 'value', 'originalText')),
    people: people(element),
    ids: children(element, 'id')
      .map(readId)
      .filter(({ label, root }) => label !== undefined || root !== undefined),
    related: depth < deepest ? related(element, narrative, depth + 1) : [],
  };
}

function products(element: Element): readonly Element[] {
  const consumable = [...children(element, 'consumable'), ...children(element, 'product')].flatMap((one) =>
    children(one, 'manufacturedProduct').flatMap((made) =>
      children(made, 'manufacturedMaterial', 'manufacturedLabeledDrug'),
    ),
  );
  const used = children(element, 'participant').flatMap((one) => [
    ...children(at(one, 'participantRole'), 'playingEntity', 'playingDevice'),
  ]);
  return [...consumable, ...used];
}

/** A thing without a code, by its name. */
function named(element: Element): Coded | undefined {
  const label = words(at(element, 'name')) ?? words(at(element, 'desc'));
  if (label === undefined) return undefined;
  const unsaid = { originalText: undefined, code: undefined, system: undefined, systemName: undefined };
  return { ...unsaid, label, display: label, translations: [], qualifiers: [], nullFlavor: undefined };
}

function ranges(element: Element): readonly CdaQuantity[] {
  return children(element, 'referenceRange').flatMap((range) => {
    const inside = at(range, 'observationRange');
    const [text, value] = [words(at(inside, 'text')), at(inside, 'value')];
    if (text !== undefined) return [[text]];
    const said = readQuantity(value) ?? words(value) ?? readAmount(value);
    return said === undefined ? [] : [typeof said === 'string' ? [said] : said];
  });
}

const taking = ['performer', 'author', 'informant', 'participant', 'specimen', 'subject'];

function people(element: Element): CdaEntry['people'] {
  return children(element, ...taking)
    .map((one) => ({ role: one.localName, party: readParty(one) }))
    .filter(({ party }) => saysAnything(party));
}

function related(element: Element, narrative: NarrativeWords, depth: number): CdaEntry['related'] {
  return children(element, 'entryRelationship', 'component', 'precondition', 'reference').flatMap(
    (holder) => {
      const inner = at(holder, 'criterion');
      const entry = inner ? readStatement(inner, narrative, depth) : readEntry(holder, narrative, depth);
      return entry === undefined ? [] : [{ how: attribute(holder, 'typeCode'), entry }];
    },
  );
}
