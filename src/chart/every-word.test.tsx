// @vitest-environment jsdom
/**
 * No word of ours stands outside `src/i18n`: the chart is drawn in a made-up language in which every message carries
 * marks, over records whose words are in Greek letters. A Latin letter outside the marks is English that somebody wrote
 * into a view. Then the language changes in the open chart: a mark of the first that is left is a word kept too long.
 */
import { type ReactNode, Suspense, useSyncExternalStore } from 'react';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { Banner } from '#chart/banner/Banner.tsx';
import { said, speakEnglish, speakMarked, unspoken } from '#i18n/marked-words.ts';
import { castResources } from '#sandbox/people/resources.ts';
import { MuiTheme } from '#theme/MuiTheme.tsx';
import { SectionNav } from '#app/navigation/SectionNav.tsx';
import { StatusLine } from '#app/navigation/StatusLine.tsx';
import { printedUnit } from '#fhir/printed-unit.ts';
import type { FhirResource } from '#fhir/json.ts';
import { firstView } from './kit/list.ts';
import { fakeReading } from './kit/fake-reading.ts';
import { type Drawn, renderChart } from './kit/render-chart.tsx';
import type { SectionDefinition } from './kit/section.ts';
import { sections } from './sections.ts';
import { takeAway } from './take-away.ts';
import './kit/RecordDetails.tsx';
import './kit/trend/TrendChart.tsx';
import './lists.ts';
import './take-away/TakeAway.tsx';

/** What the record says in its own words, by the element it stands in. */
const spokenIn =
  /^(?:text|display|family|given|prefix|suffix|name|title|description|line|city|district|state|country|conclusion|valueString|comment|unit|patientInstruction|div|label|start_text|reason|lotNumber|data|value|contentType|referenceRange)$/;

function greek(text: string): string {
  return text.replaceAll(/<[^>]*>|&\w+;|[A-Za-z]/g, (found) =>
    found.length > 1 ? found : String.fromCharCode(0x3b1 + ((found.toLowerCase().charCodeAt(0) - 97) % 24)),
  );
}

function inGreek(value: unknown, name = ''): unknown {
  if (typeof value === 'string')
    return spokenIn.test(name) && !/^\w+\/\w+$/.test(value) ? greek(value) : value;
  if (Array.isArray(value)) return value.map((one) => inGreek(one, name));
  if (typeof value !== 'object' || value === null || 'rawJSON' in value) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inGreek(one, key)]));
}

function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  // Elements are named as FHIR names them where a label is asked what it stands for.
  return typeof value === 'object' && value !== null
    ? [...Object.keys(value), ...Object.values(value).flatMap(strings)]
    : [];
}

const listeners = new Set<() => void>();
let turn = 0;
function speak(open: string, close: string): void {
  speakMarked(open, close);
  turn++;
  for (const listener of listeners) listener();
}

/** Drawn anew, from the top, when the language changes: as `Front` is. */
function Redrawn({ draw }: { draw: () => ReactNode }): ReactNode {
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => turn,
  );
  return draw();
}

const resources = castResources();
const patients = ['428946492', '429200203', '429200303', '429200118'];

function chartFor(patientId: string) {
  const own = resources.filter((one) => {
    const about = JSON.stringify([one['subject'], one['patient'], one['beneficiary']]);
    return one.resourceType !== 'Patient'
      ? !about.includes('Patient/') || about.includes(`Patient/${patientId}"`)
      : one.id === patientId;
  });
  const told = inGreek(own) as readonly FhirResource[];
  return {
    resources: told,
    words: new Set(strings(told).flatMap((text) => [text, printedUnit(text) ?? '', ...text.split(/[ /|#]/)])),
  };
}

beforeAll(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener() {}, removeEventListener() {} }));
  vi.stubGlobal('scrollTo', () => undefined);
});
let drawn: Drawn | undefined;
afterEach(() => {
  drawn?.remove();
  drawn = undefined;
});
afterAll(() => {
  vi.unstubAllGlobals();
  speakEnglish();
});

async function open(patientId: string, path: string, draw: () => ReactNode) {
  speak('⟦', '⟧');
  const { resources: told, words } = chartFor(patientId);
  const fake = fakeReading({ patientId, resources: told, readAt: Date.parse('2026-03-01T12:00:00Z') });
  const progress = fake.progress();
  const reading = { ...fake, progress: () => progress };
  drawn = await renderChart(<Redrawn draw={draw} />, {
    reading,
    path,
    chart: {
      memory: new Map(sections.map(({ id }) => [`list ${id}`, { ...firstView, standing: 'all' }])),
    },
  });
  await vi.waitFor(
    async () => {
      await drawn!.after(() => undefined);
      if (drawn!.box.querySelector('h1, h2') === null) throw new Error('not drawn yet');
    },
    { timeout: 20_000 },
  );
  return { page: drawn, words };
}

const viewOf = (section: SectionDefinition) => (): ReactNode => {
  const View = section.view;
  return (
    <Suspense>
      <MuiTheme>
        <View section={section} sections={sections} />
      </MuiTheme>
    </Suspense>
  );
};

/** What is wrong with the page as it stands, and what is left of it in another language. */
async function faults(page: Drawn, words: ReadonlySet<string>): Promise<readonly string[]> {
  const hardCoded = said(document.body).flatMap((text) => unspoken(text, words));
  expect(said(page.box).some((text) => text.includes('⟦'))).toBe(true);
  await page.after(() => speak('⟪', '⟫'));
  const kept = said(document.body).filter((text) => text.includes('⟦'));
  return [...new Set([...hardCoded, ...kept.map((text) => `kept: ${text}`)])];
}

/** Whole charts are drawn, one after another. */
const long = { timeout: 180_000 } as const;

test.each([...sections, takeAway])('$id: its list says only words of the messages', long, async (section) => {
  const found: string[] = [];
  for (const patientId of patients) {
    // oxlint-disable-next-line no-await-in-loop -- one page at a time
    const { page, words } = await open(patientId, `/chart/${section.id}`, viewOf(section));
    // oxlint-disable-next-line no-await-in-loop -- one page at a time
    found.push(...(await faults(page, words)));
    page.remove();
    drawn = undefined;
  }
  expect([...new Set(found)]).toEqual([]);
});

test.each(sections.filter(({ kind }) => kind !== undefined))(
  '$id: its open records say only words of the messages',
  long,
  async (section) => {
    const found: string[] = [];
    const { page, words } = await open(patients[0]!, `/chart/${section.id}`, viewOf(section));
    const keys = [...page.box.querySelectorAll<HTMLElement>('[data-record]')].map(
      (row) => row.dataset['record'],
    );
    page.remove();
    for (const key of new Set(keys.slice(0, 6))) {
      if (key === undefined) continue;
      // oxlint-disable-next-line no-await-in-loop -- one page at a time
      const { page: opened } = await open(patients[0]!, `/chart/${section.id}/${key}`, viewOf(section));
      // Parts that are folded are read too.
      // oxlint-disable-next-line no-await-in-loop -- one page at a time
      await opened.after(() => {
        for (const part of opened.box.querySelectorAll('details')) part.open = true;
      });
      // oxlint-disable-next-line no-await-in-loop -- one page at a time
      found.push(...(await faults(opened, words)));
      opened.remove();
      drawn = undefined;
    }
    expect([...new Set(found)]).toEqual([]);
  },
);

test('the frame: banner, navigation, status', async () => {
  const { page, words } = await open(patients[0]!, '/chart', () => (
    <>
      <Banner start={null} end={null} below={<StatusLine sections={sections} />} />
      <SectionNav sections={sections} current="summary" marked />
    </>
  ));
  expect(await faults(page, words)).toEqual([]);
});
