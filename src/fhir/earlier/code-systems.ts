/**
 * HL7's own code systems, which R4 moved to `terminology.hl7.org`: the readers know them by their addresses there.
 * R4 also gave the reasons for an absent value longer codes.
 */
import { asObject, isExactNumber, ownRow } from '#fhir/json.ts';

const before = 'http://hl7.org/fhir/';
const since = 'http://terminology.hl7.org/CodeSystem/';

/** Those that the readers look for, beside the tables of HL7 versions 2 and 3. */
const moved = new Set([
  'allergyintolerance-clinical',
  'condition-category',
  'data-absent-reason',
  'observation-category',
]);

const absentCodes: Readonly<Record<string, string>> = {
  asked: 'asked-unknown',
  temp: 'temp-unknown',
  notasked: 'not-asked',
  astext: 'as-text',
  NaN: 'not-a-number',
};
const absentExtension = `${before}StructureDefinition/data-absent-reason`;

function systemSince(system: string): string {
  if (!system.startsWith(before)) return system;
  const name = system.slice(before.length).replace(/^v([23])\/(?=[^/]+$)/, 'v$1-');
  return moved.has(name) || /^v[23]-/.test(name) ? since + name : system;
}

/** Nested deeper than any record: what is below stays as it was sent. */
const deepest = 60;

/** The same value with HL7's code systems at their addresses of R4; the very same where it names none. Never throws. */
export function withR4CodeSystems(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || isExactNumber(value) || depth > deepest) return value;
  if (Array.isArray(value)) {
    const list = value.map((one) => withR4CodeSystems(one, depth + 1));
    return list.every((one, index) => one === value[index]) ? value : list;
  }
  const object = asObject(value) ?? {};
  const changed = Object.entries(object).flatMap(([name, one]) => {
    const other = memberSince(object, name, one, depth);
    return other === one ? [] : [[name, other] as const];
  });
  return changed.length === 0 ? value : { ...object, ...Object.fromEntries(changed) };
}

function memberSince(object: object, name: string, value: unknown, depth: number): unknown {
  if (typeof value !== 'string') return withR4CodeSystems(value, depth + 1);
  const { system, url } = object as { readonly system?: unknown; readonly url?: unknown };
  if (name === 'system') return systemSince(value);
  const absent =
    (name === 'code' && system === `${before}data-absent-reason`) ||
    (name === 'valueCode' && url === absentExtension);
  return absent ? (ownRow(absentCodes, value) ?? value) : value;
}
