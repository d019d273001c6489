/**
 * What the fuzz found, each as the least input that broke something: it stays here for good. A row is what
 * `npm run fuzz` prints: the kind, and the input as JSON.
 */
import './page-globals.ts';
import { expect, test } from 'vitest';
import { Broken } from './subject.ts';
import { subjects } from './subjects.ts';

const found: readonly (readonly [kind: string, input: string, what: string])[] = [
  ['procedures', String.raw`[{"resourceType":"Procedure","id":"\ud800"}]`, 'an id of half a character'],
  ['other', String.raw`[{"resourceType":"\udfff","id":"1"}]`, 'a type of half a character'],
  ['immunizations', '[{"resourceType":"Immunization","id":"../../etc/passwd"}]', 'an id that is a path'],
  [
    'reports',
    String.raw`[{"resourceType":"DiagnosticReport","id":"r","result":[{"reference":"#\ud800"}],"contained":[{"resourceType":"Observation","id":"\ud800"}]}]`,
    'a contained result with an id of half a character',
  ],
  [
    'token-response',
    '{"response":{"status":200,"body":{"access_token":"t","token_type":"Bearer","patient":"p1","need_patient_banner":{"toString":"x"}}}}',
    'a member that cannot be made text',
  ],
  [
    'token-response',
    '{"response":{"status":200,"body":{"access_token":"t","token_type":"Bearer","patient":"p1","scope":[{"toString":"x"}]}}}',
    'a scope that cannot be made text',
  ],
  [
    'devices',
    '[{"resourceType":"Device","id":"#o"},{"resourceType":"Device","id":"#o","patient":{"reference":"-"}}]',
    'the same id twice, once of somebody else',
  ],
];

test.each(found.map(([kind, input, what]) => ({ kind, input, what })))(
  '$kind: $what',
  async ({ kind, input }) => {
    const subject = subjects.find(({ id }) => id === kind);
    if (subject === undefined) throw new Broken(`There is no kind ${kind}.`);
    await expect(subject.holds(JSON.parse(input))).resolves.toBeUndefined();
  },
);
