import { html, Html } from './html.ts';

export interface PageParts {
  readonly title: string;
  readonly body: Html;
  /** Who owns the page: the practice's EHR, the patients' portal, or Enterprise's sign-in for patients or staff. */
  readonly owner?: keyof typeof owners;
  /** Links and sign-out of a signed-in user; absent on sign-in and consent pages. */
  readonly user?: {
    readonly name: string;
    readonly current: 'patients' | 'portal' | 'doors' | 'switches' | undefined;
  };
  readonly width?: 'narrow' | 'reading';
  readonly script?: string;
}

const owners = {
  ehr: 'Made-up Office EHR',
  portal: 'YourHealthFile, made up',
  enterprise: 'Enterprise patient sign-in, made up',
  'enterprise-ehr': 'Made-up Enterprise EHR',
} as const;

/** A whole page of the sandbox. Every one says on top that nobody on it is real. */
export function page({ title, body, owner = 'ehr', user, width, script }: PageParts): string {
  const link = (path: string, words: string, key: string) =>
    html`<a href="${path}" ${user?.current === key && html` aria-current="page"`}>${words}</a>`;
  const bar = html`<header class="bar">
    <div>
      <strong>${owners[owner]}</strong>
      ${
        user !== undefined &&
        html`<nav aria-label="EHR">
            ${link('/patients', 'Patients', 'patients')} ${link('/portal', 'Patient portal', 'portal')}
            ${link('/doors', 'Doors', 'doors')} ${link('/switches', 'Switches and failures', 'switches')}
          </nav>
          <form method="post" action="/sign-out"><span>${user.name}</span><button>Sign out</button></form>`
      }
    </div>
  </header>`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${title} · ${owners[owner]}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/favicon.svg" />
        <link rel="stylesheet" href="/style.css" />
        ${script !== undefined && html`<script src="${script}" defer></script>`}
      </head>
      <body>
        <a class="skip" href="#main">Skip to the content</a>
        ${bar}
        <aside class="made-up" aria-label="About this sandbox">
          <p>
            <b>A sandbox.</b> Everyone and everything here is made up; it only looks and answers like an EHR.
          </p>
        </aside>
        <main id="main" ${width !== undefined && html` class="${width}"`}>${body}</main>
      </body>
    </html> `.text;
}
