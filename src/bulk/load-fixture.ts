/** For tests: a folder as `export` leaves one. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export type Resource = Readonly<Record<string, unknown>> & { readonly resourceType: string };

/** Writes one file a type, as an export does. */
export async function writeExport(folder: string, resources: readonly Resource[]): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const lines = new Map<string, string[]>();
  for (const each of resources)
    lines.set(each.resourceType, [...(lines.get(each.resourceType) ?? []), JSON.stringify(each)]);
  await Promise.all(
    [...lines].map(([type, all]) => writeFile(join(folder, `${type}.000.ndjson`), `${all.join('\n')}\n`)),
  );
}
