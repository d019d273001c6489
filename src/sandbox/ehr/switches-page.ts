import type { Control } from '#sandbox/control.ts';
import { namedFailures } from '#sandbox/named-failures.ts';
import { switchList } from '#sandbox/switch-list.ts';
import { html } from './html.ts';
import { page } from './page.ts';
import { switchField } from './switch-field.ts';
import { switchFormWords } from './switch-form.ts';

/** Everything the sandbox can be told, its state, and buttons for the ways in which things go wrong. */
export function switchesPage(control: Control, user: string | undefined, done: string | undefined): string {
  const said = switchFormWords(done);
  const { fixedNow, faults } = control;
  const failuresOn = namedFailures.filter((failure) => failure.isOn(control)).length;
  return page({
    title: 'Switches and failures',
    ...(user === undefined ? {} : { user: { name: user, current: 'switches' as const } }),
    body: html`<h1>Switches and failures</h1>
      <p>
        What this sandbox answers from now on, to everyone who uses it. Sessions that are open go on with what
        they were given. The same can be set over <code>POST /control</code> with JSON;
        <code>GET /control</code> shows the state.
      </p>
      ${said !== undefined && html`<p role="status"><b>${said}</b></p>`}
      <form method="post" action="/switches" class="row above">
        <button name="reset" value="yes">Reset everything</button
        ><span class="muted"
          >${failuresOn === 0 ? 'No failure is on.' : `${failuresOn} on.`}${fixedNow !== undefined && ` The clock is held at ${new Date(fixedNow).toISOString()}.`}</span
        >
      </form>
      <section class="panel" aria-labelledby="failures">
        <h2 id="failures">Failures by name</h2>
        ${namedFailures.map((failure) => {
          const on = failure.isOn(control);
          return html`<form method="post" action="/switches" class="failure">
            <div>
              <b>${failure.title}</b>${on && html` <span class="on">on</span>`}
              <p class="muted">${failure.what}</p>
            </div>
            <input type="hidden" name="failure" value="${failure.id}" /><button
              name="turn"
              value="${on ? 'off' : 'on'}"
              aria-label="Turn ${on ? 'off' : 'on'}: ${failure.title}"
            >
              Turn ${on ? 'off' : 'on'}
            </button>
          </form>`;
        })}
      </section>
      ${
        faults.length > 0 &&
        html`<section class="panel" aria-labelledby="faults">
          <h2 id="faults">Faults in force</h2>
          <ul class="list">
            ${faults.map((fault) => html`<li><code>${JSON.stringify(fault)}</code></li>`)}
          </ul>
        </section>`
      }
      <form method="post" action="/switches" class="panel" aria-labelledby="all">
        <h2 id="all">All switches</h2>
        ${switchList.map((entry) => switchField(entry, control))}
        <div class="row end sticky">
          <button class="main" name="apply" value="yes">Apply the switches</button>
        </div>
      </form>`,
  });
}
