import { expect, test } from 'vitest';
import type { Switches } from '#sandbox/control.ts';
import { fixtureSite, origin } from './fhir-fixture.ts';
import { slowStyleMilliseconds } from './style-files.ts';

const ehr = `${origin}/electronic/json/api/ehrSmartStyleConfig.json`;
const portal = `${origin}/electronic/json/api/portalSmartStyleConfig.json`;

/** Every key of SMART App Launch 2.2. */
const keys = [
  'color_background',
  'color_error',
  'color_highlight',
  'color_modal_backdrop',
  'color_success',
  'color_text',
  'dim_border_radius',
  'dim_font_size',
  'dim_spacing_size',
  'font_family_body',
  'font_family_heading',
];

async function style(
  setting: Switches['style'],
  url = ehr,
): Promise<{ status: number; style: Record<string, unknown>; waits: readonly number[] }> {
  const site = fixtureSite();
  site.control.switches.style = setting;
  const response = await site.get(url, { as: '', origin: 'https://any.example' });
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe('https://any.example');
  return {
    status: response.status,
    style: response.ok ? ((await response.json()) as Record<string, unknown>) : {},
    waits: site.waits,
  };
}

test.each([ehr, portal])('%s has every key', async (url) => {
  expect(Object.keys((await style('ehr', url)).style)).toEqual(keys);
});

test('the EHR’s and the portal’s differ', async () => {
  expect((await style('ehr')).style).not.toEqual((await style('portal', portal)).style);
});

test('unreadable: text near the background’s colour', async () => {
  expect((await style('unreadable')).style).toMatchObject({
    color_background: '#ffffff',
    color_text: '#e8e8e8',
  });
});

test('malformed: every key, hardly a value of its kind', async () => {
  const { style: found } = await style('malformed');
  expect(Object.keys(found)).toEqual(keys);
  expect(found['color_background']).not.toMatch(/^#[0-9a-f]{6}$/);
});

test('slow waits, then is right; not-found is a 404', async () => {
  const slow = await style('slow');
  expect([slow.waits, slow.style['color_text']]).toEqual([[slowStyleMilliseconds], '#1b2a33']);
  expect((await style('not-found')).status).toBe(404);
  expect((await style('ehr', `${origin}/electronic/json/api/other.json`)).status).toBe(404);
});
