/** QuestionnaireResponse of DSTU2 (§6.19: groups and questions) and STU3 (§6.10) in R4's elements. */
import { asList, asObject, asObjects, type JsonObject } from '#fhir/json.ts';
import { listOf, renamed, replaced, type Reshape } from './reshape.ts';

/** Nested deeper than any form: what is below stays in the details. */
const deepest = 20;

function group(value: JsonObject, depth: number): JsonObject {
  const { group: groups, question: questions, title, ...rest } = value;
  const items = [
    ...asObjects(groups).map((one) => below(one, depth, group)),
    ...asObjects(questions).map((one) => below(one, depth, question)),
  ];
  return { ...rest, text: rest['text'] ?? title, ...(items.length > 0 && { item: items }) };
}

function question(value: JsonObject, depth: number): JsonObject {
  const { answer, group: _group, ...rest } = value;
  const answers = asObjects(answer).map((one) => {
    const { group: groups, ...given } = one;
    const items = asObjects(groups).map((inner) => below(inner, depth, group));
    return items.length === 0 ? given : { ...given, item: items };
  });
  return answers.length === 0 ? rest : { ...rest, answer: answers };
}

function below(
  value: JsonObject,
  depth: number,
  reshape: (value: JsonObject, depth: number) => JsonObject,
): JsonObject {
  return depth >= deepest ? value : reshape(value, depth + 1);
}

function canonical(value: unknown): unknown {
  return asObject(value)?.['reference'] ?? value;
}

export const questionnaireResponseFromDstu2: Reshape = (resource) => {
  const { group: groups, ...rest } = resource;
  const outer = asList(groups).flatMap((one) => {
    const object = asObject(one);
    return object === undefined ? [] : [group(object, 0)];
  });
  // The outermost group is the form itself: its parts are the form's items.
  const items = outer.flatMap((one) =>
    one['text'] === undefined && Array.isArray(one['item']) ? (one['item'] as unknown[]) : [one],
  );
  return replaced(rest as typeof resource, {
    item: listOf(items),
    questionnaire: canonical(resource['questionnaire']),
  });
};

export const questionnaireResponseFromStu3: Reshape = (resource) =>
  replaced(renamed(resource, { context: 'encounter' }), {
    questionnaire: canonical(resource['questionnaire']),
  });

export const imagingStudyFromEarlier: Reshape = (resource) =>
  renamed(resource, { patient: 'subject', context: 'encounter' });
