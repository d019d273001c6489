import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast, hex, parseColor } from './color.ts';
import { type Scheme, contrastDemands, parseSchemes } from './scheme.ts';
import { readStyleFile } from './style-file.ts';
import { applyStyle, fetchStyle, overridesOf } from './style.ts';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');
const ours = parseSchemes(css);

function misses(scheme: Scheme): string[] {
  return contrastDemands.flatMap(([foreground, backgrounds, least]) =>
    backgrounds
      .map((background) => ({ background, ratio: contrast(scheme[foreground], scheme[background]) }))
      .filter(({ ratio }) => ratio < least)
      .map(({ background, ratio }) => `${foreground} on ${background}: ${ratio.toFixed(2)} < ${least}`),
  );
}

function schemesOf(json: unknown): { light: Scheme; dark: Scheme } {
  const { properties } = overridesOf(readStyleFile(json), ours);
  const text = Object.entries(properties)
    .map(([name, value]) => `${name}: ${value};`)
    .join('\n');
  return parseSchemes(text);
}

describe('contrast', () => {
  test('is computed as WCAG says', () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).toBe(21);
    expect(contrast(parseColor('#767676')!, parseColor('#fff')!)).toBeCloseTo(4.54, 2);
  });

  test.each(['light', 'dark'] as const)('holds for every pair of our %s theme', (theme) => {
    expect(misses(ours[theme])).toEqual([]);
  });

  const hostile = {
    'text like its background': { color_background: '#ffffff', color_text: '#fefefe' },
    'pale accent': { color_background: '#fff', color_highlight: '#ffff00', color_error: '#ffe0e0' },
    'middle grey': { color_background: '#808080', color_text: '#7f7f7f', color_highlight: '#888888' },
    'saturated background': {
      color_background: '#ff0000',
      color_text: '#00ff00',
      color_highlight: '#0000ff',
    },
    'dark background, dark text': {
      color_background: '#101010',
      color_text: '#000000',
      color_highlight: '#000033',
    },
    'text alone': { color_text: '#ffffff' },
    'green band': { color_success: '#003300', color_error: '#ff00ff' },
    black: { color_background: '#000000', color_text: '#111111', color_error: '#220000' },
  };
  for (const [name, file] of Object.entries(hostile)) {
    test(`is corrected in both themes: ${name}`, () => {
      const { light, dark } = schemesOf(file);
      expect(misses(light)).toEqual([]);
      expect(misses(dark)).toEqual([]);
    });
  }

  test('is corrected for five hundred arbitrary files', () => {
    let seed = 7;
    const random = (): string => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return `#${(seed % 0x1000000).toString(16).padStart(6, '0')}`;
    };
    for (let run = 0; run < 500; run++) {
      const file = {
        color_background: random(),
        color_text: random(),
        color_highlight: random(),
        color_error: random(),
        color_success: random(),
      };
      const { light, dark } = schemesOf(file);
      expect({ file, misses: [...misses(light), ...misses(dark)] }).toEqual({ file, misses: [] });
    }
  });

  test('leaves a readable colour as it came', () => {
    const { light } = schemesOf({
      color_background: '#ffffff',
      color_text: '#303030',
      color_highlight: '#69308e',
    });
    expect([hex(light.surface), hex(light.text), hex(light.accent)]).toEqual([
      '#ffffff',
      '#303030',
      '#69308e',
    ]);
  });

  test('keeps our own background in the theme the file is not drawn in', () => {
    const { dark } = schemesOf({
      color_background: '#fafafa',
      color_text: '#111111',
      color_highlight: '#69308e',
    });
    expect(hex(dark.surface)).toBe(hex(ours.dark.surface));
    expect(hex(dark.text)).toBe(hex(ours.dark.text));
  });
});

describe('the grammar of a style file', () => {
  test('reads all eleven keys', () => {
    expect(
      readStyleFile({
        color_background: '#edeae3',
        color_error: '#9e2d2d',
        color_highlight: 'rgb(105, 181, 206)',
        color_modal_backdrop: '#000',
        color_success: '#498e49',
        color_text: '#303030',
        dim_border_radius: '6px',
        dim_font_size: '13px',
        dim_spacing_size: '20px',
        font_family_body: "Georgia, Times, 'Times New Roman', serif",
        font_family_heading: "'HelveticaNeue-Light', Helvetica, Arial; ",
      }),
    ).toEqual({
      background: [237, 234, 227],
      error: [158, 45, 45],
      highlight: [105, 181, 206],
      backdrop: [0, 0, 0],
      success: [73, 142, 73],
      text: [48, 48, 48],
      radius: 6,
      fontSize: 13,
      spacing: 20,
      bodyFont: "'Georgia', 'Times', 'Times New Roman', serif",
      headingFont: "'HelveticaNeue-Light', 'Helvetica', 'Arial', system-ui, sans-serif",
    });
  });

  test.each([
    ['a colour', 'color_text', 'url(https://evil.example/x)'],
    ['a colour', 'color_text', 'red; background: url(//evil.example)'],
    ['a colour', 'color_text', 'var(--surface)'],
    ['a colour', 'color_text', '#12345'],
    ['a colour', 'color_text', 'rgb(999, 0, 0)'],
    ['a colour', 'color_text', 42],
    ['a length', 'dim_font_size', 'calc(100vw * 9)'],
    ['a length', 'dim_font_size', '-4px'],
    ['a length', 'dim_border_radius', '9999999px'],
    ['a font', 'font_family_body', "x'; } body { display: none } '"],
    ['a font', 'font_family_body', 'Arial), url(https://evil.example/f'],
    ['a font', 'font_family_body', `${'A, '.repeat(200)}B`],
    ['a font', 'font_family_body', 'A\nB'],
  ])('leaves out %s that is none: %s = %s', (_what, key, value) => {
    expect(readStyleFile({ [key]: value })).toEqual({});
  });

  test('leaves out what is bad and keeps what is good', () => {
    expect(readStyleFile({ color_text: 'javascript:1', dim_border_radius: '2px', extra: '#fff' })).toEqual({
      radius: 2,
    });
  });

  test.each([null, [], 'text', 7, JSON.parse('{"__proto__":{"color_text":"#ffffff"}}')])(
    'survives %j',
    (json) => {
      expect(readStyleFile(json)).toEqual({});
    },
  );

  test('bounds measures instead of believing them', () => {
    expect(
      readStyleFile({ dim_font_size: '2px', dim_spacing_size: '300px', dim_border_radius: '50px' }),
    ).toEqual({
      fontSize: 13,
      spacing: 32,
      radius: 12,
    });
  });
});

describe('fetching a style file', () => {
  const answer = (body: string, init?: ResponseInit) => async () => new Response(body, init);
  const hosts = ['ehr.example', 'localhost:4202'];

  test.each([
    'https://evil.example/style.json',
    'https://ehr.example.evil.example/style.json',
    'https://ehr.example:8443/style.json',
    'https://good@ehr.example/style.json',
    'http://ehr.example/style.json',
    'javascript:alert(1)',
    'data:application/json,{}',
    'not a url',
  ])('never asks %s', async (url) => {
    let asked = 0;
    const ask = async (): Promise<Response> => {
      asked += 1;
      return new Response('{}');
    };
    expect(await fetchStyle(url, hosts, ask)).toBeUndefined();
    expect(asked).toBe(0);
  });

  test('asks without credentials, cache, redirects or referrer', async () => {
    let seen: RequestInit | undefined;
    const ask = async (_url: unknown, init?: RequestInit): Promise<Response> => {
      seen = init;
      return new Response('{"color_text":"#111111"}');
    };
    expect(await fetchStyle('http://localhost:4202/style.json', hosts, ask)).toEqual({ text: [17, 17, 17] });
    expect(seen).toMatchObject({
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    });
    expect(seen?.signal).toBeInstanceOf(AbortSignal);
  });

  test.each([
    ['a failure', answer('{}', { status: 404 })],
    ['no JSON', answer('<html>')],
    ['too much', answer(`{"color_text":"#111111","x":"${'y'.repeat(70_000)}"}`)],
    ['no network', async () => Promise.reject(new TypeError('Failed to fetch'))],
  ])('%s leaves our own look', async (_what, ask) => {
    expect(await fetchStyle('https://ehr.example/style.json', hosts, ask)).toBeUndefined();
  });
});

describe('the page’s root', () => {
  const root = (): HTMLElement =>
    ({
      dataset: {},
      style: { setProperty: () => undefined, removeProperty: () => undefined },
    }) as unknown as HTMLElement;
  const light = { properties: {}, theme: 'light' } as const;

  test('has the theme of the file beside the reader’s own, as long as the style is there', () => {
    const page = root();
    page.dataset['theme'] = 'dark';
    const undo = applyStyle(light, page);
    expect(page.dataset).toEqual({ theme: 'dark', ehrTheme: 'light' });
    undo();
    expect(page.dataset).toEqual({ theme: 'dark' });
  });

  test('has none where the file names no background', () => {
    const page = root();
    applyStyle({ properties: {}, theme: undefined }, page);
    expect(page.dataset).toEqual({});
  });
});
