/** The app in Spanish: for whoever's browser asks for it, and for whoever chooses it in an open chart. */
import type { Page } from '@playwright/test';
import type { Running } from '#commands/start.ts';
import { people } from '#sandbox/cast.ts';
import { expectAccessible, expectGood, expectNoSidewaysScroll, narrow, wide } from './axe.ts';
import { mainOf } from './chart-steps.ts';
import { expect, test } from './fixtures.ts';
import {
  bannerOf,
  choosePerson,
  david,
  expectAllRead,
  expectChartOf,
  launchFromEhr,
  openSection,
  recordRequests,
  share,
  signIn,
} from './steps.ts';

/** What was asked of the record; the menu itself reads the name of who is signed in. */
function searches(sandbox: Running['sandbox']): readonly string[] {
  return recordRequests(sandbox).filter((address) => address.includes('?'));
}

const menus = { es: 'Vista y sesión', en: 'View and session' } as const;

/** Chooses in the reader's menu, whatever its language: by the choice's own name. */
async function choose(page: Page, menu: string, name: string): Promise<void> {
  await page.getByRole('button', { name: menu }).click();
  await page.getByRole('menuitemradio', { name, exact: true }).click();
}

/** What the page tells a screen reader to speak. */
async function expectLanguage(page: Page, tag: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe(tag);
}

async function openInSpanish(page: Page, appUrl: string): Promise<void> {
  await page.goto(`${appUrl}/`);
  await page.getByRole('button', { name: 'Iniciar sesión con YourHealthFile (sandbox)' }).click();
  await signIn(page, david);
  await choosePerson(page, people.david);
  await share(page);
  await expectChartOf(page, people.david);
}

/** Pixels that the words in an empty field leave of it. */
function roomBesideWords(field: HTMLElement | SVGElement): number {
  const { placeholder, clientWidth } = field as HTMLInputElement;
  const { fontSize, fontFamily, paddingLeft, paddingRight } = getComputedStyle(field);
  const pen = document.createElement('canvas').getContext('2d')!;
  pen.font = `${fontSize} ${fontFamily}`;
  const words = pen.measureText(placeholder).width;
  return clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) - words;
}

async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Secciones' }).getByRole('link', { name }).click();
}

test.describe('a browser that asks for Spanish', () => {
  test.use({ locale: 'es-US' });

  test('the sign-in page speaks it, and English on request, kept for the next visit', async ({
    page,
    appUrl,
  }) => {
    await page.goto(`${appUrl}/`);
    await expectLanguage(page, 'es-US');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Abrir un expediente médico');
    await expect(page).toHaveTitle('Abrir un expediente médico – Chartside');
    await expectGood(page, 'sign-in page in Spanish');
    await page.getByRole('button', { name: 'English' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Open a health record');
    await expect(page).toHaveTitle('Open a health record – Chartside');
    await expectLanguage(page, 'en-US');
    await expect(page.getByRole('button', { name: 'English' })).toBeFocused();
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Open a health record');
  });

  test('a patient reads the record in it, and goes on in English at the same place', async ({
    page,
    appUrl,
    sandbox,
  }) => {
    await openInSpanish(page, appUrl);
    await expectLanguage(page, 'es-US');
    await expect(bannerOf(page)).toContainText('14 mar 1974');
    await expect(
      page.getByRole('status').filter({ hasText: /^Se leyeron las \d+ secciones/ }),
    ).toBeAttached();
    for (const [link, heading] of [
      ['Alergias', 'Alergias'],
      ['Medicamentos', 'Medicamentos'],
      ['Laboratorio', 'laboratorio'],
      ['Signos vitales', 'Signos vitales'],
      ['Consultas', 'Consultas'],
    ] as const) {
      await goTo(page, link);
      await expect(mainOf(page).getByRole('heading', { level: 1 })).toContainText(heading);
      await expectAccessible(page, `${link} in Spanish`);
      await expectNoSidewaysScroll(page, link);
      await page.setViewportSize(narrow);
      await expectNoSidewaysScroll(page, `${link}, narrow`);
      await page.setViewportSize(wide);
    }
    await goTo(page, 'Alergias');
    await page.getByRole('link', { name: /Penicillin G/ }).click();
    const address = page.url();
    const asked = searches(sandbox);
    await choose(page, menus.es, 'English');
    await expectLanguage(page, 'en-US');
    await expect(page.getByRole('status').filter({ hasText: 'This page is now in English.' })).toBeAttached();
    await expect(page.getByRole('button', { name: menus.en })).toBeFocused();
    await expect(mainOf(page).getByRole('heading', { level: 1 })).toHaveText('Allergies');
    // The place stays: the record that was open, read no second time.
    await expect(page.getByRole('heading', { name: /Penicillin G/, level: 2 })).toBeVisible();
    expect(page.url()).toBe(address);
    expect(searches(sandbox)).toEqual(asked);
    await page.reload();
    await expect(mainOf(page).getByRole('heading', { level: 1 })).toHaveText('Allergies');
  });

  test('problems, visits and panels have Spanish names beside their own; the field to search by is not cut', async ({
    page,
    appUrl,
  }) => {
    await openInSpanish(page, appUrl);
    await goTo(page, 'Problemas');
    const problem = page.getByRole('row', { name: /^Essential hypertension/ }).first();
    await expect(problem).toContainText('Presión arterial alta');
    await goTo(page, 'Consultas');
    await expect(page.getByRole('row', { name: /^Annual physical/ }).first()).toContainText('Chequeo');
    await goTo(page, 'Laboratorio');
    await expect(
      page.getByRole('rowheader', { name: /^Basic metabolic panel.*(?:sangre|riñones)/i }).first(),
    ).toBeVisible();
    await page
      .getByRole('link', { name: /^Potassium/ })
      .first()
      .click();
    await expect(page.getByRole('heading', { name: 'Potassium', level: 2 })).toBeVisible();
    const field = page.getByRole('searchbox', { name: 'Buscar en esta lista' });
    for (const width of [1200, 1280, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await field.evaluate(roomBesideWords), `at ${width} px`).toBeGreaterThanOrEqual(0);
    }
  });

  test('what went wrong is said in it', async ({ page, appUrl }) => {
    await page.goto(`${appUrl}/launch?iss=https%3A%2F%2Felsewhere.example%2Ffhir&launch=1`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Esta aplicación no funciona con el sistema que la abrió.',
    );
    await expectGood(page, 'a failure in Spanish');
  });
});

test('a clinician chooses it in the chart and keeps clinical words', async ({ page, sandbox }) => {
  const app = await launchFromEhr(page, sandbox);
  await expectAllRead(app);
  await openSection(app, 'Medications');
  await expect(mainOf(app).getByRole('heading', { level: 1 })).toHaveText('Medications');
  await expect(app.getByRole('button', { name: /What is this/ })).toHaveCount(0);
  const asked = searches(sandbox);
  await choose(app, menus.en, 'Español');
  await expect(mainOf(app).getByRole('heading', { level: 1 })).toHaveText('Medicamentos');
  await expect(app.getByRole('status').filter({ hasText: 'ahora en español' })).toBeAttached();
  await expect(app.getByRole('button', { name: menus.es })).toBeFocused();
  await expect(app).toHaveTitle(/^Medicamentos · /);
  await expect(app.getByRole('button', { name: /Qué es esto/ })).toHaveCount(0);
  expect(searches(sandbox)).toEqual(asked);
  await expectAccessible(app, 'medications in Spanish');
});
