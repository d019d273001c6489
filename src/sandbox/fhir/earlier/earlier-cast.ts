import { createStore, type Store } from '#sandbox/fhir/store.ts';
import { type AttachedFile, type CastVariant, inVariant } from './cast-variant.ts';
import type { EarlierVersion } from './datatypes.ts';
import { inEarlierVersion } from './earlier-records.ts';

/** The cast in an earlier version, as one server has it. */
export interface EarlierCast {
  readonly store: Store;
  /** Files that stand outside their documents, by the id of their Binary. */
  readonly files: ReadonlyMap<string, AttachedFile>;
}

const made = new WeakMap<Store, Map<string, EarlierCast>>();

/**
 * The cast in an earlier version, made once of what NextGen Office serves, when somebody first asks for it. `errors`:
 * whether records entered in error are sent although the version has no status that says so.
 */
export function earlierCast(
  office: Store,
  version: EarlierVersion,
  variant: CastVariant,
  errors: 'not-sent' | 'sent' = 'not-sent',
): EarlierCast {
  const known = made.get(office) ?? new Map<string, EarlierCast>();
  made.set(office, known);
  const key = JSON.stringify([version, variant, errors]);
  const cast = known.get(key) ?? written(office, version, variant, errors);
  known.set(key, cast);
  return cast;
}

function written(
  office: Store,
  version: EarlierVersion,
  variant: CastVariant,
  errors: 'not-sent' | 'sent',
): EarlierCast {
  const all = office.types.flatMap((type) => office.all(type));
  const earlier = inEarlierVersion(all, version, errors).map((each) => each.earlier);
  const { records, files } = inVariant(earlier, variant);
  return { store: createStore(records), files };
}
