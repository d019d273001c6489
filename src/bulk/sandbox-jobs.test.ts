/** The sandbox's bulk server keeps its jobs apart, as a server would. */
import { expect, test } from 'vitest';
import { testClient, testServer } from './bulk-fixture.ts';
import {
  eachWithSandbox,
  exportTo,
  fileRequests,
  pacing,
  restart,
  sandbox,
  twoPatients,
} from './export-fixture.ts';
import { deleteJob, kickOff, pollUntilDone } from './job.ts';

eachWithSandbox();

test('a token is refused midway in each export, not in the first alone', async () => {
  const refusals = (): number => fileRequests().filter(({ status }) => status === 401).length;
  sandbox.settings.failure = 'expired-token';
  await exportTo('a', { parallel: 1 });
  expect(refusals()).toBe(1);
  await exportTo('b', { parallel: 1, again: true });
  expect(refusals()).toBe(2);
});

test('no job takes the place of another, whichever were deleted before', async () => {
  const client = await testClient(testServer(sandbox), pacing);
  const first = await kickOff(client, twoPatients);
  const second = await kickOff(client, twoPatients);
  await deleteJob(client, first.statusUrl);
  const third = await kickOff(client, twoPatients);
  expect(new Set([first, second, third].map(({ statusUrl }) => statusUrl)).size).toBe(3);
});

test('what is listed is as of one time, however often it is listed', async () => {
  // The client signs in by the machine's clock.
  let now = Date.now();
  await restart({ now: () => now });
  const client = await testClient(testServer(sandbox), pacing);
  const { statusUrl } = await kickOff(client, twoPatients);
  const { transactionTime } = await pollUntilDone(client, statusUrl);
  now += 60_000;
  expect((await pollUntilDone(client, statusUrl)).transactionTime).toBe(transactionTime);
});
