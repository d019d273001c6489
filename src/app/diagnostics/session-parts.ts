/** An open chart in figures: what was asked for, granted and came back, and how long it took. */
import { failureWords } from '#chart/kit/failure-words.ts';
import { sections } from '#chart/sections.ts';
import { type SentLog } from '#fhir/budget-store.ts';
import { windowMs } from '#fhir/budget.ts';
import { categoryOf, type PlannedSearch } from '#fhir/plan.ts';
import type { Reading, SearchState } from '#fhir/reading.ts';
import { t } from '#i18n/translate.ts';
import type { Session } from '#smart/session.ts';
import type { Part } from './report.ts';
import type { RequestTime } from './request-times.ts';

/** A scope as SMART writes it: no server's own words get into a report. */
const knownScope =
  /^(openid|fhirUser|profile|offline_access|online_access|launch(\/[a-z]{1,20})?|(patient|user|system)\/([A-Z][A-Za-z]{1,40}|\*)\.([a-z]{1,6}|\*))$/;

export function sessionPart({ system, launchKind, granted, openedAt }: Session, now: number): Part {
  const asked = system.scopes[launchKind] ?? [];
  const known = granted.sent.filter((scope) => knownScope.test(scope));
  const withheld = asked.filter((scope) => !granted.sent.includes(scope));
  const isTold = granted.sent.length > 0;
  const others = granted.sent.length - known.length;
  const list = (scopes: readonly string[]): string =>
    scopes.length === 0 ? t('diag.none') : scopes.join(' ');
  return {
    id: 'session',
    title: t('diag.session'),
    lines: [
      { name: t('diag.system'), value: `${system.label} (${system.id})` },
      { name: t('diag.launch'), value: t(`diag.launch.${launchKind}`) },
      { name: t('diag.open-for'), value: t('diag.minutes', { n: Math.round((now - openedAt) / 60_000) }) },
      { name: t('diag.asked'), value: list(asked) },
      {
        name: t('diag.granted'),
        value: isTold || asked.length > 0 ? list(known) : t('diag.granted.untold'),
      },
      {
        name: t('diag.not-granted'),
        value: list(withheld),
        verdict: withheld.length === 0 ? 'good' : 'note',
        ...(withheld.length > 0 && { todo: t('diag.not-granted.do') }),
      },
      ...(others > 0 ? [{ name: t('diag.granted-others'), value: String(others) }] : []),
    ],
  };
}

function stateWords(state: SearchState): string {
  switch (state.state) {
    case 'not-shared':
      return t(`diag.state.not-shared.${state.by}`);
    case 'failed':
      return `${t('diag.state.failed')}: ${failureWords(state.failure)}`;
    case 'read':
      return state.again?.state === 'failed'
        ? `${t('diag.state.again-failed')}: ${failureWords(state.again.failure)}`
        : t('diag.state.read');
    default:
      return t(`diag.state.${state.state}`);
  }
}

function grantWords(session: Session, type: string): string {
  const allowed = session.granted.allows(type);
  return t(typeof allowed === 'string' ? `diag.allows.${allowed}` : 'diag.allows.part');
}

function countWords(state: SearchState): string {
  if (state.state !== 'read') return '–';
  const { records, included, unreadable, foreign, more } = state.answer;
  return t('diag.came', {
    records: records.length,
    included: included.length,
    unreadable: unreadable.length,
    foreign,
    more,
  });
}

function sectionNames({ kinds }: PlannedSearch): string {
  return sections
    .filter(({ kind }) => kind !== undefined && kinds.includes(kind))
    .map(({ id }) => t(`nav.${id}`))
    .join(', ');
}

/** A category may come from a granted scope: only what looks like one of FHIR's gets into a report. */
function searchName(search: PlannedSearch): string {
  const category = categoryOf(search);
  const isPlain = category !== undefined && /^[a-z][a-z-]{2,40}$/.test(category);
  return t('diag.search', { type: search.type, category: isPlain ? category : undefined });
}

export function searchesPart(session: Session, reading: Reading): Part {
  return {
    id: 'searches',
    title: t('diag.searches'),
    lines: [],
    table: {
      head: [t('diag.what'), t('diag.sections'), t('diag.grant'), t('diag.state'), t('diag.records')],
      rows: reading.searches.map((search) => {
        const state = reading.stateOf(search.id);
        return [
          searchName(search),
          sectionNames(search),
          grantWords(session, search.type),
          stateWords(state),
          countWords(state),
        ];
      }),
    },
  };
}

export function budgetPart({ system }: Session, log: SentLog, now: number): Part {
  const { rateLimit } = system;
  const sent = log.sent.filter((time) => time > now - windowMs && time <= now);
  const lines = [];
  if (rateLimit !== undefined) {
    const { requestsPerMinute: n, preflightsCount: counted } = rateLimit;
    const cost = counted ? 2 : 1;
    const excess = sent.length + cost - n;
    const freeAt = excess > 0 ? (sent[excess - 1] ?? now) + windowMs : now;
    const wait = Math.max(freeAt, log.heldUntil) - now;
    lines.push({ name: t('diag.limit'), value: t('diag.limit.is', { n, counted }) });
    lines.push({ name: t('diag.sent'), value: t('diag.sent.is', { n: sent.length }) });
    lines.push({
      name: t('diag.next'),
      value: wait > 0 ? t('diag.next.in', { seconds: Math.ceil(wait / 1000) }) : t('diag.next.now'),
    });
    // Without a limit nothing is counted.
  } else lines.push({ name: t('diag.limit'), value: t('diag.limit.none') });
  return { id: 'budget', title: t('diag.budget'), lines };
}

export function timesPart(times: readonly RequestTime[]): Part {
  return {
    id: 'times',
    title: t('diag.times'),
    lines: times.length === 0 ? [{ name: t('diag.requests'), value: t('diag.none') }] : [],
    ...(times.length > 0 && {
      table: {
        head: [t('diag.request'), t('diag.status'), t('diag.started'), t('diag.took')],
        rows: times.map(({ kind, type, status, startedMs, ms }) => [
          [t(`diag.request.${kind}`), type ?? ''].join(' ').trim(),
          status === undefined ? t('diag.status.none') : String(status),
          `${startedMs} ms`,
          `${ms} ms`,
        ]),
      },
    }),
  };
}
