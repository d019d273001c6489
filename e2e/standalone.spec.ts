import { people } from '#sandbox/cast.ts';
import { expect, test } from './fixtures.ts';
import { bannerOf, david, openAsPatient } from './steps.ts';

test('a patient opens the record of a dependent with portal credentials', async ({ page, appUrl }) => {
  await openAsPatient(page, appUrl, people.alex, david);
  await expect(bannerOf(page)).toContainText('May 30, 2012');
});
