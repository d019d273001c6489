import { parseDateRange } from './date-range.ts';
import { FhirError, hapi, unknownOperation } from './fhir-error.ts';
import { type Test, matchTest, splitValues } from './match.ts';
import type { SearchMethod, TypeRules } from './rules.ts';
import {
  type SearchPlan,
  type SentParameter,
  patientIdOf,
  sentParameters,
  wholeNumber,
} from './search-query.ts';
import { own } from './resource.ts';
import { searchParameter } from './search-parameter.ts';

/** Parameters beginning with `_` that the server minds; it ignores every other one. */
const minded = new Set(['_id', '_include', '_revinclude']);

/**
 * Reads a search as NextGen Office's server does. Throws the 400 it would answer: for an undeclared parameter or a
 * missing required one (naming all that were sent), for repeated values, and for dates it cannot use. `check` throws what
 * the type refuses beside.
 */
export function officeSearch(
  rules: TypeRules,
  query: URLSearchParams,
  verb: string,
  check: (type: string, values: ReadonlyMap<string, string>) => void,
): SearchPlan {
  const sent = sentParameters(query);
  const refuse = (): never => {
    throw unknownOperation(
      verb,
      rules.type,
      sent.map(({ name }) => name),
    );
  };
  for (const { base, qualifier } of sent) {
    if (base === '_include' || (base === '_revinclude' && !rules.provenance)) refuse();
    const ordinary = !base.startsWith('_') || base === '_id';
    if (ordinary && qualifier !== '' && !(base === 'patient' && qualifier === ':Patient')) refuse();
  }
  const provenance = sent.filter(({ base, value }) => base === '_revinclude' && value !== '');
  const given = sent.filter(
    ({ base, value }) =>
      value.trim() !== '' && (!base.startsWith('_') || (minded.has(base) && base === '_id')),
  );
  const names = new Set(given.map(({ base }) => base));
  // An unlisted parameter is refused even when it is empty: methods are chosen by name alone.
  const undeclared = sent.some(
    ({ base }) =>
      (!base.startsWith('_') || base === '_id') && !rules.searches.some((each) => takes(each, base)),
  );
  const method = rules.searches.find(
    (each) => each.required.every((name) => names.has(name)) && [...names].every((name) => takes(each, name)),
  );
  if (method === undefined || undeclared) refuse();

  for (const { value } of provenance)
    if (value !== 'Provenance:target')
      throw new FhirError(
        400,
        hapi(442, `Invalid _revinclude parameter value: "${value}". Valid values are: [Provenance:target]`),
      );
  const tests: Test[] = [];
  const values = new Map<string, string>();
  for (const name of names) {
    const all = given.filter(({ base }) => base === name).map(({ value }) => value);
    if (searchParameter(rules.type, name)?.kind === 'date') tests.push(...officeDates(rules.type, name, all));
    else {
      const [value = '', ...more] = all.flatMap(splitValues);
      if (more.length > 0)
        throw new FhirError(
          400,
          hapi(
            1962,
            `Multiple values detected for non-repeatable parameter '${name}'. This server is not configured to allow multiple (AND/OR) values for this param.`,
          ),
        );
      values.set(name, value);
      const test =
        name === 'patient' || name === 'beneficiary'
          ? undefined
          : matchTest(rules.type, name, value.replaceAll(',', '\\,'));
      if (test !== undefined) tests.push(test);
    }
  }
  check(rules.type, values);
  const patient = values.get('patient') ?? values.get('beneficiary');
  const category = values.get('category');
  return {
    patients: patient === undefined ? undefined : [patientIdOf(patient)],
    tests,
    categories: category === undefined ? undefined : [category.slice(category.lastIndexOf('|') + 1)],
    provenance: provenance.length > 0,
    includes: [],
    count: wholeNumber(sent, '_count'),
    offset: wholeNumber(sent, '_offset'),
  };
}

/** What a server that overlooks unlisted parameters reads of a search. */
export function listedOf(rules: TypeRules, query: URLSearchParams): URLSearchParams {
  const listed = ({ name, base }: SentParameter): boolean =>
    name.startsWith('_')
      ? base !== '_include' && (base !== '_revinclude' || rules.provenance)
      : rules.searches.some((each) => takes(each, base));
  return new URLSearchParams(
    sentParameters(query)
      .filter(listed)
      .map(({ name, value }) => [name, value]),
  );
}

/** On a read only `_…` parameters are let through, and of them not `_count`. */
export function checkOfficeRead(path: string, query: URLSearchParams, verb: string): void {
  const sent = sentParameters(query);
  if (sent.some(({ base }) => !base.startsWith('_') || base === '_count'))
    throw unknownOperation(
      verb,
      path,
      sent.map(({ name }: SentParameter) => name),
    );
}

function takes(method: SearchMethod, name: string): boolean {
  return method.required.includes(name) || method.optional.includes(name);
}

const comparators: Readonly<Record<string, string>> = {
  ap: 'APPROXIMATE',
  eb: 'ENDS_BEFORE',
  ne: 'NOT_EQUAL',
  sa: 'STARTS_AFTER',
};

/** One date parameter's values: at most one lower and one upper bound, with the prefixes of the OpenAPI file. */
function officeDates(type: string, name: string, values: readonly string[]): readonly Test[] {
  let lower = false;
  let upper = false;
  const bad = (number: number, text: string): FhirError => new FhirError(400, hapi(number, text));
  return values.map((sent) => {
    if (splitValues(sent).length > 1) throw bad(1930, 'DateRange parameter does not support OR queries');
    const value = sent.replaceAll(' ', '+');
    const [, prefix = '', rest = ''] = /^([^-%\d]*)(.*)$/s.exec(value) ?? [];
    if (rest === '') throw bad(1940, `Invalid date/time/quantity format: "${value}"`);
    if (!/^(eq|gt|ge|lt|le|)$/.test(prefix)) {
      const comparator = own(comparators, prefix);
      throw comparator === undefined
        ? bad(1941, `Invalid prefix: "${prefix}"`)
        : bad(1925, `Unknown comparator: ${comparator}`);
    }
    if (parseDateRange(rest) === undefined) throw bad(1882, `Invalid date/time format: "${rest}"`);
    const both = prefix === '' || prefix === 'eq';
    const of = 'Can not have multiple date range parameters for the same param';
    if (both && (lower || upper)) throw bad(1922, `${of} without a qualifier`);
    if (prefix.startsWith('g') && lower) throw bad(1923, `${of} that specify a lower bound`);
    if (prefix.startsWith('l') && upper) throw bad(1924, `${of} that specify an upper bound`);
    lower ||= both || prefix.startsWith('g');
    upper ||= both || prefix.startsWith('l');
    return matchTest(type, name, value) ?? (() => false);
  });
}
