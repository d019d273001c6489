/**
 * What the app's own server does (`server/app-server.ts`), said in the words of three kinds of static hosting. The test
 * beside it reads the files back and compares the answers.
 */

/** A static export, as a host has to serve it. */
export interface StaticSite {
  /** On every answer. */
  readonly headers: Readonly<Record<string, string>>;
  /** The `Link` header of every page but `/launch`, which leaves at once. */
  readonly link: string | undefined;
  /** Addresses of the app; `/*` at the end stands for everything below. For hosts that need each named. */
  readonly pages: readonly string[];
  /** Files by their address, without the page itself and without compressed forms. */
  readonly files: readonly string[];
  /** Media type by extension. */
  readonly types: Readonly<Record<string, string>>;
}

export const launchPage = '/launch';
export const notStored = 'no-store';
export const notFound = 'There is no such file.';

/** Hashed names never change their content; the icon and the like may. */
export function fileCaching(path: string): string {
  return path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}

type Headers = readonly (readonly [name: string, value: string])[];

function pageHeaders({ link }: StaticSite, path: string): Headers {
  return [
    ['Cache-Control', notStored],
    ...(link === undefined || path === launchPage ? [] : [['Link', link] as const]),
  ];
}

/** Values come from the configuration: one that could end its own quotes is no header of ours. */
function quoted(value: string): string {
  if (/["\\${}\r\n]/.test(value))
    throw new Error(`This header value cannot be written for a static host: ${value}`);
  return `"${value}"`;
}

/**
 * `_headers`, as Netlify reads it. Rules that fit one address are joined there, value to value: so no header stands in
 * two rules that can meet, and pages and files are named one by one.
 */
export function headersFile(site: StaticSite): string {
  const rule = (path: string, headers: Headers): string =>
    `${path}\n${headers.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`;
  return [
    rule('/*', Object.entries(site.headers)),
    ...site.pages.map((path) => rule(path, pageHeaders(site, path))),
    ...site.files.map((path) => rule(path, [['Cache-Control', fileCaching(path)]])),
  ].join('\n');
}

/** `_redirects` beside it: the app's addresses lead to its page, files to themselves, everything else to nothing. */
export function redirectsFile(site: StaticSite): string {
  return site.pages
    .filter((path) => path !== '/')
    .map((path) => `${path} /index.html 200\n`)
    .join('');
}

/** A part for nginx, inside a `server` block that names `root`. */
export function nginxFile(site: StaticSite): string {
  const lines = (headers: Headers): string =>
    [...Object.entries(site.headers), ...headers]
      .map(([name, value]) => `    add_header ${name} ${quoted(value)} always;\n`)
      .join('');
  // nginx drops the outer headers wherever a location has its own: each says all of them.
  const location = (where: string, headers: Headers, ...rest: readonly string[]): string =>
    `location ${where} {\n${lines(headers)}${rest.map((line) => `    ${line}\n`).join('')}}\n`;
  const types = Object.entries(site.types).map(([extension, type]) => `    ${type} ${extension};\n`);
  return [
    `# Chartside for nginx, made by "npm run build -- --static". Inside a server block:
#
#     server {
#         listen 443 ssl;
#         …
#         root /srv/chartside/site;
#         include /srv/chartside/nginx.conf;
#     }

merge_slashes off;
charset utf-8;
charset_types text/css text/javascript text/plain;
types {
${types.join('')}}
default_type application/octet-stream;

gzip_static on;
gzip_vary on;
# With the ngx_brotli module, for the smaller form:
# brotli_static on;

if ($request_method !~ ^(GET|HEAD)$) {
    return 405;
}
error_page 404 @missing;
error_page 405 @refused;
`,
    location(
      '@missing',
      [['Cache-Control', notStored]],
      'types {}',
      'default_type text/plain;',
      `return 404 "${notFound}\\n";`,
    ),
    location('@refused', [['Allow', 'GET, HEAD']], 'return 405 "";'),
    location('= /index.html', [], 'return 404;'),
    // Before the regular expressions: the id of a record may hold dots.
    location('^~ /chart/', pageHeaders(site, '/chart/'), 'try_files /index.html =404;'),
    location('^~ /open/chart/', pageHeaders(site, '/open/chart/'), 'try_files /index.html =404;'),
    location(`= ${launchPage}`, pageHeaders(site, launchPage), 'try_files /index.html =404;'),
    ...site.files
      .filter((path) => !path.startsWith('/assets/'))
      .map((path) => location(`= ${path}`, [['Cache-Control', fileCaching(path)]], 'try_files $uri =404;')),
    // Regular expressions stand in the order in which nginx tries them. Compressed forms have no address of their own.
    location(String.raw`~ ^//|\.(br|gz)$`, [], 'return 404;'),
    location('~ ^/assets/', [['Cache-Control', fileCaching('/assets/')]], 'try_files $uri =404;'),
    location(String.raw`~ \.[^/]*$`, [], 'return 404;'),
    location('/', pageHeaders(site, '/'), 'try_files /index.html =404;'),
  ].join('\n');
}

/** A Caddyfile. Caddy gets its certificates by itself. */
export function caddyFile(site: StaticSite): string {
  const lines = (headers: Headers): string =>
    headers.map(([name, value]) => `\t\t\t${name} ${quoted(value)}\n`).join('');
  const handle = (where: string, headers: Headers, ...rest: readonly string[]): string =>
    `\thandle ${where}{\n\t\theader {\n${lines(headers)}\t\t}\n${rest.map((line) => `\t\t${line}\n`).join('')}\t}\n`;
  const whole = ['rewrite * /index.html', 'import chartside_files'];
  const roots = site.files.filter((path) => !path.startsWith('/assets/'));
  return `# Chartside for Caddy, made by "npm run build -- --static".
# CHARTSIDE_ADDRESS is the site's address; CHARTSIDE_SITE is the folder "site" beside this file.

(chartside_files) {
	file_server {
		precompressed br gzip
	}
}

{$CHARTSIDE_ADDRESS:chart.example.org} {
	root * {$CHARTSIDE_SITE:/srv/chartside/site}
	header {
${Object.entries(site.headers)
  .map(([name, value]) => `\t\t${name} ${quoted(value)}\n`)
  .join('')}	}

	@refused not method GET HEAD
	@asset {
		path /assets/*
		file
		not path */ *.br *.gz
	}
	@file path ${roots.join(' ')}
	# Under /chart/ and /open/chart/ the id of a record may hold dots.
	@missing {
		path_regexp ^/assets/|\\.[^/]*$
		not path_regexp ^/(?:open/)?chart/
	}

	route {
${[
  handle('@refused ', [['Allow', 'GET, HEAD']], 'respond 405'),
  handle('@asset ', [['Cache-Control', fileCaching('/assets/')]], 'import chartside_files'),
  ...(roots.length === 0
    ? []
    : [handle('@file ', [['Cache-Control', fileCaching('/')]], 'import chartside_files')]),
  handle(
    '@missing ',
    [
      ['Cache-Control', notStored],
      ['Content-Type', 'text/plain; charset=utf-8'],
    ],
    `respond "${notFound}\n" 404`,
  ),
  handle(`${launchPage} `, pageHeaders(site, launchPage), ...whole),
  handle('', pageHeaders(site, '/'), ...whole),
]
  .join('')
  .replaceAll(/^\t/gm, '\t\t')}	}
}
`;
}
