/** The configuration, checked: what is right, what a practice should know, and what has to be mended. */
import { t } from '#i18n/translate.ts';
import type { CheckedRegistry } from '#smart/registry-check.ts';
import type { Registry, System } from '#smart/registry.ts';
import { notSetUp, systemById } from '#smart/systems.ts';
import type { Line, Part } from './report.ts';

/** The file as a whole. */
export function filePart(checked: CheckedRegistry): Part {
  const lines: readonly Line[] = checked.ok
    ? [
        {
          name: t('diag.file'),
          value: t('diag.file.good', { n: checked.registry.systems.length }),
          verdict: 'good',
        },
        defaultLine(checked.registry),
      ]
    : checked.findings.map(({ path, rule }) => ({
        name: path,
        value: t(`config.${rule}`),
        verdict: 'fault',
        todo: t('diag.file.do'),
      }));
  return { id: 'file', title: t('diag.config'), lines };
}

function defaultLine({ systems, defaultLaunch }: Registry): Line {
  const name = t('diag.default');
  const meant = systemById({ systems, defaultLaunch }, defaultLaunch ?? '');
  if (meant === undefined) return { name, value: t('diag.default.none'), verdict: 'good' };
  const value = t('diag.default.is', { system: meant.label });
  return meant.sandbox
    ? { name, value, verdict: 'note', todo: t('diag.default.do') }
    : { name, value, verdict: 'good' };
}

function addressesOf({ fhirBase, aud, documents, aliases, endpoints }: System): readonly string[] {
  const pinned = Object.values(endpoints ?? {}).filter((value) => typeof value === 'string');
  return [fhirBase, ...(aud === undefined ? [] : [aud]), ...documents, ...aliases, ...pinned];
}

function clientLine({ clientAuthentication, broker }: System): Line {
  const name = t('diag.client');
  return clientAuthentication === 'public'
    ? { name, value: t('diag.client.public'), verdict: 'note', todo: t('diag.client.public.do') }
    : {
        name,
        value: t('diag.client.broker', { how: broker?.authentication ?? 'basic' }),
        verdict: 'good',
      };
}

function idleLine({ idleMinutes, sessionHours }: System): Line {
  const name = t('diag.idle');
  const value = t('diag.idle.is', { minutes: idleMinutes, hours: sessionHours });
  return idleMinutes > 30
    ? { name, value, verdict: 'note', todo: t('diag.idle.do') }
    : { name, value, verdict: 'good' };
}

function limitLine({ rateLimit, searchRules }: System): Line {
  const name = t('diag.limit');
  if (rateLimit !== undefined) {
    const { requestsPerMinute: n, preflightsCount: counted } = rateLimit;
    return { name, value: t('diag.limit.is', { n, counted }), verdict: 'good' };
  }
  return searchRules === 'office'
    ? { name, value: t('diag.limit.none'), verdict: 'note', todo: t('diag.limit.do') }
    : { name, value: t('diag.limit.none'), verdict: 'good' };
}

/** What the authorization request carries: doors differ, and a refused one is refused for one of these. */
function requestLine({ pkce, aud, scopes }: System): Line {
  const asked = new Set(Object.values(scopes).flat()).size;
  const what = [
    t(pkce === 'off' ? 'diag.asks.no-pkce' : 'diag.asks.pkce'),
    t(aud === undefined ? 'diag.asks.no-aud' : 'diag.asks.aud'),
    asked === 0 ? t('diag.asks.no-scopes') : t('diag.asks.scopes', { n: asked }),
  ].join(', ');
  const line = { name: t('diag.asks'), value: t('diag.asks.is', { what }) };
  return pkce === 'off'
    ? { ...line, verdict: 'note', todo: t('diag.asks.do') }
    : { ...line, verdict: 'good' };
}

/** Rules that few systems have. */
function ruleLines({ refreshWithinHours: hours, innerBases }: System): readonly Line[] {
  return [
    ...(hours === undefined
      ? []
      : [{ name: t('diag.refresh'), value: t('diag.refresh.is', { hours }), verdict: 'good' as const }]),
    ...(innerBases.length === 0
      ? []
      : [
          {
            name: t('diag.inner'),
            value: t('diag.inner.is', { n: innerBases.length }),
            verdict: 'good' as const,
          },
        ]),
  ];
}

/** Patients are shown no placeholder: here is where it is told. */
function doorLine({ kinds, retiring }: System, isPlaceholder: boolean): Line {
  const name = t('diag.door');
  if (!kinds.includes('standalone')) return { name, value: t('diag.door.launch') };
  if (isPlaceholder) return { name, value: t('diag.door.hidden'), verdict: 'note' };
  return { name, value: t(retiring ? 'diag.door.retiring' : 'diag.door.shown'), verdict: 'good' };
}

/** One system of the registry. `origin` is the app's own. */
export function systemPart(system: System, origin: string): Part {
  const isPlaceholder = notSetUp(system) === 'placeholder';
  const isSecure = addressesOf(system).every((address) => address.startsWith('https:'));
  const redirect = origin + system.redirectPath;
  return {
    id: `system-${system.id}`,
    title: system.label,
    lines: [
      {
        name: t('diag.client-id'),
        value: t(isPlaceholder ? 'diag.client-id.placeholder' : 'diag.client-id.good'),
        verdict: isPlaceholder ? 'fault' : 'good',
        ...(isPlaceholder && { todo: t('diag.client-id.do') }),
      },
      clientLine(system),
      system.endpoints === undefined
        ? {
            name: t('diag.endpoints'),
            value: t('diag.endpoints.asked', { broker: system.clientAuthentication === 'broker' }),
            verdict: 'note',
            todo: t('diag.endpoints.do'),
          }
        : { name: t('diag.endpoints'), value: t('diag.endpoints.pinned'), verdict: 'good' },
      requestLine(system),
      isSecure
        ? { name: t('diag.https'), value: t('diag.https.good'), verdict: 'good' }
        : {
            name: t('diag.https'),
            value: t('diag.https.loopback'),
            verdict: 'note',
            todo: t('diag.https.do'),
          },
      {
        name: t('diag.redirect'),
        value: t('diag.redirect.is', { path: system.redirectPath }),
        shown: t('diag.redirect.shown', { address: redirect }),
        verdict: 'good',
      },
      limitLine(system),
      idleLine(system),
      ...ruleLines(system),
      doorLine(system, isPlaceholder),
    ],
  };
}
