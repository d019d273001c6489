/** The list of reports as data: columns, filters, what an open report says. */
import { statusColumn, whenColumn } from '#chart/kit/columns.tsx';
import { dateText, identifierLines, labels, said, whenText } from '#chart/kit/fact-words.ts';
import type { ListShape } from '#chart/kit/list.ts';
import { refs } from '#chart/kit/RecordRefs.tsx';
import type { ObservationRecord } from '#fhir/observations.ts';
import type { ReportRecord } from '#fhir/reports.ts';
import { t } from '#i18n/translate.ts';
import { ReportLead } from './ReportLead.tsx';

const resultCount = ({ results, containedResults }: ReportRecord): number =>
  // Contained results are named among the results.
  Math.max(results.length, containedResults.length);

/** @param known a result of the chart by its key, where it has arrived */
export function reportList(known: (key: string) => ObservationRecord | undefined): ListShape<ReportRecord> {
  return {
    rule: 'rule.current-newest',
    subtitle: ({ conclusion }) => conclusion && <span className="report-gist">{conclusion}</span>,
    findText: ({ conclusion }) => conclusion ?? '',
    columns: [
      {
        id: 'category',
        header: 'column.category',
        cell: ({ categories }) => labels(categories),
        text: ({ categories }) => labels(categories),
        compare: (a, b) => labels(a.categories).localeCompare(labels(b.categories)),
      },
      {
        id: 'results',
        header: 'column.results',
        numeric: true,
        cell: (report) => (resultCount(report) === 0 ? '' : resultCount(report)),
        compare: (a, b) => resultCount(b) - resultCount(a),
      },
      statusColumn(),
      whenColumn(),
    ],
    filters: [
      {
        id: 'documents',
        label: 'reports.filter-documents',
        keep: ({ attachments }) => attachments.length > 0,
      },
    ],
    lead: (report) => <ReportLead report={report} known={known} />,
    facts: (report) => [
      { label: t('record.status'), value: said(report.status) },
      { label: t('observation.taken'), value: whenText(report.effective) },
      { label: t('reports.issued'), value: dateText(report.issued) },
      { label: t('observation.performer'), value: refs(report.performers) },
      { label: t('tests.interpreter'), value: refs(report.interpreters) },
      { label: t('observation.ordered'), value: refs(report.basedOn) },
      { label: t('observation.specimen'), value: refs(report.specimens) },
      { label: t('observation.encounter'), value: refs([report.encounter]) },
      { label: t('reports.studies'), value: refs(report.imagingStudies) },
      { label: t('column.category'), value: labels(report.categories) },
      { label: t('reports.conclusion-codes'), value: labels(report.conclusionCodes, '\n') },
      { label: t('reports.identifiers'), value: identifierLines(report.identifiers) },
    ],
  };
}
