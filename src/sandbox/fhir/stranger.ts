import { parseExactly } from './exact-json.ts';
import { patientsNamedBy } from './patients-of.ts';
import type { FhirResource } from './resource.ts';
import type { Store } from './store.ts';

/**
 * The fault "wrong subject": the matches with one record of another patient among them. It is a real one of the
 * store where another patient has the type; else a copy of the first match that names someone else.
 */
export function withStranger(
  type: string,
  matches: readonly FhirResource[],
  store: Store,
): readonly FhirResource[] {
  const [first] = matches;
  const owners = new Set(matches.flatMap((match) => store.patientsOf(match)));
  const stranger =
    strangerTo(type, owners, store) ?? (first === undefined ? undefined : misattributed(first));
  if (stranger === undefined) return matches;
  const middle = Math.ceil(matches.length / 2);
  return [...matches.slice(0, middle), stranger, ...matches.slice(middle)];
}

/** A record of the type that belongs to none of these patients. */
export function strangerTo(
  type: string,
  owners: ReadonlySet<string>,
  store: Store,
): FhirResource | undefined {
  return store.all(type).find((resource) => {
    const others = store.patientsOf(resource);
    return others.length > 0 && others.every((patient) => !owners.has(patient));
  });
}

function misattributed(resource: FhirResource): FhirResource {
  const [patient = ''] = patientsNamedBy(resource);
  const text = JSON.stringify({ ...resource, id: `${resource.id}-stray` });
  return parseExactly(text.replaceAll(`Patient/${patient}"`, 'Patient/someone-else"')) as FhirResource;
}
