import type { Control } from '#sandbox/control.ts';
import { gateway, waitFor } from './gateway.ts';
import { own, type SandboxHandler } from './resource.ts';

const folder = '/electronic/json/api/';

/** SMART App Launch 2.2, "smart_style_url": every key, with the spec sample's habits (an empty value, a list that ends in `;`). */
const styles: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'ehrSmartStyleConfig.json': {
    color_background: '#f4f7fa',
    color_error: '#b3261e',
    color_highlight: '#0b6e99',
    color_modal_backdrop: '',
    color_success: '#2e7d32',
    color_text: '#1b2a33',
    dim_border_radius: '4px',
    dim_font_size: '14px',
    dim_spacing_size: '8px',
    font_family_body: "'Open Sans', 'Helvetica Neue', Arial, sans-serif;",
    font_family_heading: "'Open Sans', 'Helvetica Neue', Arial, sans-serif;",
  },
  'portalSmartStyleConfig.json': {
    color_background: '#ffffff',
    color_error: '#a4262c',
    color_highlight: '#5b3f8c',
    color_modal_backdrop: 'rgba(20, 16, 32, 0.6)',
    color_success: '#1e6b3c',
    color_text: '#241c33',
    dim_border_radius: '12px',
    dim_font_size: '16px',
    dim_spacing_size: '20px',
    font_family_body: "Georgia, 'Times New Roman', serif",
    font_family_heading: 'Verdana, Geneva, sans-serif;',
  },
};

/** Values that are no value of their kind, some of them hostile. */
const malformed: Readonly<Record<string, unknown>> = {
  color_background: 'red; } body { display: none',
  color_error: 17,
  color_highlight: 'url(https://styles.invalid/pixel.png)',
  color_modal_backdrop: null,
  color_success: 'expression(alert(1))',
  color_text: '#12',
  dim_border_radius: '-9999px',
  dim_font_size: '400em',
  dim_spacing_size: 'calc(100vw * 9)',
  font_family_body: '</style><script>alert(1)</script>',
  font_family_heading: ['Arial'],
};

/** Text and highlight that can hardly be told from the background. */
const unreadable = {
  color_background: '#ffffff',
  color_text: '#e8e8e8',
  color_highlight: '#f7f2d0',
  color_error: '#ffd9d9',
  color_success: '#e2f7e2',
};

/** How long the switch `slow` keeps a style file back. */
export const slowStyleMilliseconds = 10_000;

export interface StyleFileOptions {
  readonly control: Control;
  readonly allowedOrigins: readonly string[];
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** The two files that `smart_style_url` names, as the switch `style` has them: right, broken, slow or missing. */
export function createStyleFiles(options: StyleFileOptions): SandboxHandler {
  const { control, wait = waitFor } = options;
  return gateway(
    { ...options, server: 'style', limited: false, targets: () => ['style'], isPublic: () => true },
    async (_request, url) => {
      const name = url.pathname.startsWith(folder) ? url.pathname.slice(folder.length) : '';
      const file = own(styles, name);
      const { style } = control.switches;
      if (file === undefined || style === 'not-found')
        return new Response('Not Found', { status: 404, headers: { 'Content-Type': 'text/plain' } });
      if (style === 'slow') await wait(slowStyleMilliseconds);
      const content =
        style === 'malformed' ? malformed : style === 'unreadable' ? { ...file, ...unreadable } : file;
      return new Response(JSON.stringify(content, undefined, 2), {
        headers: { 'Content-Type': 'application/json' },
      });
    },
  );
}
