/** For tests: a fake reading over one person's records, which go through JSON as a server's answer does. */
import { isResource } from '#fhir/json.ts';
import { parseExact } from '#fhir/parse-json.ts';
import { type FakeOptions, type FakeReading, fakeReading } from './fake-reading.ts';

/** @param resources whatever JSON can write; the patient among them is the one the chart is of */
export function personReading(resources: readonly unknown[], more: Partial<FakeOptions> = {}): FakeReading {
  const read = resources.map((one) => parseExact(JSON.stringify(one))).filter(isResource);
  const patientId = read.find(({ resourceType }) => resourceType === 'Patient')?.id ?? 'p1';
  return fakeReading({ patientId, resources: read, ...more });
}
