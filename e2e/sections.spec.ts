/** Every section of the chart, person by person: the right facts in the right place, and the right words where there are none. */
import { openWholeChart } from './chart-steps.ts';
import { expect, test } from './fixtures.ts';
import { bannerOf } from './steps.ts';
import { walk } from './walk-steps.ts';
import { walks } from './walks.ts';

for (const [person, banner, sections] of walks) {
  test(`every section: ${person.name}`, async ({ page, sandbox }) => {
    test.slow();
    sandbox.control.switches.banner = 'true';
    await openWholeChart(page, sandbox, person);
    for (const fact of banner) await expect(bannerOf(page)).toContainText(fact);
    await walk(page, sections);
  });
}
