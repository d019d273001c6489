import type { LoadedData } from './fhir/load-data.ts';

const shown = 12;

/** What `--data` gave, for the terminal: patients, what was skipped and why, what no search can reach. No names. */
export function reportOfData({
  store,
  patients,
  skipped,
  unreachable,
  version,
  mixture,
}: LoadedData): string {
  const records = store.types.reduce((sum, type) => sum + store.all(type).length, 0);
  const counted = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;
  const lines = [
    `Your own data: ${counted(patients.length, 'patient')}, ${counted(records, 'record')} of FHIR ${version.toUpperCase()}.`,
  ];
  if (mixture !== undefined) lines.push(`  ${mixture}`);
  if (patients.length === 0) lines.push('There is no Patient among them, so the EHR lists nobody of these.');
  for (const { file, reason } of skipped.slice(0, shown)) lines.push(`  skipped: ${file} ${reason}`);
  if (skipped.length > shown) lines.push(`  skipped: ${skipped.length - shown} more`);
  for (const { type, count, reason } of unreachable.slice(0, shown)) {
    const aside = reason === 'names no patient' ? ' (read only where another record refers to it)' : '';
    lines.push(`  out of reach of the app's searches: ${count} × ${type}, which ${reason}${aside}`);
  }
  if (unreachable.length > shown) lines.push(`  out of reach: ${unreachable.length - shown} more kinds`);
  return `${lines.join('\n')}\n`;
}
