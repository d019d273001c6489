// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import { fakeReading } from './fake-reading.ts';
import { ListTools } from './ListTools.tsx';
import { type Drawn, renderChart } from './render-chart.tsx';

let drawn: Drawn;
afterEach(() => drawn.remove());

// Security check 13: a browser writes what was typed into a field into its session files, unless the field says not to.
test('what is typed into the find field is kept by no browser and sent to no spelling service', async () => {
  drawn = await renderChart(
    <ListTools
      shape={{ rule: 'rule.documents', columns: [], facts: () => [] }}
      records={[]}
      shown={0}
      view={{ standing: 'all', filters: [], find: 'hiv', sort: undefined }}
      onView={() => undefined}
    />,
    { reading: fakeReading({ patientId: 'p1', resources: [] }) },
  );
  const field = drawn.box.querySelector('input')!;
  expect(field.value).toBe('hiv');
  expect(field.getAttribute('autocomplete')).toBe('off');
  expect(field.getAttribute('spellcheck')).toBe('false');
});
