/** DocumentReference as DSTU2 (§6.4) and STU3 (§13.2) write it. */
import { common, concept } from './datatypes.ts';
import { as, each, only, restated, type Rule, type Rules, same, shape } from './shape.ts';

/** Its one encounter. */
const context: Rule = each(shape('context', { encounter: only(), period: same }));

const shared: Rules = {
  ...common,
  identifier: same,
  status: same,
  type: same,
  category: only('class'),
  subject: same,
  date: as('indexed'),
  author: same,
  custodian: same,
  description: same,
  context,
};

export const documentAsStu3 = shape('DocumentReference', { ...shared, docStatus: same, content: same });

export const documentAsDstu2 = shape('DocumentReference', {
  ...shared,
  docStatus: restated('a concept', (value, name) => ({
    [name]: concept('http://hl7.org/fhir/composition-status', String(value)),
  })),
  content: each(shape('content', { attachment: same, format: (value) => ({ format: [value] }) })),
});
