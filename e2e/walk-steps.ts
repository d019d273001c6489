/** A walk through every section of a chart, by the table of contents. */
import type { Page } from '@playwright/test';
import { goTo, mainOf, navOf, rowsOf, underHeader } from './chart-steps.ts';
import { expect } from './fixtures.ts';
import type { Section, Walk } from './walks.ts';

const headings: Readonly<Record<string, string>> = {
  Problems: 'Problems and health concerns',
  Laboratory: 'Laboratory results',
  'Notes, documents': 'Notes and documents',
  Reports: 'Diagnostic reports',
  'Social history': 'Social history and screening',
};

/** Of the whole chart, not of one kind of record: `story.spec.ts` walks them. */
const overview = ['Summary', 'Timeline', 'What changed'];

async function look(page: Page, name: string, section: Section): Promise<void> {
  await goTo(page, name, headings[name] ?? name);
  if (typeof section === 'string' || section instanceof RegExp) {
    // As it stands on the screen: a line for paper alone is none of it.
    await expect(mainOf(page), name).toContainText(section, { useInnerText: true });
    return;
  }
  for (const [row, facts = {}] of section) {
    const found = rowsOf(page, row).first();
    await expect(found, `${name}: ${row}`).toBeAttached();
    for (const [header, value] of Object.entries(facts)) {
      const cell = header === 'Name' ? found.getByRole('rowheader') : await underHeader(page, found, header);
      await expect(cell, `${name}: ${row}: ${header}`).toContainText(value);
    }
  }
}

/** Goes through every section of the chart, and finds there what the walk names. */
export async function walk(page: Page, sections: Walk): Promise<void> {
  const listed = async (): Promise<readonly string[]> =>
    (await navOf(page).getByRole('link').allInnerTexts())
      .map((name) => name.split('\n')[0]?.trim() ?? '')
      .filter((name) => !overview.includes(name))
      .toSorted();
  await expect
    .poll(listed, { message: 'every section of the table of contents is walked' })
    .toEqual(Object.keys(sections).toSorted());
  for (const [name, section] of Object.entries(sections)) await look(page, name, section);
}
