import type { ReactNode } from 'react';
import { Link } from '#ui/Link.tsx';
import { useChart } from '#chart/kit/chart-context.tsx';
import { DocumentView } from '#chart/kit/document/DocumentView.tsx';
import { joined, said, whenText } from '#chart/kit/fact-words.ts';
import { shortRange } from '#chart/kit/observation/range-words.ts';
import { ResultValue } from '#chart/kit/ResultValue.tsx';
import { sectionOf } from '#chart/kit/section-of.ts';
import { words } from '#chart/kit/words.ts';
import type { Link as RecordLink } from '#fhir/link.ts';
import type { ObservationRecord } from '#fhir/observations.ts';
import { kindOf } from '#fhir/placement.ts';
import type { ReportRecord } from '#fhir/reports.ts';
import { t } from '#i18n/translate.ts';
import './Reports.css';

interface Props {
  readonly report: ReportRecord;
  readonly known: (key: string) => ObservationRecord | undefined;
}

/** An open report: its conclusion, its results, its pictures, the document it was issued as. */
export function ReportLead({ report, known }: Props): ReactNode {
  const { conclusion, attachments, media } = report;
  return (
    <>
      <p className="muted">{joined([whenText(report.when), said(report.status).toLowerCase()], ' · ')}</p>
      {conclusion !== undefined && (
        <section className="report-conclusion" aria-label={t('reports.conclusion')}>
          <h3>{t('reports.conclusion')}</h3>
          <p>{conclusion}</p>
        </section>
      )}
      <ResultsOf report={report} known={known} />
      {attachments.length > 0 && (
        <section aria-label={t('reports.document')}>
          <h3 className="report-part">{t('reports.document')}</h3>
          <DocumentView key={report.key} attachments={attachments} name={words(report.title)} />
        </section>
      )}
      {media.map(({ comment, content, link }, at) => (
        // Pictures have no key of their own, and their order never changes.
        // oxlint-disable-next-line react/no-array-index-key
        <figure key={at} className="report-picture">
          {content && <DocumentView attachments={[content]} name={comment ?? link?.name ?? ''} />}
          <figcaption className="muted">
            {joined([comment, content === undefined && link?.name ? link.name : undefined])}
          </figcaption>
        </figure>
      ))}
    </>
  );
}

function ResultsOf({ report, known }: Props): ReactNode {
  const { results, containedResults } = report;
  if (results.length + containedResults.length === 0) return null;
  // Those inside the report have no key of their own: they are named once, as what they hold.
  const linked = results.filter(({ key }) => key !== undefined);
  return (
    <section aria-label={t('column.results')}>
      <table className="report-results">
        <caption>{t('reports.results', { n: linked.length + containedResults.length })}</caption>
        <tbody>
          {linked.map((link) => (
            <LinkedResult key={link.key} link={link} result={known(link.key!)} />
          ))}
          {containedResults.map((result) => (
            <ResultRow key={result.key} name={words(result.title)} result={result} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function LinkedResult({
  link,
  result,
}: {
  link: RecordLink;
  result: ObservationRecord | undefined;
}): ReactNode {
  const { paths, reading } = useChart();
  const { key, name, target } = link;
  if (target === undefined || key === undefined) {
    return (
      <tr>
        <th scope="row">{name}</th>
        <td className="muted" colSpan={2}>
          {t('reports.not-arrived')}
        </td>
      </tr>
    );
  }
  const section = sectionOf(kindOf(target, reading.patientId));
  return (
    <ResultRow
      name={<Link to={paths.record(section, key)}>{result ? words(result.title) : name}</Link>}
      result={result}
    />
  );
}

function ResultRow({ name, result }: { name: ReactNode; result: ObservationRecord | undefined }): ReactNode {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{result && <ResultValue record={result} />}</td>
      <td className="muted">{result && shortRange(result, undefined)}</td>
    </tr>
  );
}
