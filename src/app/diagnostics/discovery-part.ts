/** What a system's discovery document says, beside what the registry says of it. */
import { t } from '#i18n/translate.ts';
import type { Compared, DiscoveryAnswer, DiscoveryCheck, EndpointName } from '#smart/discovery-check.ts';
import type { System } from '#smart/registry.ts';
import type { Line, Part, Verdict } from './report.ts';

const verdicts: Readonly<Record<Compared, Verdict>> = {
  same: 'good',
  listed: 'good',
  other: 'note',
  foreign: 'fault',
  missing: 'note',
};

function endpointLine(name: EndpointName, compared: Compared): Line {
  const verdict = verdicts[compared];
  return {
    name: t(`discovery.${name}`),
    value: t(`discovery.${compared}`),
    verdict,
    ...(verdict !== 'good' && { todo: t(`discovery.${verdict === 'fault' ? 'foreign' : 'other'}.do`) }),
  };
}

function missingLine(what: 'scopes' | 'capabilities', missing: readonly string[] | undefined): Line {
  const name = t(`discovery.${what}`);
  if (missing === undefined) return { name, value: t('discovery.not-told'), verdict: 'note' };
  return missing.length === 0
    ? { name, value: t('discovery.all'), verdict: 'good' }
    : {
        name,
        value: t('discovery.lacks', { list: missing.join(', ') }),
        verdict: 'note',
        todo: t(`discovery.${what}.do`),
      };
}

function checkLines(check: DiscoveryCheck, pkce: System['pkce']): readonly Line[] {
  const isPromised = check.s256 || pkce === 'off';
  return [
    ...(['issuer', 'authorization', 'token', 'revocation'] as const).map((name) =>
      endpointLine(name, check.endpoints[name]),
    ),
    {
      name: t('discovery.s256'),
      value: t(check.s256 ? 'discovery.yes' : 'discovery.not-promised'),
      verdict: isPromised ? 'good' : 'fault',
      ...(!isPromised && { todo: t('discovery.s256.do') }),
    },
    missingLine('scopes', check.scopesNotListed),
    missingLine('capabilities', check.capabilitiesMissing),
    { name: t('discovery.iss'), value: t(check.issInCallback ? 'discovery.yes' : 'discovery.not-promised') },
  ];
}

function clockLine(ahead: number | undefined): Line {
  const name = t('discovery.clock');
  if (ahead === undefined) return { name, value: t('discovery.clock.hidden') };
  const seconds = Math.round(ahead / 1000);
  return Math.abs(seconds) > 60
    ? { name, value: t('discovery.clock.is', { seconds }), verdict: 'note', todo: t('discovery.clock.do') }
    : { name, value: t('discovery.clock.is', { seconds }), verdict: 'good' };
}

/** The comparison, or why there is none. */
export function discoveryPart({ id, label, pkce }: System, answer: DiscoveryAnswer): Part {
  const title = t('discovery.title', { system: label });
  const fault = (value: string): Part => ({
    id: `discovery-${id}`,
    title,
    lines: [{ name: t('discovery.document'), value, verdict: 'fault', todo: t('discovery.document.do') }],
  });
  switch (answer.kind) {
    case 'silent':
      return fault(t(`discovery.silent.${answer.reason}`));
    case 'refused':
      return fault(t('discovery.refused', { status: answer.status }));
    case 'broken':
      return fault(t('discovery.broken'));
    case 'read':
      return {
        id: `discovery-${id}`,
        title,
        lines: [
          { name: t('discovery.document'), value: t('discovery.read', { ms: answer.ms }), verdict: 'good' },
          ...checkLines(answer.check, pkce),
          clockLine(answer.clockAhead),
        ],
      };
  }
}
