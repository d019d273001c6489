import { objectsOf, textOf, type FhirResource } from '#sandbox/fhir/resource.ts';

/** A reference seen in place of an author or a custodian, which leads nowhere. */
export const nullFlavor = 'http://terminology.hl7.org/CodeSystem/v3-NullFlavor';
/** An organization that is referred to and cannot be read. */
export const deadOrganization = 'Organization/0001';

/** A record of the cast as NextGen Enterprise would write it: with the oddities of the recorded answers. */
export function asEnterprise(record: FhirResource): FhirResource {
  const change = changes[record.resourceType];
  return change === undefined ? record : { ...record, ...change(record) };
}

type Change = (record: FhirResource) => Readonly<Record<string, unknown>>;

const changes: Readonly<Record<string, Change>> = {
  AllergyIntolerance: ({ code }) => ({ code: freeText(code) }),
  Device: ({ type }) => ({ type: withoutCode(type) }),
  DocumentReference: () => ({ custodian: { reference: nullFlavor } }),
  Encounter: ({ reasonCode, serviceProvider }) => ({
    ...(reasonCode === undefined ? {} : { reasonCode: objectsOf(reasonCode).map(withoutCode) }),
    serviceProvider: serviceProvider ?? { reference: deadOrganization },
  }),
  Patient: ({ identifier, communication }) => ({
    identifier: objectsOf(identifier).some(isChartNumber)
      ? objectsOf(identifier)
          .filter(isChartNumber)
          .map((each) => ({ ...each, system: 'www.nextgen.com' }))
      : undefined,
    ...(communication === undefined
      ? {}
      : {
          communication: objectsOf(communication).map((each) => ({
            ...each,
            language: withoutCode(each['language']),
          })),
        }),
  }),
  ServiceRequest: ({ category }) =>
    category === undefined
      ? {}
      : { category: objectsOf(category).map((each) => ({ text: textOf(each['text']) ?? wordsOf(each) })) },
};

/** What nobody coded stays words; what says that there are no allergies has to keep its code to say it. */
function freeText(code: unknown): unknown {
  const [concept] = objectsOf(code);
  const food = objectsOf(concept?.['coding']).some(({ system }) => system === 'http://snomed.info/sct');
  const none = /^no\b|no known|none/i.test(textOf(concept?.['text']) ?? '');
  return concept !== undefined && food && !none
    ? { text: textOf(concept['text']) ?? wordsOf(concept) }
    : code;
}

/** Codings with a display alone, as recorded for reasons, device types and languages. */
function withoutCode(concept: unknown): unknown {
  const [found] = objectsOf(concept);
  if (found === undefined) return concept;
  const text = textOf(found['text']) ?? wordsOf(found);
  const codings = objectsOf(found['coding']);
  return {
    coding:
      codings.length === 0
        ? [{ display: text }]
        : codings.map(({ display }) => ({ display: textOf(display) ?? text })),
    text,
  };
}

function wordsOf(concept: Readonly<Record<string, unknown>>): string | undefined {
  return objectsOf(concept['coding'])
    .map(({ display, code }) => textOf(display) ?? textOf(code))
    .find((words) => words !== undefined);
}

function isChartNumber(identifier: Readonly<Record<string, unknown>>): boolean {
  const [type] = objectsOf(identifier['type']);
  return objectsOf(type?.['coding']).some(({ code }) => code === 'MR');
}
