/** SMART scopes, version 1 and 2, in any letter case. SMART App Launch 2.2, "Scopes and launch context". */

/** What was granted, and what it lets this app read. */
export interface GrantedScopes {
  /** As the sign-in server sent them (or as asked for, where it sent none: RFC 6749 §5.1). */
  readonly sent: readonly string[];
  /** `yes`, `no`, or the only category codes of that type that may be read (lower case). */
  allows(type: string): 'yes' | 'no' | readonly string[];
}

/** One scope about records. */
interface RecordScope {
  /** Lower case; `*` is every type. */
  readonly type: string;
  readonly read: boolean;
  readonly search: boolean;
  /** Undefined: not limited. Otherwise the only categories; empty where the limit is one this app cannot follow. */
  readonly categories: readonly string[] | undefined;
}

/** Types this app reads by id, so that reading without searching is enough. */
const readById = ['patient', 'practitioner', 'practitionerrole', 'organization', 'location', 'provenance'];

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** `category=http://…|laboratory&category=vital-signs` → `['laboratory', 'vital-signs']`. */
function categoriesIn(query: string): readonly string[] {
  return query.split('&').flatMap((pair) => {
    const [name, ...rest] = pair.split('=');
    if (name?.toLowerCase() !== 'category') return [];
    return decoded(rest.join('='))
      .split(',')
      .map((token) =>
        token
          .slice(token.lastIndexOf('|') + 1)
          .trim()
          .toLowerCase(),
      )
      .filter((code) => code !== '');
  });
}

/** Undefined for anything that is no scope about records: `openid`, `launch/patient`, words of another system. */
function parseScope(text: string): RecordScope | undefined {
  const match = /^(?:patient|user|system)\/([a-z]+|\*)\.(read|write|\*|c?r?u?d?s?)(?:\?(.*))?$/i.exec(text);
  const type = match?.[1]?.toLowerCase();
  const may = match?.[2]?.toLowerCase();
  if (type === undefined || may === undefined || may === '') return undefined;
  const all = may === 'read' || may === '*';
  const query = match?.[3];
  return {
    type,
    read: all || (may !== 'write' && may.includes('r')),
    search: all || (may !== 'write' && may.includes('s')),
    categories: query === undefined || query === '' ? undefined : categoriesIn(query),
  };
}

/** A `scope` string as a list. */
export function splitScopes(text: string): readonly string[] {
  return text.split(/\s+/).filter((scope) => scope !== '');
}

/** Whether a scope says anything about records. */
export function isAboutRecords(scope: string): boolean {
  return parseScope(scope) !== undefined;
}

/**
 * Reads the granted scopes. Whatever cannot be understood grants nothing. Undefined: nobody said what was granted, so
 * everything is asked for, and what the system refuses is not shared.
 */
export function grantedScopes(sent: readonly string[] | undefined): GrantedScopes {
  if (sent === undefined) return { sent: [], allows: () => 'yes' };
  const scopes = sent.map(parseScope).filter((scope) => scope !== undefined);
  return {
    sent,
    allows(type) {
      const name = type.toLowerCase();
      const fitting = scopes.filter(
        (scope) =>
          (scope.type === '*' || scope.type === name) &&
          (scope.search || (scope.read && readById.includes(name))),
      );
      if (fitting.some(({ categories }) => categories === undefined)) return 'yes';
      const categories = fitting.flatMap((scope) => scope.categories ?? []);
      return categories.length === 0 ? 'no' : [...new Set(categories)];
    },
  };
}
