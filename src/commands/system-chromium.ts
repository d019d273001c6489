import { existsSync } from 'node:fs';

/** The system's Chromium: `CHARTSIDE_CHROMIUM`, else the usual places. Undefined: Playwright uses its own. */
export function systemChromium(): string | undefined {
  const named = process.env['CHARTSIDE_CHROMIUM'];
  if (named !== undefined && named !== '') return named;
  return ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
    existsSync(path),
  );
}
