import type { ReactNode } from 'react';
import { formatWhen } from '#chart/kit/format.ts';
import { useRecords } from '#chart/kit/use-records.ts';
import { documents } from '#fhir/documents.ts';
import { type EncounterRecord, encounters } from '#fhir/encounters.ts';
import { laboratory } from '#fhir/laboratory.ts';
import { medications } from '#fhir/medications.ts';
import { problems } from '#fhir/problems.ts';
import type { ChartRecord } from '#fhir/record.ts';
import { t } from '#i18n/translate.ts';
import { useNow } from '#ui/use-now.ts';
import { lastVisit, namesOf, newSince } from './changes-since.ts';

const mostNames = 4;

/** What the record holds that is dated after the last visit. Nothing is drawn until visits have been read. */
export function Changes(): ReactNode {
  const visits = useRecords(encounters);
  const today = new Date(useNow()).setHours(0, 0, 0, 0);
  const visit = lastVisit(visits.records, today);
  return visit === undefined ? null : <Since visit={visit} />;
}

function Since({ visit }: { visit: EncounterRecord }): ReactNode {
  const lists = {
    problems: useRecords(problems).records,
    medications: useRecords(medications).records,
    results: useRecords(laboratory).records,
    documents: useRecords(documents).records,
  } as const;
  const date = visit.period?.start ? formatWhen({ kind: 'date', date: visit.period.start }, 'days') : '';
  const rows = (['problems', 'medications', 'results', 'documents'] as const).flatMap((list) => {
    const fresh = newSince<ChartRecord>(lists[list], visit);
    return fresh.length === 0 ? [] : [{ list, fresh }];
  });
  if (rows.length === 0) return null;
  return (
    <section className="summary-block" aria-labelledby="summary-changes">
      <div className="summary-head">
        <h2 id="summary-changes">{t('summary.changes')}</h2>
        <span className="muted small">{t('summary.since-visit', { date })}</span>
      </div>
      <dl className="changes">
        {rows.map(({ list, fresh }) => (
          <div key={list}>
            <dt>{t(`summary.new-${list}`)}</dt>
            <dd>{listed(fresh)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function listed(records: readonly ChartRecord[]): string {
  const { names, more } = namesOf(records, mostNames);
  return more === 0 ? names : t('summary.and-more', { names, n: more });
}
