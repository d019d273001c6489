/** What stands where a list would have stood, as a sentence: on the screen, on paper and in a file the same. */
import type { KindId } from '#fhir/plan.ts';
import type { NotSharedBy } from '#fhir/reading.ts';
import type { SectionId } from '#i18n/en/sections.ts';
import { t } from '#i18n/translate.ts';
import { type Availability, availabilityOf, type Face, resourcesOf } from './availability.ts';
import type { Chart } from './chart-context.tsx';
import { failureWords } from './failure-words.ts';
import { formatReadAt } from './format.ts';
import { sectionOf } from './section-of.ts';
import { lacksSome } from './story/missing-list.ts';
import { isAskedByCategory, namesNotOffered, namesNotShared } from './refused-searches.ts';

/** Who can change that something was not shared. */
export function whoCanShare({ audience }: Pick<Chart, 'audience'>): string {
  return t(audience === 'patient' ? 'absence.not-shared-patient' : 'absence.not-shared-clinician');
}

/** Patients choose what to share; from an EHR nobody was asked. */
function whoConsents(chart: Pick<Chart, 'audience'>): string {
  return chart.audience === 'patient' ? whoCanShare(chart) : t('absence.refused-who');
}

/** A bare refusal does not tell a patient's own choice from the practice's. */
function whoRefuses({ audience }: Pick<Chart, 'audience'>): string {
  return t(audience === 'patient' ? 'absence.refused-who-patient' : 'absence.refused-who');
}

/** @param seconds until the EHR's limit lets the next request out, where it is known */
export function absenceText(
  section: SectionId,
  {
    face,
    availability,
    kind,
  }: { readonly face: Face; readonly availability: Availability; readonly kind: KindId },
  chart: Pick<Chart, 'audience' | 'systemLabel' | 'reading'>,
  seconds?: number,
): string {
  const { systemLabel: system } = chart;
  const nouns = t(`section.${section}.nouns`);
  const { failures, notShared, notOffered } = availability;
  const failure = failures[0];
  switch (face) {
    case 'waiting':
      return t('absence.waiting', { nouns, seconds });
    case 'reading':
      return t('absence.reading', { nouns });
    case 'failed':
      return [t('absence.failed', { nouns }), failure && failureWords(failure)].filter(Boolean).join(' ');
    case 'not-shared':
      if (kind === 'other') return otherText({ availability, kind }, chart);
      if (notShared.includes('scope')) return `${t('absence.not-shared', { nouns })} ${whoCanShare(chart)}`;
      return notShared.includes('consent')
        ? `${t('absence.not-consented', { nouns, system })} ${whoConsents(chart)}`
        : `${t('absence.refused', { nouns, system })} ${whoRefuses(chart)}`;
    case 'partly':
      return [
        ...notSharedParts({ availability, kind }, chart).map(({ text }) => text),
        t('absence.shared-empty', { nouns }),
      ].join(' ');
    case 'not-offered':
      return kind === 'other' && chart.reading.searchesFor(kind).length > 0
        ? otherText({ availability, kind }, chart)
        : t('absence.not-offered', { nouns, system });
    case 'not-asked':
      return t('absence.not-asked', { nouns, system });
    default: {
      const inside = insideReports(kind, chart);
      if (inside === 'coming') return t('absence.reading', { nouns });
      return [
        inside === 'missing'
          ? t('absence.none-by-itself', { nouns, others: t('section.reports.nouns') })
          : t(`section.${section}.none`, { system }),
        notOffered > 0 &&
          t('absence.part-not-offered', { system, list: namesNotOffered(chart.reading, kind) }),
        byCategory(kind, chart),
        inNoCategory(kind, chart),
      ]
        .filter(Boolean)
        .join(' ');
    }
  }
}

/** Laboratory results may come inside reports alone: while some of those are missing, nobody can say that there are none. */
function insideReports(kind: KindId, { reading }: Pick<Chart, 'reading'>): 'coming' | 'missing' | undefined {
  if (kind !== 'laboratory') return undefined;
  const availability = availabilityOf(reading, 'reports');
  if (availability.reading + availability.waiting > 0) return 'coming';
  return lacksSome({ availability }) ? 'missing' : undefined;
}

const byTheirCategory: ReadonlySet<KindId> = new Set(['laboratory', 'vitals', 'tests', 'social-history']);

/** Observations that say of no category stand under other records: some of them may be what is looked for here. */
function inNoCategory(kind: KindId, { reading }: Pick<Chart, 'reading'>): string | undefined {
  if (!byTheirCategory.has(kind)) return undefined;
  const others = resourcesOf(availabilityOf(reading, 'other'), 'other', reading.patientId);
  const n = others.filter(({ resourceType }) => resourceType === 'Observation').length;
  return n === 0 ? undefined : t('absence.in-no-category', { n, others: t('section.other') });
}

/** That what stands in no category never comes, where it is so; undefined elsewhere. */
function byCategory(
  kind: KindId,
  { reading, systemLabel: system }: Pick<Chart, 'systemLabel' | 'reading'>,
): string | undefined {
  if (!isAskedByCategory(reading, kind)) return undefined;
  return kind === 'other'
    ? t('absence.by-category-other', { system })
    : t('absence.by-category', { system, nouns: t(`section.${sectionOf(kind)}.nouns`) });
}

/** Nobody knows what "other records" are where none came: the types that were asked for are named. */
function otherText(
  { availability, kind }: { readonly availability: Availability; readonly kind: KindId },
  chart: Pick<Chart, 'audience' | 'systemLabel' | 'reading'>,
): string {
  const { systemLabel: system, reading } = chart;
  return [
    ...notSharedParts({ availability, kind }, chart).map(({ text }) => text),
    availability.notOffered > 0 &&
      t('absence.part-not-offered', { system, list: namesNotOffered(reading, kind) }),
    byCategory(kind, chart),
  ]
    .filter(Boolean)
    .join(' ');
}

export type MissingPart =
  | 'failed'
  | 'older'
  | 'scope'
  | 'consent'
  | 'server'
  | 'offered'
  | 'category'
  | 'more'
  | 'unreadable'
  | 'foreign'
  | 'reading'
  | 'waiting';

export interface Missing {
  readonly key: MissingPart;
  readonly text: string;
}

/** What of a list was kept back, by whom, and who can change that. */
function notSharedParts(
  { availability, kind }: { readonly availability: Availability; readonly kind: KindId },
  chart: Pick<Chart, 'audience' | 'systemLabel' | 'reading'>,
): readonly Missing[] {
  const { notShared } = availability;
  const system = chart.systemLabel;
  const listOf = (by: NotSharedBy) => namesNotShared(chart.reading, kind, by);
  const parts: readonly (Missing | false)[] = [
    notShared.includes('scope') && {
      key: 'scope',
      text: `${t('absence.part-not-shared', { list: listOf('scope') })} ${whoCanShare(chart)}`,
    },
    notShared.includes('consent') && {
      key: 'consent',
      text: `${t('absence.part-not-consented', { system, list: listOf('consent') })} ${whoConsents(chart)}`,
    },
    notShared.includes('server') && {
      key: 'server',
      text: `${t('absence.part-refused', { system, list: listOf('server') })} ${whoRefuses(chart)}`,
    },
  ];
  return parts.filter((part) => part !== false);
}

/** What is missing beside the records of a list that is shown: a short sentence each. */
export function missingParts(
  { availability, kind }: { readonly availability: Availability; readonly kind: KindId },
  chart: Pick<Chart, 'audience' | 'systemLabel' | 'reading'>,
  now: number,
): readonly Missing[] {
  const { failures, older, notOffered, reading, waiting, unreadable, foreign, more, read, total } =
    availability;
  const system = chart.systemLabel;
  const failure = failures[0];
  const parts: readonly (Missing | false | undefined)[] = [
    failure && { key: 'failed', text: `${t('absence.part-failed')} ${failureWords(failure)}` },
    older && {
      key: 'older',
      text: `${t('absence.older', { time: formatReadAt(older.readAt, now) })} ${failureWords(older.failure)}`,
    },
    ...notSharedParts({ availability, kind }, chart),
    notOffered > 0 && {
      key: 'offered',
      text: t('absence.part-not-offered', { system, list: namesNotOffered(chart.reading, kind) }),
    },
    isAskedByCategory(chart.reading, kind) && { key: 'category', text: byCategory(kind, chart) ?? '' },
    more && {
      key: 'more',
      text:
        total === undefined ? t('absence.more', { system }) : t('absence.more-of', { system, read, total }),
    },
    unreadable.length > 0 && {
      key: 'unreadable',
      text: t('absence.unreadable', { n: unreadable.length }),
    },
    foreign > 0 && { key: 'foreign', text: t('absence.foreign', { n: foreign }) },
    reading > 0 && { key: 'reading', text: t('absence.part-reading') },
    reading === 0 && waiting > 0 && { key: 'waiting', text: t('absence.part-waiting') },
  ];
  return parts.filter((part) => typeof part === 'object');
}
