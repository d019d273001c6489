/** A list as plain text, for pasting into a note: whose it is, where it came from, a line a record. */
import type { ChartRecord } from '#fhir/record.ts';
import { recordLine, type RowShape } from './record-line.ts';
import type { Whose } from './whose.ts';

export function listText<R extends ChartRecord>(
  title: string,
  { records, shape, whose, missing }: Parameters<typeof lines<R>>[0],
): string {
  return [
    `${title}: ${whose.line}`,
    whose.source,
    ...missing,
    ...lines({ records, shape, whose, missing }),
  ].join('\n');
}

function lines<R extends ChartRecord>({
  records,
  shape,
}: {
  readonly records: readonly R[];
  readonly shape: RowShape<R>;
  readonly whose: Whose;
  readonly missing: readonly string[];
}): readonly string[] {
  return records.map((record) => `- ${recordLine(record, shape)}`);
}
