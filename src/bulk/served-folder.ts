/** Folders of which a web server may serve what lies in them: a private key there would be everybody's. */
import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

const served = new Set(
  (
    'public public_html dist static site _site sites www wwwroot webroot htdocs httpdocs html docroot inetpub ' +
    '.well-known'
  ).split(' '),
);

/** Where a path leads in truth, links resolved as far as there is something. */
async function truePath(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : join(await truePath(above), basename(path));
  }
}

/** What in a folder's path, as written or as its links lead, looks served: a name, or a page in it or above it. */
export async function servedBecause(folder: string): Promise<string | undefined> {
  const written = resolve(folder);
  for (const path of new Set([written, await truePath(written)])) {
    for (let at = path; at !== dirname(at); at = dirname(at)) {
      if (served.has(basename(at).toLowerCase())) return basename(at);
      if (existsSync(join(at, 'index.html'))) return join(at, 'index.html');
    }
  }
  return undefined;
}
