// @vitest-environment jsdom
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { david } from '#sandbox/people/david.ts';
import { siobhan } from '#sandbox/people/siobhan.ts';
import { amount, laboratorySample } from '#fhir/record-samples.ts';
import { personReading } from '#chart/kit/person-reading.ts';
import { type Drawn, renderChart } from '#chart/kit/render-chart.tsx';
import { Laboratory } from './Laboratory.tsx';
import '#chart/kit/RecordDetails.tsx';
import '#chart/kit/take/TakeMenuList.tsx';
import '#chart/kit/flowsheet/sheet-takes.ts';
import '#chart/kit/take/list-takes.ts';

const files = vi.hoisted((): string[] => []);
vi.mock('#ui/save-file.ts', () => ({
  saveFile: (_name: string, _type: string, parts: string[]) => void files.push(parts.join('')),
}));

let drawn: Drawn;
// A long list draws what is in view; here every row is as high as on a screen.
beforeAll(() => void Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { value: 32 }));
afterEach(() => drawn.remove());

async function laboratory(resources: readonly unknown[], path = '/chart/results', states = {}) {
  drawn = await renderChart(<Laboratory />, { reading: personReading(resources, { states }), path });
  return rows();
}
const rows = (): readonly string[] =>
  [...drawn.box.querySelectorAll('tbody tr')].map((row) => row.textContent.replace(/\s+/g, ' ').trim());
const press = (label: string) =>
  drawn.after(() =>
    [...drawn.box.querySelectorAll('button')].find((one) => one.textContent === label)!.click(),
  );

describe('as reported', () => {
  test('critical results first, then each report with its results, newest first', async () => {
    const said = await laboratory(david());
    expect(said[0]).toBe('Critical result');
    expect(said[1]).toMatch(
      /^Potassium‼Critical high 6\.1mmol\/LCritical high.*3\.5–5\.1↗ up from 5\.0Nov 21, 2026$/,
    );
    expect(said[2]).toMatch(/^Basic metabolic panel Nov 21, 2026/);
    const panels = said.filter((row) => /^(Basic metabolic|Lipid|Liver) panel/.test(row));
    expect(panels[1]).toContain('Aug 3, 2026');
  });

  test('a derived or sent flag is a shape, a word and a weight, never colour alone', async () => {
    await laboratory(david());
    const cells = [...drawn.box.querySelectorAll('tr[data-weight="2"] .result-number')];
    expect(cells.length).toBeGreaterThan(5);
    for (const cell of cells) expect(cell.textContent).toMatch(/[▲▼◆].*(High|Low|Abnormal|range|Resistant)/);
  });

  test('an organism stands at the head of its susceptibilities, with what was found', async () => {
    const said = await laboratory(siobhan());
    const heads = said.filter((row) => row.startsWith('Organism'));
    expect(heads.some((row) => row.includes('Escherichia coli'))).toBe(true);
    expect(said.some((row) => /^Vancomycin.*Susceptible/.test(row))).toBe(true);
  });

  test('every result stands somewhere', async () => {
    await laboratory(siobhan());
    const shown = new Set(
      [...drawn.box.querySelectorAll('tbody a')].map((link) => link.getAttribute('href')!.split('/').at(-1)),
    );
    const sent = siobhan().filter(
      (one) => one.resourceType === 'Observation' && JSON.stringify(one['category']).includes('"laboratory"'),
    );
    expect(sent.length).toBeGreaterThan(20);
    expect(sent.filter(({ id }) => !shown.has(id))).toEqual([]);
  });
});

test('the latest of each test: one row a test, critical first', async () => {
  await laboratory(david());
  await press('Latest of each test');
  const said = rows();
  expect(said[0]).toMatch(/^Potassium/);
  const names = [...drawn.box.querySelectorAll('tbody th')].map((name) => name.textContent);
  expect(new Set(names).size).toBe(names.length);
});

test('by date: a line a test, a column a date, each value a way to its record', async () => {
  await laboratory(david());
  await press('By date');
  const heads = [...drawn.box.querySelectorAll('.sheet thead th')].map((head) => head.textContent);
  expect(heads[0]).toBe('Test');
  expect(heads[1]).toContain('Nov 21, 2026');
  expect(heads[2]).toContain('Aug 3, 2026');
  const potassium = [...drawn.box.querySelectorAll('.sheet tr')].find((row) =>
    row.textContent.startsWith('Potassium'),
  )!;
  expect(potassium.querySelectorAll('a').length).toBeGreaterThan(5);
});

test('a range of dates says how many results it leaves out because they have no date', async () => {
  const undated = laboratorySample('2823-3', 'Potassium', {
    id: 'k',
    effectiveDateTime: undefined,
    valueQuantity: amount(4, 'mmol/L'),
  });
  await laboratory([...david(), { ...undated, subject: david()[5]!['subject'] ?? undated['subject'] }]);
  await press('By date');
  expect(drawn.text()).not.toContain('without a date');
  const dates = [...drawn.box.querySelectorAll('select')].find((one) =>
    one.textContent.includes('All dates'),
  )!;
  await drawn.after(() => {
    dates.value = '12';
    dates.dispatchEvent(new Event('change', { bubbles: true }));
  });
  expect(drawn.text()).toContain('1 result without a date not among them.');
});

describe('a table that is saved holds what is in view', () => {
  const save = async (what = /Save this list as a table/): Promise<readonly string[]> => {
    const lines = async (): Promise<readonly string[]> => {
      const menu = drawn.box.querySelector<HTMLElement>('.list-tools [aria-haspopup="menu"]')!;
      await drawn.after(() => menu.click());
      const item = await vi.waitFor(
        () => {
          const found = [...document.querySelectorAll<HTMLElement>('[role="menuitem"]')].find((one) =>
            what.test(one.textContent),
          );
          if (found === undefined) throw new Error('no menu yet');
          return found;
        },
        { timeout: 20_000 },
      );
      await drawn.after(() => item.click());
      return files.at(-1)!.split('\r\n').slice(1, -1);
    };
    files.length = 0;
    return lines();
  };

  test('the latest of each test: one value each', async () => {
    await laboratory(david());
    await press('Latest of each test');
    const shown = rows().length;
    const saved = (await save()).filter((line) => !line.includes('Note:'));
    expect(saved).toHaveLength(shown);
    expect(saved.filter((line) => line.includes(',Potassium,'))).toHaveLength(1);
  });

  test('by date, abnormal only: every value of the tests in view, and of no others', async () => {
    await laboratory(david());
    await press('By date');
    await press('Abnormal only');
    const values = drawn.box.querySelectorAll('.sheet tbody a').length;
    const saved = (await save()).filter((line) => !line.includes('Note:'));
    expect(saved).toHaveLength(values);
    expect(saved.filter((line) => line.includes(',Potassium,')).length).toBeGreaterThan(4);
    expect(saved.some((line) => line.includes(',Chloride,'))).toBe(false);
  });
});

test('abnormal only leaves out what is in range, and says how many there are', async () => {
  await laboratory(david());
  await press('Abnormal only');
  expect(rows().some((row) => row.startsWith('Chloride'))).toBe(false);
  expect(rows().some((row) => row.startsWith('Potassium'))).toBe(true);
  expect(drawn.text()).toMatch(/\d+ of 212 records/);
});

test('sorting sets the groups aside, and says so', async () => {
  await laboratory(david());
  await press('Name');
  expect(drawn.box.querySelector('.results-group')).toBeNull();
  expect(drawn.text()).toContain('Sorted: results stand by themselves, not in their reports.');
});

test('an open result says its value, course, range, specimen, order and report', async () => {
  const critical = david().find((one) => JSON.stringify(one).includes('"HH"'))!;
  await laboratory(david(), `/chart/results/Observation/${critical.id}`);
  const panel = drawn.box.querySelector('aside')!.textContent.replace(/\s+/g, ' ');
  expect(panel).toContain('6.1');
  for (const said of [
    'Interpretation',
    'Reference range',
    'Performed by',
    'Ordered as',
    'Specimen',
    'Report',
    'Show as table',
  ])
    expect(panel).toContain(said);
});

test('without the reports results stand by themselves, and the list says why', async () => {
  const failed = { state: 'failed', failure: { kind: 'unreachable', reason: 'timeout' } };
  await laboratory(david(), '/chart/results', { DiagnosticReport: failed });
  expect(drawn.text()).toContain('could not all be read, so some results stand by themselves');
  expect(rows()).toContain('Single tests');
});

test('results that came inside a report alone stand under it; those of a report in error are hidden and counted', async () => {
  const report = (id: string, name: string, status: string) => ({
    resourceType: 'DiagnosticReport',
    id,
    status,
    code: { text: `${name} panel` },
    subject: { reference: 'Patient/p1' },
    contained: [
      { resourceType: 'Observation', id: 'r', status: 'final', code: { text: name }, valueInteger: 5 },
    ],
    result: [{ reference: '#r' }],
  });
  const said = await laboratory([
    { resourceType: 'Patient', id: 'p1' },
    report('1', 'Potassium', 'final'),
    report('2', 'Lactate', 'entered-in-error'),
  ]);
  expect(said).toEqual([expect.stringMatching(/^Potassium panel/), expect.stringMatching(/^Potassium5/)]);
  expect(drawn.text()).toContain('entered in error');
});

test('no value cell stands empty: a note says what it says, and where there is none the list says so', async () => {
  const subject = { reference: 'Patient/p1' };
  const said = await laboratory([
    { resourceType: 'Patient', id: 'p1' },
    laboratorySample('1-8', 'Smear', { id: '1', subject, note: [{ text: 'Clumped platelets.' }] }),
    laboratorySample('3-4', 'Ferritin', { id: '3', subject }),
  ]);
  expect(said).toContainEqual(expect.stringMatching(/^SmearNote: Clumped platelets\./));
  expect(said).toContainEqual(expect.stringMatching(/^FerritinNo value/));
});
