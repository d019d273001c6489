import { type Control, defaultSwitches } from '#sandbox/control.ts';
import type { SwitchEntry } from '#sandbox/switch-list.ts';
import { html, type Html } from './html.ts';

/** One switch with what it is set to. `prefix` keeps ids apart where a page has the same switch twice. */
export function switchField({ name, words, takes }: SwitchEntry, control: Control, prefix = ''): Html {
  const id = prefix + name;
  const value = control.switches[name];
  const option = (each: string) =>
    html`<option value="${each}" ${each === String(value) && html` selected`}>${each}</option>`;
  const input =
    takes.kind === 'number'
      ? html`<input
          id="${id}"
          name="${name}"
          type="number"
          min="0"
          max="${takes.most}"
          value="${String(value)}"
          aria-describedby="${id}-unit"
        />`
      : html`<select id="${id}" name="${name}">
          ${(takes.kind === 'boolean' ? ['true', 'false'] : takes.choices).map(option)}
        </select>`;
  const changed = value !== defaultSwitches[name];
  const unit = takes.kind === 'number' && html` <span id="${id}-unit" class="muted">(${takes.unit})</span>`;
  return html`<div class="switch">
    <label for="${id}"
      >${words}${unit}${changed && html` <span class="on">changed</span>`}<br /><code class="muted"
        >${name}</code
      ></label
    >${input}
  </div>`;
}
