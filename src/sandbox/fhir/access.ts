import type { TokenInfo } from '#sandbox/token-check.ts';
import { type Test, matchTest } from './match.ts';
import { isPatientBound } from './patients-of.ts';
import type { FhirResource } from './resource.ts';
import type { Store } from './store.ts';

/** One resource scope of a token, v1 (`.read`) or v2 (`.rs?category=…`), in any letter case. */
interface Grant {
  readonly level: 'patient' | 'user' | 'system';
  /** Lower case; `*` = every type. */
  readonly type: string;
  readonly read: boolean;
  readonly search: boolean;
  /** `?name=value` restrictions, all of which a record has to meet. */
  readonly filters: readonly (readonly [name: string, value: string])[];
}

/** What a token lets its bearer see (SMART App Launch 2.2, scopes). */
export interface Access {
  /** Some scope lets the type be searched. */
  mayRead(type: string): boolean;
  maySearch(type: string): boolean;
  /** No scope gives any of these categories, although some give others. */
  refusesCategories(type: string, categories: readonly string[]): boolean;
  /** The record belongs to a patient whom no scope of its type reaches. */
  isForeign(resource: FhirResource): boolean;
  /** Whole records of a patient whom no scope for the type reaches. */
  reaches(type: string, patient: string): boolean;
  permits(resource: FhirResource, interaction: 'read' | 'search'): boolean;
}

export interface AccessOptions {
  readonly store: Store;
  /** `Device` and `Location` are outside a patient's own compartment (HAPI's stock rule). */
  readonly strictCompartment: boolean;
}

export function accessOf(info: TokenInfo, { store, strictCompartment }: AccessOptions): Access {
  const grants = info.scopes.map(grantOf).filter((grant) => grant !== undefined);
  const selfId = /^Patient\/(.+)$/.exec(info.user)?.[1];
  /** The patient in context; where the token names none, everyone whose record the account may open. */
  const context = new Set(
    info.patient === undefined
      ? (info.patients ?? [selfId].filter((id) => id !== undefined))
      : [info.patient],
  );
  /** Patient scopes reach the patient in context; so do user scopes when the user is a patient. */
  const confined = (grant: Grant): boolean =>
    grant.level === 'patient' || (grant.level === 'user' && selfId !== undefined);
  const byType = new Map<string, readonly Grant[]>();
  const ofType = (type: string): readonly Grant[] => {
    let found = byType.get(type);
    if (found === undefined) {
      const outside = strictCompartment && (type === 'Device' || type === 'Location');
      found = grants.filter(
        (grant) => (grant.type === '*' || grant.type === type.toLowerCase()) && !(outside && confined(grant)),
      );
      byType.set(type, found);
    }
    return found;
  };
  const inCompartment = (resource: FhirResource): boolean => {
    const owners = store.patientsOf(resource);
    return owners.length === 0
      ? !isPatientBound(resource.resourceType)
      : owners.some((owner) => context.has(owner));
  };
  const reachesRecord = (grant: Grant, resource: FhirResource): boolean =>
    !confined(grant) || inCompartment(resource);
  return {
    mayRead: (type) => ofType(type).some((grant) => grant.read),
    maySearch: (type) => ofType(type).some((grant) => grant.search),
    refusesCategories(type, categories) {
      const able = ofType(type).filter((grant) => grant.search);
      return able.every(({ filters }) =>
        filters.some(
          ([name, value]) =>
            name === 'category' && !value.split(',').some((each) => categories.includes(codeOf(each))),
        ),
      );
    },
    reaches: (type, patient) => ofType(type).some((grant) => !confined(grant) || context.has(patient)),
    isForeign: (resource) => !ofType(resource.resourceType).some((grant) => reachesRecord(grant, resource)),
    permits: (resource, interaction) =>
      ofType(resource.resourceType).some(
        (grant) =>
          grant[interaction] &&
          reachesRecord(grant, resource) &&
          grant.filters.every(([name, value]) => filterTest(resource.resourceType, name, value)(resource)),
      ),
  };
}

/** A restriction that cannot be understood lets nothing through. */
function filterTest(type: string, name: string, value: string): Test {
  return matchTest(type, name, value) ?? (() => false);
}

function codeOf(token: string): string {
  return token.slice(token.lastIndexOf('|') + 1);
}

const scope = /^(patient|user|system)\/([a-z]+|\*)\.(read|write|\*|c?r?u?d?s?)(?:\?(.*))?$/i;

/** Undefined for scopes that are not about resources (`openid`, `launch/patient`) and for malformed ones. */
function grantOf(text: string): Grant | undefined {
  const [, level, type, verbs, query] = scope.exec(text) ?? [];
  if (level === undefined || type === undefined || verbs === undefined || verbs === '') return undefined;
  const can = verbs.toLowerCase();
  const v1 = can === 'read' || can === '*';
  return {
    level: level.toLowerCase() as Grant['level'],
    type: type.toLowerCase(),
    read: v1 || (can !== 'write' && can.includes('r')),
    search: v1 || (can !== 'write' && can.includes('s')),
    filters: query === undefined ? [] : [...new URLSearchParams(query)],
  };
}
