/** CarePlan, CareTeam and Goal as DSTU2 (§5.12, §5.13) and STU3 (§9.4–9.6) write them. */
import { common, inNotes, unknownStatus, wordsOf } from './datatypes.ts';
import {
  as,
  codeOf,
  coded,
  each,
  element,
  isJson,
  leftOut,
  listOf,
  only,
  restated,
  type Rule,
  type Rules,
  same,
  shape,
} from './shape.ts';

const plan: Rules = { ...common, category: same, subject: same, period: same, addresses: same };

export const planAsStu3 = shape('CarePlan', {
  ...plan,
  status: same,
  intent: same,
  title: same,
  encounter: as('context'),
  created: leftOut('a plan does not say when it was made'),
  author: (value) => ({ author: [value] }),
});

export const planAsDstu2 = shape('CarePlan', {
  ...plan,
  status: restated('it knows no “unknown”', (value) =>
    value === 'unknown' ? { _status: unknownStatus } : { status: value },
  ),
  intent: leftOut('every plan is one'),
  title: as('description'),
  encounter: as('context'),
  created: as('modified'),
  author: (value) => ({ author: [value] }),
});

const member: Rules = { role: only(), member: same };

export const teamAsStu3 = shape('CareTeam', {
  ...common,
  status: same,
  name: same,
  subject: same,
  period: same,
  participant: each(shape('participant', { ...member, onBehalfOf: same })),
  managingOrganization: same,
});

/** Argonaut's care team: a care plan of that category. */
export const teamAsDstu2 = shape('CareTeam', {
  ...common,
  resourceType: restated('a plan that is a care team', () => ({
    resourceType: 'CarePlan',
    category: [{ coding: [{ system: 'http://argonaut.hl7.org/extension-codes', code: 'careteam' }] }],
  })),
  // A plan's id may be a team's: they are of one type now.
  id: restated('with a beginning of its own', (value) => ({ id: `CT-${String(value)}` })),
  status: coded({ inactive: 'completed', suspended: 'draft', proposed: 'proposed' }, 'those of a plan'),
  name: as('description'),
  subject: same,
  period: same,
  participant: each(shape('participant', { ...member, onBehalfOf: leftOut('a member acts for nobody') })),
  managingOrganization: leftOut('a plan has no managing organization'),
});

/** Where a goal stands and how far it was reached are one status before R4 (its own definitions of both). */
const lifecycle = restated('one status for two', (value, _name, whole) => {
  const achieved = codeOf(whole['achievementStatus']);
  if (value === 'active') return { status: achieved === 'sustaining' ? 'sustaining' : 'in-progress' };
  return { status: value === 'completed' ? 'achieved' : value };
});
const achievement = restated('one status for two', () => ({}));

const goal: Rules = {
  ...common,
  lifecycleStatus: lifecycle,
  achievementStatus: achievement,
  subject: same,
  startDate: same,
  startCodeableConcept: same,
  statusDate: same,
  addresses: same,
};

/** Words for what is to be reached stand in a concept. */
const target = shape('target', {
  measure: same,
  detailQuantity: same,
  detailRange: same,
  detailString: as('detailCodeableConcept', (text) => ({ text })),
  dueDate: same,
  dueDuration: same,
});

export const goalAsStu3 = shape('Goal', {
  ...goal,
  description: same,
  expressedBy: same,
  target: (value) => {
    const [one, ...others] = listOf(value).filter(isJson);
    if (others.length > 0) throw new Error('A goal has more than one target');
    return element('target', one && target(one));
  },
});

/** What DSTU2 says of a target is when; the rest goes among the notes. */
const targetDstu2: Rule = restated(
  'its date; what is to be reached, among the notes',
  (value, name, whole) => {
    const [one] = listOf(value).filter(isJson);
    const { measure, dueDate, dueDuration, ...detail } = one ?? {};
    const words = [measure, ...Object.values(detail)].filter((part) => part !== undefined).map(wordsOf);
    return {
      ...element('targetDate', dueDate),
      ...element('targetQuantity', dueDuration),
      ...(words.length > 0 && inNotes('Target')(words.join(': '), name, whole)),
    };
  },
);

export const goalAsDstu2 = shape('Goal', {
  ...goal,
  description: restated('a text', (value) => ({ description: wordsOf(value) })),
  expressedBy: as('author'),
  target: targetDstu2,
});
