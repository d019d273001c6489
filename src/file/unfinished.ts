/** Whether there may be more in a file than was read of it. */
import type { FileKind } from './file-kind.ts';
import type { FileReport } from './index-files.ts';

/** Kinds of files that hold records which are not read. */
const unreadKinds: ReadonlySet<FileKind> = new Set(['packed', 'utf-16', 'fhir-xml']);

export function isUnfinished({ bad, isCutOff, isUnreadable, kind }: FileReport): boolean {
  return bad.count > 0 || isCutOff || isUnreadable || unreadKinds.has(kind);
}
