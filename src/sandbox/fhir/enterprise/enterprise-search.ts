import type { Switches } from '#sandbox/control.ts';
import { matchTest, splitValues, type Test } from '#sandbox/fhir/match.ts';
import { referenceTarget } from '#sandbox/fhir/reference-target.ts';
import { isObject, valuesAt, type FhirResource } from '#sandbox/fhir/resource.ts';
import { patientIdOf, sentParameters, wholeNumber } from '#sandbox/fhir/search-query.ts';
import type { Store } from '#sandbox/fhir/store.ts';
import { EnterpriseError, notImplemented } from './enterprise-error.ts';
import type { EnterpriseType } from './enterprise-rules.ts';

/** A search that NextGen Enterprise has let through. */
export interface EnterprisePlan {
  /** Undefined = whoever the token reaches. */
  readonly patients: readonly string[] | undefined;
  readonly tests: readonly Test[];
  readonly provenance: boolean;
  /** `_count` or `_maxresults`: the most records that the search gives on all of its pages together. */
  readonly most: number | undefined;
  /** From 1. */
  readonly page: number;
}

/** Categories by which care plans may be searched. */
const validCarePlan: Readonly<Record<Switches['enterpriseCarePlanCategory'], RegExp>> = {
  'assess-plan': /(?:^|\|)assess-plan$/,
  any: /\S/,
  another: /(?:^|\|)longitudinal$/,
};

/** About the answer; taken on every type. */
const aboutTheAnswer = new Set(['_count', '_format', '_pretty', '_maxresults', 'page']);

/**
 * Reads a search as NextGen Enterprise does. Throws what is recorded: 400 for Observation without `category` or
 * `code`, 404 for CarePlan without a valid category, 400 with a stack for Provenance. What it makes of a parameter
 * that its statement does not list is not recorded, nor which categories of care plans
 * are valid, nor what `_maxresults` does: switches decide.
 */
export function enterpriseSearch(
  rule: EnterpriseType,
  query: URLSearchParams,
  store: Store,
  { enterpriseUnlisted: unlisted, enterpriseCarePlanCategory, enterpriseMaxResults }: Switches,
): EnterprisePlan {
  if (rule.type === 'Provenance') throw notImplemented();
  const sent = sentParameters(query).filter(({ value }) => value.trim() !== '');
  const valueOf = (name: string): string | undefined => sent.find((each) => each.name === name)?.value;
  if (rule.type === 'Observation' && valueOf('category') === undefined && valueOf('code') === undefined)
    throw new EnterpriseError(400, "Search for observation resource must have 'code' or 'category'.");
  if (rule.type === 'CarePlan' && !validCarePlan[enterpriseCarePlanCategory].test(valueOf('category') ?? ''))
    throw new EnterpriseError(404, 'Valid care plan category not present in search.');

  const tests: Test[] = [];
  let patients: readonly string[] | undefined;
  for (const { name, value } of sent) {
    if (aboutTheAnswer.has(name) || (name === '_revinclude' && rule.provenance)) continue;
    const test = rule.parameters.includes(name) ? testFor(rule.type, name, value, store) : undefined;
    if (name === 'patient' && rule.parameters.includes(name)) {
      const ids = splitValues(value).map(patientIdOf);
      patients = patients === undefined ? ids : patients.filter((id) => ids.includes(id));
    } else if (test !== undefined) tests.push(test);
    else if (unlisted === 'refused' || rule.parameters.includes(name))
      throw new EnterpriseError(
        400,
        `Search parameter '${name}' is not supported for resource '${rule.type}'.`,
      );
  }
  const page = wholeNumber(sent, 'page') ?? 1;
  return {
    patients,
    tests,
    provenance: rule.provenance && valueOf('_revinclude') === 'Provenance:target',
    most:
      wholeNumber(sent, '_count') ??
      (enterpriseMaxResults === 'cuts' ? wholeNumber(sent, '_maxresults') : undefined),
    page,
  };
}

function testFor(type: string, name: string, value: string, store: Store): Test | undefined {
  const [base = '', chained] = name.split('.');
  if (chained === undefined) return matchTest(type, name, value);
  const test = matchTest('Practitioner', chained, value);
  return test && ((resource: FhirResource) => targetsOf(resource, base, store).some(test));
}

function targetsOf(resource: FhirResource, element: string, store: Store): readonly FhirResource[] {
  return valuesAt(resource, element).flatMap((value) => {
    const target = isObject(value) ? referenceTarget(value['reference']) : undefined;
    return (target && store.read(target.type, target.id)) ?? [];
  });
}
