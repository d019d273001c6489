import { FhirError } from './fhir-error.ts';
import { type Test, matchTest, splitValues } from './match.ts';
import { type SearchParameter, searchParameter } from './search-parameter.ts';
import { type SearchPlan, patientIdOf, sentParameters, wholeNumber } from './search-query.ts';

/** Parameters about the answer, not about which records: taken, and without effect here where not said otherwise. */
const aboutTheAnswer = new Set([
  '_count',
  '_elements',
  '_format',
  '_include',
  '_offset',
  '_pretty',
  '_revinclude',
  '_sort',
  '_summary',
  '_total',
]);

/**
 * Reads a search by plain FHIR and US Core rules: any type, alone or with `patient`; comma = or, repeat = and;
 * `_include=Type:parameter` and `_revinclude=Provenance:target`. Throws a 400 that names the parameter at fault.
 */
export function usCoreSearch(type: string, query: URLSearchParams): SearchPlan {
  const sent = sentParameters(query).filter(({ value }) => value.trim() !== '');
  const tests: Test[] = [];
  const includes: SearchParameter[] = [];
  let patients: readonly string[] | undefined;
  let categories: readonly string[] | undefined;
  let provenance = false;
  for (const { name, base, qualifier, value } of sent) {
    if (base === '_include') includes.push(included(type, value));
    else if (base === '_revinclude') {
      if (value !== 'Provenance:target') throw new FhirError(400, `_revinclude=${value} is not supported`);
      provenance = true;
    }
    if (aboutTheAnswer.has(base)) continue;
    const named = ['patient', 'subject', 'beneficiary'].includes(base);
    if (named && type !== 'Patient') {
      if (qualifier !== '' && qualifier !== ':Patient') throw unsupported(type, name);
      const ids = splitValues(value).map(patientIdOf);
      patients = patients === undefined ? ids : patients.filter((id) => ids.includes(id));
      continue;
    }
    const parameter = searchParameter(type, base);
    const typed = parameter?.kind === 'reference' && /^:[A-Z]\w+$/.test(qualifier);
    if (parameter === undefined || (qualifier !== '' && !typed)) throw unsupported(type, name);
    const test = matchTest(type, base, typed ? `${qualifier.slice(1)}/${value}` : value);
    if (test === undefined)
      throw new FhirError(400, `Invalid value "${value}" for search parameter "${name}"`);
    tests.push(test);
    if (base === 'category') {
      const codes = splitValues(value).map((each) => each.slice(each.lastIndexOf('|') + 1));
      categories = categories === undefined ? codes : [...categories, ...codes];
    }
  }
  return {
    patients,
    tests,
    categories,
    provenance,
    includes,
    count: wholeNumber(sent, '_count'),
    offset: wholeNumber(sent, '_offset'),
  };
}

function unsupported(type: string, name: string): FhirError {
  return new FhirError(
    400,
    `Unknown search parameter "${name}" for resource type "${type}"`,
    'not-supported',
  );
}

function included(type: string, value: string): SearchParameter {
  const [source, name] = value.split(':');
  const parameter = name === undefined ? undefined : searchParameter(type, name);
  if (source !== type || parameter?.kind !== 'reference')
    throw new FhirError(400, `_include=${value} is not supported`);
  return parameter;
}
