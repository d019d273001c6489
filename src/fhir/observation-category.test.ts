/** Three places know the categories of observations: where one is listed, what is asked for, and what scopes are granted by. */
import { expect, test } from 'vitest';
import { observationKind } from './observation-category.ts';
import { categoryOf, planFor } from './plan.ts';
import { planWithScopes } from './plan-scopes.ts';

/** FHIR R4's `observation-category`, then `us-core-category` as of US Core 6.1 (`clinical-test` among them). */
const asked =
  'laboratory vital-signs social-history survey imaging procedure exam therapy activity sdoh functional-status disability-status cognitive-status clinical-test';
/**
 * Of US Core after 6.1, and of nobody's value set: listed where they arrive, which at every system but Enterprise R4 they
 * do, observations being asked for whole. Enterprise's statement stops at 6.1, and what it makes of a category that it
 * does not know (a 400 would read as a failure of the section) nobody has recorded: there the sections say that what
 * stands in no usual category cannot be asked for.
 */
const notAsked =
  'mental-status screening-assessment care-experience-preference treatment-intervention-preference observation-adi-documentation';

const kindOfCategory = (code: string) =>
  observationKind({ resourceType: 'Observation', category: [{ coding: [{ code }] }] });
const observations = planFor('enterprise', 'R4', '85').filter(({ type }) => type === 'Observation');

test('Enterprise R4 is asked for every category of FHIR and US Core 6.1, and each is listed where its search leads', () => {
  expect(new Set(observations.map(categoryOf))).toEqual(new Set(asked.split(' ')));
  expect(observations).toHaveLength(asked.split(' ').length);
  for (const search of observations) expect(search.kinds).toEqual([kindOfCategory(categoryOf(search)!)]);
});

test('what is asked for by no category has a section all the same, where it comes with the rest', () => {
  for (const code of notAsked.split(' '))
    expect([code, kindOfCategory(code)]).toEqual([code, 'social-history']);
  for (const [rules, version] of [
    ['office', 'R4'],
    ['office', 'STU3'],
    ['us-core', 'R4'],
  ] as const) {
    const searches = planFor(rules, version, '85').filter(({ type }) => type === 'Observation');
    expect([rules, version, ...searches.map(categoryOf)]).toEqual([rules, version, undefined]);
    expect(searches[0]?.kinds).toContain('social-history');
  }
});

test('a scope for one category leads to the section where its records are listed', () => {
  const office = planFor('office', 'R4', '85');
  for (const code of asked.split(' ')) {
    const { searches } = planWithScopes(office, (type) => (type === 'Observation' ? [code] : 'no'));
    const search = searches.find(({ id }) => id === `Observation:${code}`);
    expect([code, ...(search?.kinds ?? [])]).toEqual([code, kindOfCategory(code)]);
  }
});
