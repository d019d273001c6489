// @vitest-environment jsdom
/** The clinical lists over the cast's records, a clinical rule a test. */
import type { ReactNode } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import type { SearchState } from '#fhir/reading.ts';
import { castResources } from '#sandbox/people/resources.ts';
import { Immunizations } from './immunizations/Immunizations.tsx';
import { fakeReading } from './kit/fake-reading.ts';
import { type Drawn, renderChart } from './kit/render-chart.tsx';
import { Medications } from './medications/Medications.tsx';
import './kit/RecordDetails.tsx';
import { Orders } from './orders/Orders.tsx';
import { Problems } from './problems/Problems.tsx';
import { Procedures } from './procedures/Procedures.tsx';

const [david, ruth, marta, nothing] = ['428946492', '429200203', '429200303', '429200226'];

let drawn: Drawn | undefined;
afterEach(() => drawn?.remove());

async function open(
  view: ReactNode,
  patientId: string,
  options: { path?: string; states?: Record<string, SearchState> } = {},
): Promise<Drawn> {
  const resources = castResources().filter((one) => {
    const about = JSON.stringify([one['subject'], one['patient'], one['beneficiary']]);
    return !about.includes('Patient/') || about.includes(`Patient/${patientId}"`);
  });
  const reading = fakeReading({ patientId, resources, states: options.states ?? {} });
  drawn = await renderChart(view, { reading, path: options.path ?? '/chart/x' });
  return drawn;
}

/** The rows of the list, each as one line. */
function rows({ box }: Drawn): readonly string[] {
  return [...box.querySelectorAll('tbody tr')].map((row) => row.textContent.replace(/\s+/g, ' ').trim());
}

const rowOf = (page: Drawn, name: string): string => rows(page).find((row) => row.startsWith(name)) ?? '';

async function press(page: Drawn, name: string | RegExp, within: ParentNode = page.box): Promise<void> {
  const button = [...within.querySelectorAll('button')].find(({ textContent }) =>
    typeof name === 'string' ? textContent === name : name.test(textContent),
  );
  if (button === undefined) throw new Error(`There is no button ${String(name)}.`);
  await page.after(() => button.click());
}

describe('problems', () => {
  test('active ones first, in three lists under their own headings', async () => {
    const page = await open(<Problems />, david!);
    const said = rows(page);
    const at = ['Problem list', 'Health concerns', 'Visit diagnoses'].map((name) => said.indexOf(name));
    expect(at[0]).toBe(0);
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(said.every((row) => !row.includes('Resolved'))).toBe(true);
  });
  test('the default view is current items, and says how many others there are', async () => {
    const page = await open(<Problems />, david!);
    const current = rows(page).length;
    expect(page.text()).toMatch(/Current \d+All \d+/);
    await press(page, /^All \d+$/);
    expect(rows(page).length).toBeGreaterThan(current);
    expect(page.text()).toContain('Ended');
  });
  test('refuted, unconfirmed, provisional and differential are marked in words', async () => {
    const page = await open(<Problems />, marta!);
    expect(rowOf(page, 'Diabetes mellitus')).toContain('Refuted');
    expect(rowOf(page, 'Celiac disease')).toContain('Unconfirmed');
    expect(rowOf(page, 'Rheumatoid arthritis')).toContain('Provisional');
    expect(rowOf(page, 'Fibromyalgia')).toContain('Differential');
  });
  test('a status nobody knows is shown as it came and kept among the current', async () => {
    expect(rowOf(await open(<Problems />, marta!), 'Evil eye')).toContain('Dormant');
  });
  test('entered in error: hidden, counted, shown struck through on request', async () => {
    const page = await open(<Problems />, marta!);
    expect(page.text()).toContain('One record entered in error is hidden.');
    expect(rowOf(page, 'Malignant neoplasm of breast')).toBe('');
    await press(page, 'Show');
    const row = [...page.box.querySelectorAll('tr[data-error]')].map(({ textContent }) => textContent);
    expect(row.join()).toMatch(/Malignant neoplasm of breast.*Entered in error/);
  });
  test('an unknown modifier is warned of', async () => {
    expect(rowOf(await open(<Problems />, marta!), 'Unfit for work')).toContain(
      'Carries a modifier this app does not know',
    );
  });
  test('"none known" is a statement above the list, never an item of it', async () => {
    const page = await open(<Problems />, nothing!);
    expect(page.text()).toContain('The record says: No current problems or disability');
    expect(rows(page)).toEqual([]);
  });
  test('a problem opens by its address, with when it began and who wrote it down', async () => {
    const key = castResources().find(
      (one) => one.resourceType === 'Condition' && JSON.stringify(one).includes(`Patient/${david}`),
    );
    const page = await open(<Problems />, david!, { path: `/chart/problems/Condition/${String(key?.id)}` });
    await page.after(() => undefined);
    const panel = page.box.querySelector('aside');
    expect(panel?.textContent).toContain('Certainty');
    expect(panel?.textContent).toContain('Recorded by');
  });
});

describe('medications', () => {
  test('what was dispensed stands under its prescription, counted, out of the list until asked for', async () => {
    const page = await open(<Medications />, david!);
    const metformin = rowOf(page, 'Metformin');
    expect(metformin).toContain('1 tablet by mouth twice daily with meals');
    expect(metformin).toContain('Dispensed 4 times, last Nov 12, 2026');
    const before = rows(page).length;
    const row = [...page.box.querySelectorAll('tr')].find((one) => one.textContent.startsWith('Metformin'))!;
    await press(page, 'Show', row);
    expect(rows(page)).toHaveLength(before + 4);
    expect(page.box.querySelectorAll('tr[data-indented]')).toHaveLength(4);
  });
  test('a dispense opens by its address and names its prescription', async () => {
    const page = await open(<Medications />, david!, {
      path: '/chart/medications/MedicationDispense/9464920001',
    });
    await page.after(() => undefined);
    const panel = page.box.querySelector('aside');
    expect(panel?.querySelector('h2')?.textContent).toBe('Lisinopril 20 mg tablet');
    const to = [...panel!.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(to).toContain('/chart/medications/MedicationRequest/9464920001');
  });
  test('what did not happen is never counted as given or dispensed', async () => {
    const page = await open(<Medications />, marta!);
    expect(rowOf(page, 'Albuterol')).not.toMatch(/Dispensed \d|Dispensed [A-Z]/);
    expect(rowOf(page, 'Albuterol')).toContain('1 record of what did NOT happen');
  });
  test('do not take is said in words', async () => {
    expect(rowOf(await open(<Medications />, marta!), 'Ibuprofen')).toContain('Do NOT take');
  });
  test('reported by the patient is marked', async () => {
    expect(rowOf(await open(<Medications />, ruth!), 'Senna')).toContain('Reported');
  });
  test('duplicates fold into one row that says how many, and unfold', async () => {
    const page = await open(<Medications />, ruth!);
    const count = (): number => rows(page).filter((row) => row.startsWith('Metoprolol')).length;
    const folded = count();
    expect(rowOf(page, 'Metoprolol')).toMatch(/and \d+ more that say the same/);
    await press(page, 'Show each');
    expect(count()).toBeGreaterThan(folded);
    await press(page, 'Show together');
    expect(count()).toBe(folded);
  });
  test('two doses of one drug are never folded', async () => {
    const furosemide = rows(await open(<Medications />, ruth!)).filter((row) => row.startsWith('Furosemide'));
    expect(furosemide).toHaveLength(2);
  });
  test('every record received is a row, folded, beneath one, hidden with a count or a statement', async () => {
    const page = await open(<Medications />, marta!);
    await press(page, /^All \d+$/);
    await press(page, 'Show', page.box.querySelector('.section-errors')!);
    for (;;) {
      const closed = [...page.box.querySelectorAll('tbody button')].find(({ textContent }) =>
        ['Show', 'Show each'].includes(textContent),
      );
      if (closed === undefined) break;
      await page.after(() => (closed as HTMLButtonElement).click());
    }
    const received = castResources().filter(
      (one) => one.resourceType.startsWith('Medication') && JSON.stringify(one).includes(`Patient/${marta}"`),
    );
    const links = new Set(
      [...page.box.querySelectorAll('[data-record]')].map((link) => link.getAttribute('data-record')),
    );
    expect(received.length).toBeGreaterThan(10);
    expect(links).toEqual(new Set(received.map((one) => `${one.resourceType}/${one.id}`)));
  });
  test('"no current medications" is a statement', async () => {
    const page = await open(<Medications />, nothing!);
    expect(page.text()).toContain('The record says: No current medications');
    expect(rows(page)).toEqual([]);
  });
  test('one search of several that fails never hides what the others gave', async () => {
    const failed: SearchState = {
      state: 'failed',
      failure: { kind: 'broken', reason: 'server-error' } as never,
    };
    const page = await open(<Medications />, david!, { states: { MedicationDispense: failed } });
    expect(page.text()).toContain('Part of this list could not be read.');
    expect(rowOf(page, 'Metformin')).not.toBe('');
  });
});

describe('immunizations, procedures, orders: what did NOT happen is said, with the reason', () => {
  test('a vaccine not given', async () => {
    const page = await open(<Immunizations />, marta!);
    expect(rowOf(page, 'Influenza')).toContain('NOT given: immunity');
  });
  test('a procedure not done, one stopped halfway', async () => {
    const page = await open(<Procedures />, marta!);
    expect(rowOf(page, 'Colonoscopy')).toContain('NOT done: Patient refused');
    expect(rowOf(page, 'Lung function test')).toContain(
      'Stopped before the end: Too short of breath to go on',
    );
  });
  test('an order that forbids', async () => {
    expect(rowOf(await open(<Orders />, marta!), 'MRI of any kind')).toContain('Not to be done');
  });
  test('a filter leaves only those', async () => {
    const page = await open(<Immunizations />, david!);
    await press(page, 'Not given only');
    expect(rows(page)).toHaveLength(1);
    expect(page.text()).toMatch(/1 of \d+ records/);
  });
});

describe('keys and sorting', () => {
  test('arrow keys go from record to record, over headings', async () => {
    const page = await open(<Problems />, david!);
    const links = [...page.box.querySelectorAll<HTMLElement>('[data-record]')];
    links[0]!.focus();
    for (const [at] of links.entries()) {
      expect(document.activeElement).toBe(links[at]);
      const event = new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true });
      await page.after(() => document.activeElement!.dispatchEvent(event));
    }
    expect(document.activeElement).toBe(links.at(-1));
  });
  test('sorting by name takes the headings away and says so', async () => {
    const page = await open(<Problems />, david!);
    expect(page.box.querySelectorAll('.records-heading')).toHaveLength(3);
    await press(page, /^Name/);
    expect(page.box.querySelectorAll('.records-heading')).toHaveLength(0);
    expect(page.text()).toContain('Sorted by name.');
    const names = [...page.box.querySelectorAll('[data-record]')].map(({ textContent }) => textContent);
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b)));
  });
});
