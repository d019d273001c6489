import type { Control } from '#sandbox/control.ts';
import { type At, basisWords, type Basis, type Door } from '#sandbox/doors/door.ts';
import { doors } from '#sandbox/doors/doors.ts';
import { switchList } from '#sandbox/switch-list.ts';
import { html, type Html } from './html.ts';
import { page } from './page.ts';
import { switchField } from './switch-field.ts';
import { switchFormWords } from './switch-form.ts';

const order: readonly Basis[] = ['recorded', 'documented', 'specification', 'assumed'];

/** Each way into the records: where it stands, what it stands in for, and how far that is known. */
export function doorsPage(
  control: Control,
  at: At,
  user: string | undefined,
  done: string | undefined,
): string {
  const said = switchFormWords(done);
  return page({
    title: 'Doors',
    ...(user === undefined ? {} : { user: { name: user, current: 'doors' as const } }),
    body: html`<h1>Doors</h1>
      <p>
        Every way into the records of this sandbox. What each of them does is recorded from the real server,
        stands in a guide of the vendor or in a specification, or is assumed; a switch changes what may turn
        out otherwise.
      </p>
      ${said !== undefined && html`<p role="status"><b>${said}</b></p>`}
      <nav aria-label="Doors">
        <ul class="list">
          ${doors.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}
        </ul>
      </nav>
      ${doors.map((door) => section(door, control, at))}`,
  });
}

function section(door: Door, control: Control, at: At): Html {
  const { id, title, imitates, clients, claims } = door;
  const names = new Set(claims.flatMap(({ switches = [] }) => switches));
  const entries = switchList.filter(({ name }) => names.has(name));
  return html`<section class="panel" id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    <dl>
      <dt>In place of</dt>
      <dd>${imitates}</dd>
      ${door.addresses(at).map(
        ([name, url]) =>
          html`<dt>${name}</dt>
            <dd><code>${url}</code></dd>`,
      )}
      <dt>Clients</dt>
      <dd>${clients.map((client, index) => html`${index > 0 && ', '}<code>${client}</code>`)}</dd>
    </dl>
    ${order.map((basis) => claimsOf(door, basis, control))}
    <form method="post" action="/switches" aria-label="Switches: ${title}">
      <input type="hidden" name="back" value="doors" />
      <details>
        <summary>Switches of this door</summary>
        ${entries.map((entry) => switchField(entry, control, `${id}-`))}
        <div class="row end"><button class="main">Apply these switches</button></div>
      </details>
    </form>
  </section>`;
}

function claimsOf({ id, claims }: Door, basis: Basis, { switches: set }: Control): Html | false {
  const found = claims.filter((each) => each.basis === basis);
  if (found.length === 0) return false;
  return html`<h3 id="${id}-${basis}">${basisWords[basis]}</h3>
    <ul class="list" aria-labelledby="${id}-${basis}">
      ${found.map(
        ({ words, switches = [] }) =>
          html`<li>
            ${words}${switches.map((name) => html` <code class="muted">${name}: ${String(set[name])}</code>`)}
          </li>`,
      )}
    </ul>`;
}
