import { practice } from '#sandbox/cast.ts';
import { printedLogins, signInForm } from '#sandbox/identity/pages.ts';
import type { ChartFacts, Charts, PatientLine } from './charts.ts';
import { html, type Html } from './html.ts';
import { page } from './page.ts';

/** Patients shown at once; a search narrows the rest. */
const listed = 60;

export function signInPage({ failed, username }: { failed: boolean; username: string }): string {
  return page({
    title: 'Sign in',
    width: 'narrow',
    body: html`<h1>${practice.name}</h1>
      <p>Sign in as somebody of the staff, open a patient's chart, and open the app from there.</p>
      ${signInForm('/sign-in', failed, username)} ${printedLogins('provider')}
      <p>
        Patients use <a href="/portal">YourHealthFile, the patients' portal</a>. Failures and odd answers are
        chosen on the page of <a href="/switches">switches</a>; every way in is described on the page of
        <a href="/doors">doors</a>.
      </p>`,
  });
}

export function patientsPage(charts: Charts, user: string, words: string): string {
  const found = charts.search(words);
  const shown = found.slice(0, listed);
  const hasData = found.some(({ base }) => base === 'data');
  return page({
    title: 'Patients',
    user: { name: user, current: 'patients' },
    body: html`<h1>Patients</h1>
      <form method="get" action="/patients" role="search" class="panel">
        <label for="q">Name, birth date or number</label>
        <div class="row">
          <input id="q" type="search" name="q" value="${words}" /><button class="main">Find</button>
        </div>
      </form>
      ${
        shown.length === 0
          ? html`<p>No patient here fits “${words}”.</p>`
          : html`<div class="panel wide">
              <table class="people">
                <thead>
                  <tr>
                    <th scope="col">Name</th>
                    <th scope="col" class="number">Born</th>
                    <th scope="col">Sex</th>
                    <th scope="col" class="number">Number</th>
                    <th scope="col">${hasData ? 'From, or what they are here to show' : 'Here to show'}</th>
                  </tr>
                </thead>
                <tbody>
                  ${shown.map(
                    (line) =>
                      html`<tr>
                        <td>
                          <a href="${chartPath(line)}">${line.name}</a>${line.deceased && ' (deceased)'}
                        </td>
                        <td class="number">${line.born}</td>
                        <td>${line.sex}</td>
                        <td class="number">${line.number}</td>
                        <td class="muted">
                          ${line.purpose ?? (line.base === 'data' ? 'Your own data' : '')}
                        </td>
                      </tr>`,
                  )}
                </tbody>
              </table>
            </div>`
      }
      ${found.length > shown.length && html`<p class="muted">${shown.length} of ${found.length} patients. Search to see others.</p>`}`,
  });
}

function chartPath({ base, id }: PatientLine): string {
  return `/patients/${base}/${encodeURIComponent(id)}`;
}

export interface ChartPageParts {
  readonly line: PatientLine;
  readonly facts: ChartFacts;
  readonly user: string;
  readonly now: number;
  readonly appOrigin: string;
  readonly app: string;
}

export function chartPage({ line, facts, user, now, appOrigin, app }: ChartPageParts): string {
  const age = yearsSince(line.born, now);
  return page({
    title: line.name,
    user: { name: user, current: 'patients' },
    body: html`<h1>${line.name}${line.deceased && ' (deceased)'}</h1>
      <p class="muted">
        ${line.born}${age !== undefined && !line.deceased && ` (${age} y)`} · ${line.sex} · number
        ${line.number}${line.base === 'data' && ' · your own data'}
      </p>
      <div class="two">
        <section class="panel apps" aria-labelledby="apps">
          <h2 id="apps">Apps</h2>
          <form method="get" action="/ehr/launch" target="_blank" rel="noopener">
            <div class="app">
              <img src="${appOrigin}/icon.svg" width="40" height="40" alt="" />
              <div><b>${app}</b><br /><span class="muted">Opens in a new tab</span></div>
            </div>
            <input type="hidden" name="base" value="${line.base}" />
            <input type="hidden" name="patient" value="${line.id}" />
            <div class="field">
              <label for="encounter">For the visit</label>
              <select id="encounter" name="encounter">
                <option value="">None</option>
                ${facts.visits
                  .slice(0, 40)
                  .map(
                    ({ id, words }) =>
                      html`<option value="${id}" ${id === facts.currentVisit && html`selected`}>
                        ${words}
                      </option>`,
                  )}
              </select>
            </div>
            <div class="row">
              <button class="main">Open ${app}</button>${
                line.base === 'office' &&
                html`<button name="system" value="enterprise">Launch as NextGen Enterprise</button>`
              }
            </div>
          </form>
        </section>
        <div>
          <div class="panel facts">
            ${list('Allergies', facts.allergies, 'No allergies recorded')}
            ${list('Active problems', facts.problems, 'No active problems recorded')}
            ${list('Active medications', facts.medications, 'No active medications recorded')}
          </div>
          <section class="panel" aria-labelledby="visits">
            <h2 id="visits">Visits</h2>
            ${
              facts.visits.length === 0
                ? html`<p class="muted">No visits recorded</p>`
                : html`<ul class="list">
                    ${facts.visits.slice(0, 12).map(({ words }) => html`<li>${words}</li>`)}
                  </ul>`
            }
            ${facts.visits.length > 12 && html`<p class="muted">And ${facts.visits.length - 12} earlier ones.</p>`}
          </section>
        </div>
      </div>`,
  });
}

function list(title: string, words: readonly string[], none: string): Html {
  const id = title.toLowerCase().replaceAll(' ', '-');
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${title}</h2>
    ${
      words.length === 0
        ? html`<p class="muted">${none}</p>`
        : html`<ul>
            ${words.slice(0, 8).map((each) => html`<li>${each}</li>`)}
          </ul>`
    }
    ${words.length > 8 && html`<p class="muted">And ${words.length - 8} more.</p>`}
  </section>`;
}

export function portalPage(appOrigin: string, user: string | undefined): string {
  return page({
    title: 'Patient portal',
    owner: 'portal',
    ...(user === undefined ? {} : { user: { name: user, current: 'portal' as const } }),
    width: 'reading',
    body: html`<h1>Your records in apps of your choice</h1>
      <p>
        Patients of ${practice.name} can let an app read their records, and those of people in their care. The
        app asks for your YourHealthFile sign-in, and you choose whose record it opens.
      </p>
      <div class="panel">
        <div class="app">
          <img src="${appOrigin}/icon.svg" width="40" height="40" alt="" />
          <div><b>Chartside</b><br /><span class="muted">Opens at its own address, in a new tab</span></div>
        </div>
        <a href="${appOrigin}/" target="_blank" rel="noopener">Go to the app</a>
      </div>
      ${printedLogins('patient')}
      ${user === undefined && html`<p><a href="/">Back to the practice's EHR</a></p>`}`,
  });
}

export function notFoundPage(user?: string): string {
  return page({
    title: 'Not found',
    ...(user === undefined ? {} : { user: { name: user, current: undefined } }),
    width: 'narrow',
    body: html`<h1>There is no such page here</h1>
      <p><a href="/">Go to the start</a></p>`,
  });
}

function yearsSince(born: string, now: number): number | undefined {
  const [, year, month = '1', day = '1'] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(born) ?? [];
  if (year === undefined) return undefined;
  const today = new Date(now);
  const months = (today.getFullYear() - Number(year)) * 12 + (today.getMonth() + 1 - Number(month));
  return Math.floor((months - (today.getDate() < Number(day) ? 1 : 0)) / 12);
}
