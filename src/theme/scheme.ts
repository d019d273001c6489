/** The colours of one theme by role, and what each must be readable on. */
import { type Rgb, contrast, hex, mix, parseColor, readable } from './color.ts';

export const colorRoles = [
  'surface',
  'raised',
  'text',
  'muted',
  'edge',
  'accent',
  'accent-soft',
  'on-accent',
  'critical',
  'critical-soft',
  'abnormal',
  'abnormal-soft',
  'band',
  'focus',
] as const;

export type ColorRole = (typeof colorRoles)[number];
export type Scheme = Readonly<Record<ColorRole, Rgb>>;
export interface Schemes {
  readonly light: Scheme;
  readonly dark: Scheme;
}

/** Foreground, the backgrounds it stands on, the least contrast. WCAG AA, and AAA for the main text. */
export const contrastDemands: readonly (readonly [ColorRole, readonly ColorRole[], number])[] = [
  ['text', ['surface', 'raised', 'accent-soft', 'critical-soft', 'abnormal-soft', 'band'], 7],
  ['muted', ['surface', 'raised', 'accent-soft', 'critical-soft', 'abnormal-soft', 'band'], 4.5],
  ['accent', ['surface', 'raised', 'accent-soft', 'critical-soft'], 4.5],
  ['critical', ['surface', 'raised', 'accent-soft', 'critical-soft', 'band'], 4.5],
  ['abnormal', ['surface', 'raised', 'accent-soft', 'abnormal-soft', 'band'], 4.5],
  ['on-accent', ['accent'], 4.5],
  ['edge', ['surface', 'raised'], 3],
  ['focus', ['surface', 'raised', 'accent-soft'], 3],
];

/** Both schemes out of the text of `tokens.css`. Throws when a role is missing: that is a fault of ours. */
export function parseSchemes(css: string): Schemes {
  const read = (which: 1 | 2): Scheme =>
    Object.fromEntries(
      colorRoles.map((role) => {
        const found = new RegExp(`--${role}:\\s*light-dark\\((#\\w+),\\s*(#\\w+)\\)`).exec(css);
        const color = parseColor(found?.[which] ?? '');
        if (color === undefined) throw new Error(`tokens.css has no colour for --${role}`);
        return [role, color];
      }),
    ) as Record<ColorRole, Rgb>;
  return { light: read(1), dark: read(2) };
}

const black: Rgb = [0, 0, 0];
const white: Rgb = [255, 255, 255];

/** A background is moved away from the middle until black or white can be read on all its tints. */
function asBackground(color: Rgb): Rgb {
  const end = contrast(color, black) >= contrast(color, white) ? white : black;
  return readable(color, [[end === white ? black : white, 13]]);
}

export interface GivenColors {
  readonly background?: Rgb | undefined;
  readonly text?: Rgb | undefined;
  readonly highlight?: Rgb | undefined;
  readonly error?: Rgb | undefined;
  readonly success?: Rgb | undefined;
}

/** A scheme with an EHR's colours in it, each corrected until every demand is met. Never refuses a colour. */
export function withColors(base: Scheme, given: GivenColors): Scheme {
  const surface = given.background ? asBackground(given.background) : base.surface;
  const light = contrast(surface, black) > contrast(surface, white);
  const raised = given.background ? mix(surface, white, light ? 0.75 : 0.035) : base.raised;
  const accent = given.highlight ?? base.accent;
  const critical = given.error ?? base.critical;
  // A tint stays far enough from the ink that every text can be read on it.
  const blend = (color: Rgb, share: number): Rgb =>
    readable(mix(raised, color, share), [[light ? black : white, 11]]);
  const tint = (color: Rgb): Rgb => blend(color, light ? 0.09 : 0.14);
  const draft: Record<ColorRole, Rgb> = {
    ...base,
    surface,
    raised,
    text: given.text ?? base.text,
    muted: given.text ? mix(given.text, surface, 0.28) : base.muted,
    accent,
    'accent-soft': given.highlight || given.background ? tint(accent) : base['accent-soft'],
    'on-accent': light ? white : base['on-accent'],
    critical,
    'critical-soft': given.error || given.background ? tint(critical) : base['critical-soft'],
    'abnormal-soft': given.background ? tint(base.abnormal) : base['abnormal-soft'],
    band:
      given.success || given.background
        ? blend(given.success ?? [30, 132, 73], light ? 0.14 : 0.3)
        : base.band,
    focus: accent,
  };
  return corrected(draft);
}

function corrected(draft: Record<ColorRole, Rgb>): Scheme {
  for (const [foreground, backgrounds, least] of contrastDemands) {
    const shown = backgrounds.map((role) => [parseColor(hex(draft[role]))!, least] as const);
    draft[foreground] = readable(draft[foreground], shown);
  }
  return draft;
}
