/** DocumentReference of DSTU2 (§6.4) and STU3 (§13.2) in R4's elements. */
import { asObject, asText, type FhirResource } from '#fhir/json.ts';
import { completed, each, listOf, renamed, replaced, type Reshape } from './reshape.ts';

function codeOf(value: unknown): string | undefined {
  const object = asObject(value);
  const coding = asObject(listOf(object?.['coding'])?.[0]);
  return object === undefined ? undefined : (asText(coding?.['code']) ?? asText(object['text']));
}

function documentReference(resource: FhirResource): FhirResource {
  const context = asObject(resource['context']);
  const moved = renamed(resource, { class: 'category', indexed: 'date' });
  return replaced(moved, {
    // A concept in DSTU2, a code since.
    docStatus: codeOf(resource['docStatus']),
    context:
      context &&
      replaced(context, {
        // DSTU2 and STU3 keep the related record beside its identifier.
        related: each(context['related'], (one) => asObject(one['ref']) ?? one),
      }),
    content: each(resource['content'], (content) => {
      const [format] = listOf(content['format']) ?? [];
      const attachment = asObject(content['attachment']);
      return replaced(content, {
        format,
        attachment: attachment && completed(attachment, { creation: resource['created'] }),
      });
    }),
  });
}

export const documentFromDstu2: Reshape = documentReference;
export const documentFromStu3: Reshape = documentReference;

/** Binary: the bytes are `content` before R4, `data` since. */
export const binaryFromEarlier: Reshape = (resource) => renamed(resource, { content: 'data' });
