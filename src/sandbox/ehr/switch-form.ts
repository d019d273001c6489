import { applyPatch } from '#sandbox/control-patch.ts';
import type { Control } from '#sandbox/control.ts';
import { namedFailures } from '#sandbox/named-failures.ts';
import { switchList } from '#sandbox/switch-list.ts';

const words: Readonly<Record<string, string>> = {
  reset: 'Everything is as at the start.',
  on: 'The failure is on.',
  off: 'The failure is off.',
  applied: 'The switches are set.',
  refused: 'Nothing was changed: one of the values does not fit.',
};

/** What a form did, for the page that is shown next. */
export function switchFormWords(done: string | undefined): string | undefined {
  return done === undefined ? undefined : words[done];
}

/** Does what a form of the switches page asks for; returns a key of what was done. */
export function applySwitchForm(control: Control, form: URLSearchParams): string {
  if (form.has('reset')) {
    const { received } = control;
    control.reset();
    control.received = received;
    return 'reset';
  }
  const failure = namedFailures.find(({ id }) => id === form.get('failure'));
  if (failure !== undefined) {
    const on = form.get('turn') === 'on';
    if (on) failure.turnOn(control);
    else failure.turnOff(control);
    return on ? 'on' : 'off';
  }
  const switches: Record<string, unknown> = {};
  for (const { name, takes } of switchList) {
    const value = form.get(name);
    if (value === null) continue;
    switches[name] =
      takes.kind === 'boolean' ? value === 'true' : takes.kind === 'number' ? Number(value) : value;
  }
  return applyPatch(control, { switches }).length === 0 ? 'applied' : 'refused';
}
