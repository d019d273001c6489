import type { ReactNode } from 'react';
import { formatWhen } from '#chart/kit/format.ts';
import { type Records, useRecords } from '#chart/kit/use-records.ts';
import { documents } from '#fhir/documents.ts';
import { encounters } from '#fhir/encounters.ts';
import { laboratory } from '#fhir/laboratory.ts';
import { medications } from '#fhir/medications.ts';
import { problems } from '#fhir/problems.ts';
import type { ChartRecord } from '#fhir/record.ts';
import { t } from '#i18n/translate.ts';
import { SkeletonRows } from '#ui/SkeletonRows.tsx';
import { useNow } from '#ui/use-now.ts';
import { lastVisit, namesOf, newSince } from './changes-since.ts';

const mostNames = 4;

/** What the record holds that is dated after the last visit. Nothing is claimed before all of it has been read. */
export function Changes(): ReactNode {
  const visits = useRecords(encounters);
  const lists = {
    problems: useRecords(problems),
    medications: useRecords(medications),
    results: useRecords(laboratory),
    documents: useRecords(documents),
  } as const;
  const today = new Date(useNow()).setHours(0, 0, 0, 0);
  const visit = lastVisit(visits.records, today);
  const all: readonly Records<ChartRecord>[] = [visits, ...Object.values(lists)];
  const coming = all.some(
    ({ face, availability: { reading, waiting } }) => face === 'reading' || reading + waiting > 0,
  );
  const rows = (['problems', 'medications', 'results', 'documents'] as const).flatMap((list) => {
    const fresh = visit === undefined ? [] : newSince<ChartRecord>(lists[list].records, visit);
    return fresh.length === 0 ? [] : [{ list, fresh }];
  });
  const partly = Object.values(lists).some(isMissing);
  const said =
    visit === undefined
      ? isMissing(visits)
        ? 'summary.visits-missing'
        : 'summary.no-visit'
      : partly
        ? 'summary.new-partly'
        : rows.length === 0
          ? 'summary.nothing-new'
          : undefined;
  const date = visit?.period?.start ? formatWhen({ kind: 'date', date: visit.period.start }, 'days') : '';
  return (
    <section className="summary-block" aria-labelledby="summary-changes">
      <div className="summary-head">
        <h2 id="summary-changes">{t('summary.changes')}</h2>
        {visit && !coming && <span className="muted small">{t('summary.since-visit', { date })}</span>}
      </div>
      {coming ? (
        <div className="coming">
          <SkeletonRows rows={4} />
        </div>
      ) : (
        <>
          {rows.length > 0 && (
            <dl className="changes">
              {rows.map(({ list, fresh }) => (
                <div key={list}>
                  <dt>{t(`summary.new-${list}`)}</dt>
                  <dd>{listed(fresh)}</dd>
                </div>
              ))}
            </dl>
          )}
          {said !== undefined && <p className="absence">{t(said)}</p>}
        </>
      )}
    </section>
  );
}

/** Whether some of a list may be elsewhere: "none" can then not be said of it. */
function isMissing({ face, availability }: Records<ChartRecord>): boolean {
  const { failures, notShared, unreadable, more } = availability;
  return face === 'not-offered' || failures.length + notShared.length + unreadable.length > 0 || more;
}

function listed(records: readonly ChartRecord[]): string {
  const { names, more } = namesOf(records, mostNames);
  return more === 0 ? names : t('summary.and-more', { names, n: more });
}
