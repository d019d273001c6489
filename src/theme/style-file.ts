/**
 * What an EHR's style file may say (SMART App Launch 2.2, "Styling"): eleven keys, each held to a grammar. A value that
 * does not fit is left out and the rest still counts; nothing of the file reaches the page as it came.
 */
import { type Rgb, parseColor } from './color.ts';

export interface StyleFile {
  readonly background?: Rgb;
  readonly text?: Rgb;
  readonly highlight?: Rgb;
  readonly error?: Rgb;
  readonly success?: Rgb;
  readonly backdrop?: Rgb;
  /** Pixels. */
  readonly radius?: number;
  readonly fontSize?: number;
  readonly spacing?: number;
  /** A font-family list, spelled anew by us. */
  readonly bodyFont?: string;
  readonly headingFont?: string;
}

const lengthForm = /^(\d{1,3}(?:\.\d{1,3})?)(px|pt|rem|em)?$/;
const pixels: Readonly<Record<string, number>> = { px: 1, pt: 4 / 3, rem: 16, em: 16 };

function length(value: unknown, least: number, most: number): number | undefined {
  const parts = typeof value === 'string' ? lengthForm.exec(value.trim()) : null;
  if (!parts) return undefined;
  const size = Number(parts[1]) * pixels[parts[2] ?? 'px']!;
  return Math.min(most, Math.max(least, size));
}

const familyForm = /^[\p{L}\p{N}][\p{L}\p{N} _-]{0,39}$/u;
const genericFamilies = new Set([
  'serif',
  'sans-serif',
  'monospace',
  'system-ui',
  'ui-sans-serif',
  'ui-serif',
]);

function fontFamily(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 300) return undefined;
  // The specification's own sample ends its lists as CSS declarations do.
  const list = value.trim().replace(/;+$/, '');
  const families = list.split(',').map((name) => name.trim().replace(/^(['"])(.*)\1$/, '$2'));
  if (families.length > 8 || !families.every((name) => familyForm.test(name))) return undefined;
  const spelled = families.map((name) => (genericFamilies.has(name) ? name : `'${name}'`));
  return [...spelled, ...(genericFamilies.has(families.at(-1)!) ? [] : ['system-ui', 'sans-serif'])].join(
    ', ',
  );
}

function color(value: unknown): Rgb | undefined {
  return typeof value === 'string' && value.length <= 40 ? parseColor(value) : undefined;
}

/** Reads parsed JSON of any shape. Never throws; an unknown key or a value outside its grammar is left out. */
export function readStyleFile(json: unknown): StyleFile {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return {};
  const of = (key: string): unknown =>
    Object.hasOwn(json, key) ? (json as Record<string, unknown>)[key] : undefined;
  const values = {
    background: color(of('color_background')),
    text: color(of('color_text')),
    highlight: color(of('color_highlight')),
    error: color(of('color_error')),
    success: color(of('color_success')),
    backdrop: color(of('color_modal_backdrop')),
    radius: length(of('dim_border_radius'), 0, 12),
    fontSize: length(of('dim_font_size'), 13, 18),
    spacing: length(of('dim_spacing_size'), 16, 32),
    bodyFont: fontFamily(of('font_family_body')),
    headingFont: fontFamily(of('font_family_heading')),
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
