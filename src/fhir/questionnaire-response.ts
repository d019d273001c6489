/** QuestionnaireResponse (FHIR R4): questions and answers, nested as they were asked. */
import { asList, asObject, asObjects, asText, type FhirResource, type JsonObject } from './json.ts';
import { readAbsentReason, readValues, type ObservationValue } from './observation-value.ts';
import { phrase, type Words } from './phrase.ts';
import type { ReadContext } from './record.ts';

export interface Answer {
  readonly linkId: string | undefined;
  readonly question: Words;
  /** Several where several were chosen; none for a heading or an unanswered question. */
  readonly values: readonly ObservationValue[];
  readonly absent: Words | undefined;
  /** 0 at the top; items below an item or below an answer are one deeper. */
  readonly depth: number;
  /** It has items of its own and no answer. */
  readonly heading: boolean;
}

/** Items nested deeper than this are no questionnaire's. */
const deepest = 20;

/** All items in the order they were asked, each with its depth. Nothing answered is left out. */
export function readAnswers(resource: JsonObject): readonly Answer[] {
  return itemsOf(resource, 0);
}

function itemsOf(element: JsonObject, depth: number): readonly Answer[] {
  if (depth > deepest) return [];
  return asObjects(element['item']).flatMap((item) => {
    const answers = asObjects(item['answer']);
    const values = answers.flatMap((answer) => readValues(answer));
    const below = [item, ...answers].flatMap((one) => itemsOf(one, depth + 1));
    const linkId = asText(item['linkId']);
    const absent = [item, ...answers]
      .map((one) => readAbsentReason(one))
      .find((reason) => reason !== undefined);
    const answer: Answer = {
      linkId,
      question: asText(item['text']) ?? linkId ?? phrase('title.unnamed-question'),
      values,
      absent,
      depth,
      heading: values.length === 0 && absent === undefined && below.length > 0,
    };
    return [answer, ...below];
  });
}

/** The address of the questionnaire, without its version; undefined where there is none. */
export function questionnaireAddress(resource: JsonObject): string | undefined {
  const [address = ''] = asText(resource['questionnaire'])?.split('|') ?? [];
  return address === '' ? undefined : address;
}

/**
 * What the sender displays, else the questionnaire's own title, else the last part of its address where that is a word:
 * a number or a UUID is nobody's name for it.
 */
export function questionnaireName(resource: FhirResource, context: ReadContext): string | undefined {
  const shown = asList(resource['_questionnaire'])
    .flatMap((element) => asObjects(asObject(element)?.['extension']))
    .filter((extension) => /\/(display|alternate-title)$/.test(asText(extension['url']) ?? ''))
    .map((extension) => asText(extension['valueString']));
  const address = questionnaireAddress(resource);
  const definition = address === undefined ? undefined : context.resolve({ reference: address }, resource);
  return (
    shown.find((name) => name !== undefined) ??
    asText(definition?.['title']) ??
    asText(definition?.['name']) ??
    wordIn(address)
  );
}

/** Letters in a row, as names have them. */
const word = /[g-z]{2}|[a-z]{4}/i;

function wordIn(address: string | undefined): string | undefined {
  const last = address?.split(/[/:]/).findLast((part) => part !== '');
  return last !== undefined && !/^[\da-f-]+$/i.test(last) && word.test(last) ? last : undefined;
}
