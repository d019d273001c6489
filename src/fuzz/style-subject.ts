import { readFileSync } from 'node:fs';
import { hex } from '#theme/color.ts';
import { parseSchemes } from '#theme/scheme.ts';
import { fetchStyle, overridesOf } from '#theme/style.ts';
import { mutantOf, wireText } from './mutate.ts';
import { must, type Subject } from './subject.ts';

// From the file: test runners put nothing in the place of style sheets.
const baseSchemes = parseSchemes(readFileSync('src/theme/tokens.css', 'utf8'));

/** Colours, lengths and font families as we spell them: nothing that could end a declaration or fetch anything. */
const spelledByUs =
  /^(?:light-dark\(#[0-9a-f]{6}, #[0-9a-f]{6}\)|#[0-9a-f]{6}99|[\d.]+(?:px|rem)|[\p{L}\p{N} _',-]+)$/u;

/** The EHR's style file: whatever it says, only our own spelling of it reaches the page. */
export const styleSubject: Subject = {
  id: 'style',
  batch: 1,
  cases: mutantOf<unknown>([
    {
      color_background: '#edeae3',
      color_error: '#9e2d2d',
      color_highlight: 'rgb(105, 181, 206)',
      color_modal_backdrop: 'hsl(10, 20%, 30%)',
      color_success: '#498e49',
      color_text: '#303030',
      dim_border_radius: '6px',
      dim_font_size: '13px',
      dim_spacing_size: '1.25rem',
      font_family_body: "Georgia, 'Times New Roman', Times, serif;",
      font_family_heading: '"HelveticaNeue-Light", Helvetica, Arial',
    },
    { color_background: '#111', color_text: 'white' },
  ]),
  async holds(input) {
    const asked: string[] = [];
    const file = await fetchStyle('https://fhir.example.org/style.json', ['fhir.example.org'], (url) => {
      asked.push(url as string);
      return Promise.resolve(new Response(wireText(input)));
    });
    must(asked.length === 1, () => `The style file was asked for ${asked.length} times.`);
    if (file === undefined) return;
    const { properties } = overridesOf(file, baseSchemes);
    for (const [name, value] of Object.entries(properties)) {
      must(/^--[a-z-]+$/.test(name) && spelledByUs.test(value), () => `The style sets ${name}: ${value}`);
    }
    must(file.text === undefined || /^#[0-9a-f]{6}$/.test(hex(file.text)), () => 'A colour that is none.');
  },
};
