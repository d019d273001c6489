import { expect, test } from 'vitest';
import { paths } from './paths.ts';

test('every address of the app', () => {
  const { section, record, ...plain } = paths;
  expect({
    ...plain,
    section: section('results'),
    record: record('results', 'Observation/LR-17'),
    strange: record('a/b', 'Observation/../x?y#z'),
  }).toMatchInlineSnapshot(`
    {
      "callback": "/callback",
      "chart": "/chart",
      "home": "/",
      "launch": "/launch",
      "record": "/chart/results/Observation/LR-17",
      "section": "/chart/results",
      "strange": "/chart/a%2Fb/Observation/../x%3Fy%23z",
    }
  `);
});
