/** `intent` and `priority` of plans and orders in words. FHIR R4 request-intent, request-priority. */
import { ownRow } from './json.ts';
import { phrase, type Words } from './phrase.ts';
import type { ClinicalPhrase } from './phrase-clinical.ts';

const intents: Readonly<Record<string, ClinicalPhrase>> = {
  proposal: 'intent.proposal',
  plan: 'intent.plan',
  directive: 'intent.directive',
  order: 'intent.order',
  'original-order': 'intent.original-order',
  'reflex-order': 'intent.reflex-order',
  'filler-order': 'intent.filler-order',
  'instance-order': 'intent.instance-order',
  option: 'intent.option',
};

const priorities: Readonly<Record<string, ClinicalPhrase>> = {
  routine: 'priority.routine',
  urgent: 'priority.urgent',
  asap: 'priority.asap',
  stat: 'priority.stat',
};

/** As sent where the code is unknown. */
export function intentWords(code: string | undefined): Words | undefined {
  const known = ownRow(intents, code);
  return known === undefined ? code : phrase(known);
}

/** As sent where the code is unknown. */
export function priorityWords(code: string | undefined): Words | undefined {
  const known = ownRow(priorities, code);
  return known === undefined ? code : phrase(known);
}
