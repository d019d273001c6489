import { type DatePrefix, meetsDate, parseDateRange } from './date-range.ts';
import { referenceTarget } from './reference-target.ts';
import { type FhirResource, isObject, textOf, valuesAt } from './resource.ts';
import {
  type SearchParameter,
  dateRangesOf,
  searchParameter,
  stringsOf,
  tokensOf,
} from './search-parameter.ts';

/** A test of one search value against one record. Undefined: the type has no such parameter, or no such date. */
export type Test = (resource: FhirResource) => boolean;

/** The test for `name=value` on a type; a comma in the value means "or" (`\,` is a comma). */
export function matchTest(type: string, name: string, value: string): Test | undefined {
  const parameter = searchParameter(type, name);
  if (parameter === undefined) return undefined;
  const tests = splitValues(value).map((each) => testOf(parameter, each));
  return tests.includes(undefined) ? undefined : (resource) => tests.some((test) => test?.(resource));
}

/** The alternatives in a value: `a,b` → a, b (FHIR R4 §3.1.1.4.1). */
export function splitValues(value: string): readonly string[] {
  return value.split(/(?<!\\),/).map((each) => each.replaceAll('\\,', ','));
}

/** `ge2020-01` → ge and the rest; no prefix = eq. */
export function splitDate(value: string): { readonly prefix: DatePrefix; readonly rest: string } {
  const [, prefix, rest] = /^(eq|ne|gt|lt|ge|le|sa|eb|ap)(.*)$/.exec(value) ?? [];
  return prefix === undefined || rest === undefined
    ? { prefix: 'eq', rest: value }
    : { prefix: prefix as DatePrefix, rest };
}

function testOf(parameter: SearchParameter, value: string): Test | undefined {
  switch (parameter.kind) {
    case 'date': {
      const { prefix, rest } = splitDate(value);
      const asked = parseDateRange(rest.replace(' ', '+'));
      if (asked === undefined) return undefined;
      return (resource) => dateRangesOf(resource, parameter).some((range) => meetsDate(prefix, asked, range));
    }
    case 'token':
      return tokenTest(parameter, value);
    case 'string': {
      const asked = plain(value);
      return (resource) =>
        stringsOf(resource, parameter).some((text) => {
          const words = plain(text);
          return words.startsWith(asked) || words.includes(` ${asked}`);
        });
    }
    case 'reference': {
      const { type, id } = referenceTarget(value) ?? { type: undefined, id: value };
      return (resource) =>
        parameter.paths.some((path) =>
          valuesAt(resource, path).some((item) => {
            const target = isObject(item) ? referenceTarget(textOf(item['reference'])) : undefined;
            return target !== undefined && target.id === id && (type === undefined || target.type === type);
          }),
        );
    }
  }
}

/** `code`, `system|code`, `|code` (no system), `system|` (any code of it). */
function tokenTest(parameter: SearchParameter, value: string): Test {
  const bar = value.lastIndexOf('|');
  const system = bar < 0 ? undefined : value.slice(0, bar);
  const code = value.slice(bar + 1);
  return (resource) =>
    tokensOf(resource, parameter).some(
      (token) =>
        (code === '' || token.code === code) &&
        (system === undefined || (system === '' ? token.system === undefined : token.system === system)),
    );
}

/** For comparing words: lower case, without accents. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
