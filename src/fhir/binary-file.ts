/** The file that was asked for, whichever way a server sent it. Never throws. */
import { asText, isResource } from './json.ts';

export interface FileContent {
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

/**
 * A Binary asked for as a file may come as FHIR all the same (FHIR R4 §2.39): then the file is inside, as `data`, or as
 * `content` before R4 (STU3 §2.42). Anything else is the file itself.
 */
export function fileIn(answer: FileContent): FileContent {
  if (!/\bjson\b/i.test(answer.contentType)) return answer;
  try {
    const binary: unknown = JSON.parse(new TextDecoder().decode(answer.bytes));
    if (!isResource(binary) || binary.resourceType !== 'Binary') return answer;
    const base64 = asText(binary['data']) ?? asText(binary['content']);
    if (base64 === undefined) return answer;
    const bytes = Uint8Array.from(atob(base64.replaceAll(/\s/g, '')), (c) => c.charCodeAt(0));
    return { bytes, contentType: asText(binary['contentType']) ?? '' };
  } catch {
    return answer;
  }
}
