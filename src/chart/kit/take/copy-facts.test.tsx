// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Problems } from '#chart/problems/Problems.tsx';
import { personReading } from '#chart/kit/person-reading.ts';
import { type Drawn, renderChart } from '#chart/kit/render-chart.tsx';
import { speak } from '#i18n/speech.ts';
import { david } from '#sandbox/people/david.ts';
import '#chart/kit/RecordDetails.tsx';
import './record-takes.ts';
import './TakeMenuList.tsx';

let drawn: Drawn;
let copied = '';
beforeEach(() => {
  copied = '';
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: { writeText: async (text: string) => void (copied = text) },
  });
});
afterEach(async () => {
  drawn.remove();
  await speak({ wording: 'clinician' });
});

const problem = david().find(
  (one) => one.resourceType === 'Condition' && JSON.stringify(one).includes('"resolved"'),
)!;

async function copyWithDetails(): Promise<string> {
  drawn = await renderChart(<Problems />, {
    reading: personReading(david()),
    path: `/chart/problems/Condition/${problem.id}`,
  });
  const press = async (within: ParentNode, name: RegExp): Promise<void> => {
    const one = [...within.querySelectorAll<HTMLElement>('button, [role="menuitem"]')].find((each) =>
      name.test(each.getAttribute('aria-label') ?? each.textContent ?? ''),
    )!;
    await drawn.after(() => one.click());
  };
  await press(drawn.box.querySelector('aside')!, /^Copy, save/);
  await press(document.body, /^Copy with its details$/);
  const panel = drawn.box.querySelector('aside')!.textContent ?? '';
  drawn.remove();
  return `${copied}\n---\n${panel}`;
}

test('what a patient copies has the clinician’s words, and the screen keeps the patient’s', async () => {
  const [clinician] = (await copyWithDetails()).split('\n---\n');
  await speak({ wording: 'patient' });
  const [patient, panel] = (await copyWithDetails()).split('\n---\n');
  expect(clinician).toContain('Status: Resolved');
  expect(patient).toBe(clinician);
  expect(panel).toContain('Over (resolved)');
});
