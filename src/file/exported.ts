/** When the records of opened files were taken out of the EHR, by the best witness there is. */
import type { FileSource } from './source.ts';

/** What an envelope says: a Bundle's `timestamp`, a manifest's `transactionTime` and `request`. */
export type ExportSigns = Readonly<
  Partial<Record<'timestamp' | 'transactionTime' | 'request' | 'resourceType', string>>
>;

export interface Exported {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Where that stands. A file's own date says when the file was written, which may be later. */
  readonly by: 'manifest' | 'bundle' | 'file';
}

/** The earliest of the best: what is shown may be no younger than it says. Undefined where nothing tells. */
export function exportedOf(
  signs: readonly ExportSigns[],
  sources: readonly FileSource[],
): Exported | undefined {
  const earliest = (
    by: Exported['by'],
    times: readonly (string | number | undefined)[],
  ): Exported | undefined => {
    const known = times
      .map((time) => (typeof time === 'string' ? Date.parse(time) : (time ?? Number.NaN)))
      .filter((time) => !Number.isNaN(time));
    return known.length === 0 ? undefined : { at: Math.min(...known), by };
  };
  return (
    earliest(
      'manifest',
      signs.map(({ transactionTime }) => transactionTime),
    ) ??
    earliest(
      'bundle',
      signs.filter(({ resourceType }) => resourceType === 'Bundle').map(({ timestamp }) => timestamp),
    ) ??
    earliest(
      'file',
      sources.map(({ modified }) => modified),
    )
  );
}
