import { expect, test } from 'vitest';
import { startOptions, UsageError } from './options.ts';

test('without options the ports of the documentation', () => {
  expect(startOptions([])).toEqual({
    appPort: 4200,
    ehrPort: 4201,
    fhirPort: 4202,
    dataDirs: [],
    dataVersion: undefined,
    config: 'smart-config.json',
    bulkKeys: undefined,
    bulkPatients: 0,
  });
});

test('several folders, other ports', () => {
  expect(startOptions(['--data', 'a', '--data=b', '--port', '5000'])).toMatchObject({
    dataDirs: ['a', 'b'],
    appPort: 5000,
  });
});

test.each([['--port', 'http'], ['--port', '70000'], ['--ehr-port', '-1'], ['--unknown'], ['stray']])(
  '%s %s is refused with a sentence',
  (...argv) => {
    expect(() => startOptions(argv)).toThrow(UsageError);
  },
);

test('the version of the folders, in whichever letters', () => {
  expect(startOptions(['--data-version', 'dstu2'])).toMatchObject({ dataVersion: 'DSTU2' });
  expect(() => startOptions(['--data-version', 'R5'])).toThrow(
    '--data-version takes R4, STU3 or DSTU2, not "R5".',
  );
});
