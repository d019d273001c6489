/** Colours as sRGB triples, and WCAG 2.2 contrast between them (§1.4.3, relative luminance). */

export type Rgb = readonly [red: number, green: number, blue: number];

const hexForm = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i;
const rgbForm = /^rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)$/i;

/** `#rgb`, `#rrggbb` or `rgb(r, g, b)`; anything else is undefined. */
export function parseColor(text: string): Rgb | undefined {
  const value = text.trim();
  const parts = rgbForm.exec(value);
  if (parts) {
    const [red, green, blue] = parts.slice(1).map(Number) as [number, number, number];
    return Math.max(red, green, blue) <= 255 ? [red, green, blue] : undefined;
  }
  if (!hexForm.test(value)) return undefined;
  const digits = value.slice(1);
  const long = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  return [0, 2, 4].map((at) => Number.parseInt(long.slice(at, at + 2), 16)) as unknown as Rgb;
}

export function hex(color: Rgb): string {
  return `#${color.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

/** `share` of `other` in `color`, 0 to 1. */
export function mix(color: Rgb, other: Rgb, share: number): Rgb {
  return color.map((part, at) => part + (other[at]! - part) * share) as unknown as Rgb;
}

export function luminance(color: Rgb): number {
  const [red, green, blue] = color.map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** 1 to 21. */
export function contrast(one: Rgb, two: Rgb): number {
  const a = luminance(one);
  const b = luminance(two);
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const black: Rgb = [0, 0, 0];
const white: Rgb = [255, 255, 255];
const steps = Array.from({ length: 26 }, (_, step) => step / 25);

/** A colour and what it must be read on: each background with the least contrast. */
export type Demand = readonly [background: Rgb, least: number];

/** The nearest shade of a colour, darker or lighter, that meets every demand; black or white where none does. */
export function readable(color: Rgb, demands: readonly Demand[]): Rgb {
  // Rounded to what the screen will show, with a hair to spare.
  const meets = (shade: Rgb): boolean =>
    demands.every(([background, least]) => contrast(parseColor(hex(shade))!, background) >= least + 0.01);
  for (const share of steps) {
    for (const end of [black, white]) {
      const shade = mix(color, end, share);
      if (meets(shade)) return shade;
    }
  }
  const worst = (end: Rgb): number => Math.min(...demands.map(([background]) => contrast(end, background)));
  return worst(black) >= worst(white) ? black : white;
}
