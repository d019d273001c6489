/** What FHIR R4 says of its elements: type, and whether they repeat. From the tables that come with `fhirpath`. */
import r4 from 'fhirpath/fhir-context/r4';

export { r4 };

export interface Element {
  /** The member's name in JSON: `valueQuantity` for a Quantity in `value[x]`. */
  readonly jsonName: string;
  /** FHIR's name of the type: `HumanName`, `string`, `BackboneElement`. */
  readonly type: string;
  /** Under which path its own elements are found. */
  readonly path: string;
  readonly repeats: boolean;
}

const parents: Readonly<Record<string, string>> = r4.type2Parent;
const types: Readonly<Record<string, string>> = r4.path2Type;
const repeating: Readonly<Record<string, boolean>> = r4.path2Repeating;
const choices: Readonly<Record<string, readonly string[]>> = r4.choiceTypePaths;
const elsewhere: Readonly<Record<string, string>> = r4.pathsDefinedElsewhere;

export function isResourceType(name: string): boolean {
  return ['DomainResource', 'Resource'].includes(parents[name] ?? '') && name !== 'DomainResource';
}

const isBackbone = (type: string): boolean => type === 'BackboneElement' || type === 'Element';

/** Types that are a text, a number or a truth value in JSON. */
export function isPrimitive(type: string): boolean {
  return type.startsWith('System.') || /^[a-z]/.test(type);
}

/** The element `name` of what stands under `path`, or of its parent types; undefined where FHIR knows none. */
export function elementOf(path: string, name: string): Element | undefined {
  for (let at: string | undefined = path; at !== undefined; at = parents[at]) {
    const own: string = `${at}.${name}`;
    const type = types[own];
    if (type !== undefined) {
      const below = isBackbone(type) ? (elsewhere[own] ?? own) : type;
      return { jsonName: name, type: simple(type), path: below, repeats: repeating[own] === true };
    }
    const same: string | undefined = elsewhere[own];
    if (same !== undefined)
      return { jsonName: name, type: 'BackboneElement', path: same, repeats: repeating[same] === true };
  }
  return undefined;
}

/** `System.String`, as ids and urls are typed, is FHIR's `string`. */
const simple = (type: string): string =>
  type.startsWith('System.') ? type.slice(7).replace(/^./, (letter) => letter.toLowerCase()) : type;

/** A choice such as `value[x]` in one of its types; undefined where it cannot have that type or is no choice. */
export function choiceOf(path: string, name: string, type: string): Element | undefined {
  const capital = type.replace(/^./, (letter) => letter.toUpperCase());
  for (let at: string | undefined = path; at !== undefined; at = parents[at]) {
    if (choices[`${at}.${name}`]?.includes(capital) === true)
      return { jsonName: `${name}${capital}`, type, path: type, repeats: false };
  }
  return undefined;
}

export function isChoice(path: string, name: string): boolean {
  for (let at: string | undefined = path; at !== undefined; at = parents[at])
    if (choices[`${at}.${name}`] !== undefined) return true;
  return false;
}
