/** A FHIR resource as the sandbox keeps it: plain JSON. A decimal whose written form matters is a `JSON.rawJSON`. */
export interface FhirResource {
  readonly resourceType: string;
  readonly id?: string;
  readonly [element: string]: unknown;
}

/** Every sandbox server is such a function; the Node adapter, Vite and the tests call it alike. */
export type SandboxHandler = (
  request: Request,
  client: { readonly clientAddress: string },
) => Promise<Response>;

type Json = { readonly [key: string]: unknown };

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isResource(value: unknown): value is FhirResource {
  return isObject(value) && typeof value['resourceType'] === 'string' && value['resourceType'] !== '';
}

/** An element as a list of objects, whether it repeats or not; anything else in it is left out. */
export function objectsOf(value: unknown): readonly Json[] {
  return (Array.isArray(value) ? value : [value]).filter(isObject);
}

/** `record[key]`, but only what stands in it: data may hold the key `__proto__` or `constructor`. */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The values at a dotted path, through repeats: `participant.actor` → every actor. */
export function valuesAt(value: unknown, path: string): readonly unknown[] {
  let found: readonly unknown[] = [value];
  for (const name of path.split('.'))
    found = found.flatMap((item) => {
      const next = isObject(item) ? item[name] : undefined;
      return next === undefined || next === null ? [] : Array.isArray(next) ? next : [next];
    });
  return found;
}
