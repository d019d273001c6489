import type { Control, Fault, Switches } from './control.ts';
import { namedFailures } from './named-failures.ts';
import { switchList } from './switch-list.ts';

const faultKinds: readonly Fault['kind'][] = [
  'status',
  'slow',
  'truncated',
  'half-closed',
  'html',
  'no-cors',
  'drop',
  'stall',
  'wrong-subject',
  'cyclic-paging',
];

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function switchFault(name: string, value: unknown): string | undefined {
  const entry = switchList.find((each) => each.name === name);
  if (entry === undefined) return `switches.${name}: there is no such switch`;
  const { takes } = entry;
  if (takes.kind === 'boolean')
    return typeof value === 'boolean' ? undefined : `switches.${name}: true or false is wanted`;
  if (takes.kind === 'number')
    return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= takes.most
      ? undefined
      : `switches.${name}: a whole number from 0 to ${takes.most} is wanted`;
  return typeof value === 'string' && takes.choices.includes(value)
    ? undefined
    : `switches.${name}: one of ${takes.choices.join(', ')} is wanted`;
}

function faultFaults(fault: unknown, at: string): readonly string[] {
  if (!isObject(fault)) return [`${at}: an object is wanted`];
  const found: string[] = [];
  if (typeof fault['target'] !== 'string' || fault['target'] === '')
    found.push(
      `${at}.target: a FHIR type, token, authorize, revoke, style, ccda, discovery, enterprise-oauth or * is wanted`,
    );
  if (!faultKinds.includes(fault['kind'] as Fault['kind']))
    found.push(`${at}.kind: one of ${faultKinds.join(', ')} is wanted`);
  for (const [name, least, most] of [
    ['status', 200, 599],
    ['delayMs', 0, 600_000],
    ['times', 1, 100_000],
  ] as const) {
    const value = fault[name];
    if (
      value !== undefined &&
      !(Number.isInteger(value) && (value as number) >= least && (value as number) <= most)
    )
      found.push(`${at}.${name}: a whole number from ${least} to ${most} is wanted`);
  }
  return found;
}

/**
 * Applies `{ switches?, faults?, fixedNow?, failure? }` to the control; `faults` replaces the list, `failure` turns a
 * named failure on. Returns every fault of the patch; with any, nothing is changed.
 */
export function applyPatch(control: Control, patch: unknown): readonly string[] {
  if (!isObject(patch)) return ['A JSON object is wanted'];
  const faults: string[] = [];
  const { switches = {}, faults: list, fixedNow, failure } = patch;
  for (const name of Object.keys(patch))
    if (!['switches', 'faults', 'fixedNow', 'failure'].includes(name))
      faults.push(`${name}: there is no such member`);
  if (!isObject(switches)) faults.push('switches: an object is wanted');
  else
    for (const [name, value] of Object.entries(switches)) {
      const fault = switchFault(name, value);
      if (fault !== undefined) faults.push(fault);
    }
  if (list !== undefined && !Array.isArray(list)) faults.push('faults: a list is wanted');
  if (Array.isArray(list))
    list.forEach((each, index) => faults.push(...faultFaults(each, `faults[${index}]`)));
  if (
    fixedNow !== undefined &&
    fixedNow !== null &&
    !(Number.isInteger(fixedNow) && Math.abs(fixedNow as number) <= 8.64e15)
  )
    faults.push('fixedNow: milliseconds since 1970, or null, is wanted');
  const named = namedFailures.find(({ id }) => id === failure);
  if (failure !== undefined && named === undefined)
    faults.push(`failure: one of ${namedFailures.map(({ id }) => id).join(', ')} is wanted`);
  if (faults.length > 0) return faults;

  Object.assign(control.switches, switches as Partial<Switches>);
  if (Array.isArray(list)) control.faults = list as Fault[];
  if (fixedNow !== undefined) control.fixedNow = (fixedNow as number | null) ?? undefined;
  named?.turnOn(control);
  return [];
}
