import { type ReactNode } from 'react';
import { useChart } from '#chart/kit/chart-context.tsx';
import { useWorded } from '#ui/use-worded.ts';
import { formatDay } from '#chart/kit/format.ts';
import { readContext } from '#chart/kit/read-context.ts';
import { RecordLink } from '#chart/kit/RecordLink.tsx';
import { isComing } from '#chart/kit/story/NotRead.tsx';
import type { AllRecords } from '#chart/kit/story/use-all-records.ts';
import { goalsPastDue, ordersWithoutResult } from '#fhir/follow-up.ts';
import type { GoalRecord } from '#fhir/goals.ts';
import type { OrderRecord } from '#fhir/orders.ts';
import { startDate } from '#fhir/timeline.ts';
import { t } from '#i18n/translate.ts';
import { Link } from '#ui/Link.tsx';
import { SkeletonRows } from '#ui/SkeletonRows.tsx';
import { useNow } from '#ui/use-now.ts';
import { Room } from './Room.tsx';

const mostRows = 4;
const answering = ['orders', 'goals', 'laboratory', 'tests', 'reports', 'procedures', 'documents'];

/** What waits for somebody: goals past their date, active orders that nothing answers. */
export function FollowUp({ all: { lists, entries } }: { all: AllRecords }): ReactNode {
  const chart = useChart();
  const { paths } = chart;
  const today = new Date(useNow()).setHours(0, 0, 0, 0);
  const { goals, orders } = useWorded(() => {
    const of = <R,>(kind: string): readonly R[] =>
      entries.flatMap((entry) => (entry.kind === kind ? [entry.record as R] : []));
    return {
      goals: goalsPastDue(of<GoalRecord>('goals'), new Date(today)),
      orders: ordersWithoutResult(of<OrderRecord>('orders'), entries, readContext(chart)),
    };
  }, [entries, today, chart]);
  const asked = lists.filter(({ kind }) => answering.includes(kind));
  const coming = asked.some(isComing);
  const partly = asked.some(
    ({ availability: { failures, notShared, more } }) => failures.length + notShared.length > 0 || more,
  );
  const n = goals.length + orders.length;
  return (
    <section className="summary-block" aria-labelledby="summary-follow-up">
      <div className="summary-head">
        <h2 id="summary-follow-up">{t('follow-up.title')}</h2>
        {n > 0 && coming && <span className="muted small">{t('summary.coming')}</span>}
      </div>
      <Room settled={!coming} rows={2}>
        {coming ? (
          <div className="coming">
            <SkeletonRows rows={2} />
          </div>
        ) : (
          <>
            {n === 0 && <p className="absence">{t(partly ? 'follow-up.none-known' : 'follow-up.none')}</p>}
            {n > 0 && (
              <ul className="summary-rows">
                {goals.slice(0, mostRows).map(({ record, due }) => (
                  <li key={record.key}>
                    <div className="summary-name">
                      <RecordLink section="goals" record={record} />
                    </div>
                    <div className="summary-cell">{t('follow-up.due', { date: formatDay(due) })}</div>
                  </li>
                ))}
                {orders.slice(0, mostRows).map((record) => {
                  const date = startDate(record.when);
                  return (
                    <li key={record.key}>
                      <div className="summary-name">
                        <RecordLink section="orders" record={record} />
                      </div>
                      <div className="summary-cell">
                        {date === undefined
                          ? t('follow-up.no-result')
                          : t('follow-up.no-result-since', { date: formatDay(date) })}
                      </div>
                    </li>
                  );
                })}
              </ul>
            )}
            {goals.length > mostRows && (
              <More n={goals.length - mostRows} what="goals" to={paths.section('goals')} />
            )}
            {orders.length > mostRows && (
              <More n={orders.length - mostRows} what="orders" to={paths.section('orders')} />
            )}
            {n > 0 && partly && <p className="muted small">{t('follow-up.partly')}</p>}
          </>
        )}
      </Room>
    </section>
  );
}

function More({ n, what, to }: { n: number; what: 'goals' | 'orders'; to: string }): ReactNode {
  return (
    <p className="small">
      <Link to={to}>{t(`follow-up.more-${what}`, { n })}</Link>
    </p>
  );
}
