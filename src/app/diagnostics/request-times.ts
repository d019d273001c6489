/**
 * How long each request took, from the browser's own record of them: the reading keeps no second one. Of an address
 * only the type that was asked for is taken: never an id, never a value.
 */
import type { System } from '#smart/registry.ts';
import { planTypes } from '#fhir/plan.ts';

/** The members of a resource timing that are looked at. */
export interface Timed {
  readonly name: string;
  readonly startTime: number;
  readonly duration: number;
  /** 0 where there was no answer, or the browser does not tell. */
  readonly responseStatus?: number;
}

export type RequestKind =
  | 'search'
  | 'record'
  | 'more'
  | 'document'
  | 'statement'
  | 'sign-in'
  | 'discovery'
  | 'broker';

export interface RequestTime {
  readonly kind: RequestKind;
  /** Undefined where there is none, or none this app knows. */
  readonly type: string | undefined;
  readonly status: number | undefined;
  /** Since the page was loaded. */
  readonly startedMs: number;
  readonly ms: number;
}

const readTypes = ['Practitioner', 'PractitionerRole', 'Organization', 'Location', 'Provenance', 'Binary'];

function whatOf(url: string, system: System, origin: string): Pick<RequestTime, 'kind' | 'type'> | undefined {
  const none = { type: undefined };
  const { fhirBase, documents, endpoints } = system;
  if (url === `${fhirBase}/.well-known/smart-configuration`) return { kind: 'discovery', ...none };
  if (url === `${fhirBase}/metadata`) return { kind: 'statement', ...none };
  // NextGen Enterprise's files.
  if (url.startsWith(`${fhirBase}/document/`)) return { kind: 'document', ...none };
  if (url.startsWith(`${fhirBase}?`)) return { kind: 'more', ...none };
  if (url.startsWith(`${fhirBase}/`)) {
    const [, word, rest = ''] = /^([A-Za-z]+)(.*)$/.exec(url.slice(fhirBase.length + 1)) ?? [];
    // Only a word of the standard is repeated, never whatever stands in its place.
    const known = [...planTypes('us-core', system.fhirVersion), ...readTypes];
    const type = known.find((one) => one === word);
    return { kind: rest.startsWith('/') ? 'record' : 'search', type };
  }
  if (documents.some((prefix) => url.startsWith(prefix))) return { kind: 'document', ...none };
  if ([endpoints?.token, endpoints?.revocation].includes(url)) return { kind: 'sign-in', ...none };
  if (url.startsWith(`${origin}/broker/`)) return { kind: 'broker', ...none };
  return undefined;
}

/** The requests to a system among everything the page has loaded, in the order they went out. */
export function requestTimes(
  entries: readonly Timed[],
  system: System,
  origin: string,
): readonly RequestTime[] {
  return entries.flatMap(({ name, startTime, duration, responseStatus = 0 }) => {
    const what = whatOf(name, system, origin);
    if (what === undefined) return [];
    const status = responseStatus === 0 ? undefined : responseStatus;
    return { ...what, status, startedMs: Math.round(startTime), ms: Math.round(duration) };
  });
}
