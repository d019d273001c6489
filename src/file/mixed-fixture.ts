/** For tests: people and records of several files, opened together. */
import { fakeSource } from './fake-source.ts';
import { startFileReading } from './file-reading.ts';
import type { OpenedFiles } from './gathering.ts';
import { indexFiles } from './index-files.ts';
import type { FileSource } from './source.ts';

const turn = async (): Promise<void> => undefined;
export const open = (...sources: readonly FileSource[]) => indexFiles(sources, { turn });

export const person = (id: string, family: string, more: object = {}) => ({
  resourceType: 'Patient',
  id,
  name: [{ family }],
  birthDate: '1980-02-03',
  ...more,
});
export const about = (resourceType: string, id: string, subject: string, more: object = {}) => ({
  resourceType,
  id,
  subject: { reference: subject },
  ...more,
});
export const bundle = (...entry: readonly (readonly [fullUrl: string | undefined, resource: object])[]) => ({
  resourceType: 'Bundle',
  type: 'transaction',
  entry: entry.map(([fullUrl, resource]) => ({ ...(fullUrl && { fullUrl }), resource })),
});
export const json = (path: string, value: unknown) => fakeSource(path, JSON.stringify(value));

/** A person's chart as it is when everything has been read. */
export async function chart(files: OpenedFiles, name: string | undefined) {
  const patient = files.patients.find(({ met }) => met?.name === name)!;
  const reading = startFileReading(files, patient, { now: () => 7 });
  await Promise.all(reading.searches.map((search) => reading.settled(search.id)));
  const answer = (search: string) => {
    const state = reading.stateOf(search);
    return state.state === 'read' ? state.answer : undefined;
  };
  const ids = (search: string) => answer(search)?.records.map((record) => record.id);
  return { reading, answer, ids };
}
