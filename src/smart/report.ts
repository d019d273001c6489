import type { SignInFailure } from './failure.ts';
import { supportCodes } from './support-codes.ts';

export interface ReportFacts {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The path alone; what is none of the known ones is not told. */
  readonly path: string;
  readonly userAgent: string;
}

/**
 * A report to copy for whoever helps: what happened in this app's own terms. No address, query, token, name or number
 * of the reader's is in it, because only closed words go in; the test greps a report made from hostile values.
 */
export function reportOf(failure: SignInFailure, facts: ReportFacts): string {
  const known = ['/launch', '/callback', '/chart'].find((path) => facts.path.startsWith(path));
  const lines: [string, string | undefined][] = [
    ['Chartside', 'report'],
    ['Code', supportCodes[failure.kind]],
    ['What', failure.kind],
    [
      'Why',
      'reason' in failure ? word(failure.reason) : 'error' in failure ? word(failure.error) : undefined,
    ],
    ['System', failure.systemId === undefined ? undefined : word(failure.systemId)],
    ['Page', known ?? (facts.path === '/' ? '/' : 'other')],
    ['Time', new Date(facts.at).toISOString()],
    ['Browser', facts.userAgent.replace(/[^\x20-\x7e]/g, '').slice(0, 200)],
    ...(failure.kind === 'config-faulty'
      ? failure.faults.map(({ path, rule }): [string, string] => ['Fault', `${path}: ${rule}`])
      : []),
  ];
  return lines.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`])).join('\n');
}

/** A closed word of ours, or an error code: letters, digits, hyphens and underscores, and not many of them. */
function word(text: string): string {
  return /^[\w-]{1,48}$/.test(text) ? text : 'other';
}
