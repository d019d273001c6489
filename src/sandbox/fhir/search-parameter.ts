import { type DateRange, parseDateRange } from './date-range.ts';
import { type FhirResource, isObject, objectsOf, own, textOf, valuesAt } from './resource.ts';

/** How a parameter is compared, and the elements it looks at (the first path that has a value counts for dates). */
export interface SearchParameter {
  readonly kind: 'token' | 'date' | 'string' | 'reference';
  readonly paths: readonly string[];
}

const token = (...paths: string[]): SearchParameter => ({ kind: 'token', paths });
const date = (...paths: string[]): SearchParameter => ({ kind: 'date', paths });
const string = (...paths: string[]): SearchParameter => ({ kind: 'string', paths });
const reference = (...paths: string[]): SearchParameter => ({ kind: 'reference', paths });

const medication = token('medicationCodeableConcept');

/** Parameters that mean the same on every type that has the element. */
const everywhere: Readonly<Record<string, SearchParameter>> = {
  _id: token('id'),
  _lastUpdated: date('meta.lastUpdated'),
  _profile: token('meta.profile'),
  _tag: token('meta.tag'),
  'abatement-date': date('abatement'),
  active: token('active'),
  address: string('address'),
  'address-city': string('address.city'),
  'address-country': string('address.country'),
  'address-postalcode': string('address.postalCode'),
  'address-state': string('address.state'),
  author: reference('author'),
  authored: date('authoredOn', 'authored'),
  authoredon: date('authoredOn'),
  'based-on': reference('basedOn'),
  birthdate: date('birthDate'),
  category: token('category'),
  class: token('class'),
  'clinical-status': token('clinicalStatus'),
  code: token('code'),
  created: date('created'),
  criticality: token('criticality'),
  date: date(
    'effective',
    'occurrence',
    'performed',
    'period',
    'date',
    'recordedDate',
    'recorded',
    'started',
    'sent',
    'created',
    'authoredOn',
    'authored',
    'onset',
    'collected',
  ),
  'death-date': date('deceased'),
  'discharge-disposition': token('hospitalization.dischargeDisposition'),
  email: token('telecom'),
  encounter: reference('encounter', 'context.encounter', 'context'),
  family: string('name.family'),
  gender: token('gender'),
  given: string('name.given'),
  identifier: token('identifier'),
  intent: token('intent'),
  issued: date('issued'),
  language: token('communication.language'),
  'lifecycle-status': token('lifecycleStatus'),
  location: reference('location.location', 'location'),
  medication: reference('medicationReference'),
  name: string('name', 'alias'),
  onset: date('onset'),
  'onset-date': date('onset'),
  organization: reference('organization', 'managingOrganization'),
  participant: reference('participant.member', 'participant.individual'),
  performer: reference('performer.actor', 'performer'),
  phone: token('telecom'),
  practitioner: reference('practitioner'),
  priority: token('priority'),
  recorded: date('recorded'),
  'recorded-date': date('recordedDate'),
  requester: reference('requester'),
  'service-type': token('serviceType'),
  specialty: token('specialty'),
  specimen: reference('specimen'),
  status: token('status'),
  target: reference('target'),
  'target-date': date('target.due'),
  telecom: token('telecom'),
  type: token('type'),
  'vaccine-code': token('vaccineCode'),
  'verification-status': token('verificationStatus'),
  whenhandedover: date('whenHandedOver'),
};

/** Where a type differs. `date` on Condition, Device and Goal is NextGen's own: what it means there is assumed. */
const onType: Readonly<Record<string, Readonly<Record<string, SearchParameter>>>> = {
  AllergyIntolerance: { date: date('recordedDate') },
  Condition: { date: date('onset', 'recordedDate') },
  Coverage: { payor: reference('payor') },
  Device: { date: date('manufactureDate') },
  DocumentReference: { date: date('date'), period: date('context.period') },
  Encounter: { date: date('period') },
  Goal: { date: date('start', 'statusDate'), 'start-date': date('start') },
  MedicationAdministration: { code: medication, 'effective-time': date('effective') },
  MedicationDispense: { code: medication },
  MedicationRequest: { code: medication, date: date('authoredOn') },
  MedicationStatement: { code: medication, effective: date('effective') },
  Observation: { 'value-concept': token('valueCodeableConcept') },
  Specimen: { collected: date('collection.collected') },
};

export function searchParameter(type: string, name: string): SearchParameter | undefined {
  return own(own(onType, type) ?? {}, name) ?? own(everywhere, name);
}

/** The times of a record under a parameter: of its first path with a value, whichever data type was chosen there. */
export function dateRangesOf(resource: FhirResource, parameter: SearchParameter): readonly DateRange[] {
  for (const path of parameter.paths) {
    const ranges = [...choices(resource, path)].map(rangeOf).filter((range) => range !== undefined);
    if (ranges.length > 0) return ranges;
  }
  return [];
}

const dateChoices = ['', 'DateTime', 'Date', 'Period', 'Instant', 'Timing'];

function* choices(resource: FhirResource, path: string): Iterable<unknown> {
  for (const choice of dateChoices) yield* valuesAt(resource, path + choice);
}

function rangeOf(value: unknown): DateRange | undefined {
  if (typeof value === 'string') return parseDateRange(value);
  if (!isObject(value)) return undefined;
  const events = valuesAt(value, 'event')
    .map(rangeOf)
    .filter((range) => range !== undefined);
  if (events.length > 0)
    return {
      first: Math.min(...events.map(({ first }) => first)),
      last: Math.max(...events.map(({ last }) => last)),
    };
  const start = textOf(value['start']);
  const end = textOf(value['end']);
  if (start === undefined && end === undefined) return undefined;
  return {
    first: (start === undefined ? undefined : parseDateRange(start)?.first) ?? -Infinity,
    last: (end === undefined ? undefined : parseDateRange(end)?.last) ?? Infinity,
  };
}

/** The codes of a record under a token parameter: CodeableConcept, Coding, Identifier, ContactPoint, code, boolean. */
export function tokensOf(
  resource: FhirResource,
  parameter: SearchParameter,
): readonly { readonly system: string | undefined; readonly code: string }[] {
  return parameter.paths.flatMap((path) =>
    valuesAt(resource, path).flatMap((value) => {
      if (typeof value === 'string' || typeof value === 'boolean')
        return [{ system: undefined, code: String(value) }];
      if (!isObject(value)) return [];
      const codings = 'coding' in value ? objectsOf(value['coding']) : [value];
      return codings.flatMap((coding) => {
        const code = textOf(coding['code']) ?? textOf(coding['value']);
        return code === undefined ? [] : [{ system: textOf(coding['system']), code }];
      });
    }),
  );
}

/** Every text below the parameter's elements: parts of names and addresses. */
export function stringsOf(resource: FhirResource, parameter: SearchParameter): readonly string[] {
  return parameter.paths.flatMap((path) => valuesAt(resource, path).flatMap(leaves));
}

function leaves(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(leaves);
  return isObject(value)
    ? Object.entries(value).flatMap(([key, item]) => (ignored.has(key) ? [] : leaves(item)))
    : [];
}

const ignored = new Set(['use', 'period', 'system', 'extension', 'id']);
