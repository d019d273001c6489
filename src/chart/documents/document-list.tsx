/** The list of documents as data: columns, filters, the document itself, and what an open one says of itself. */
import { whenColumn } from '#chart/kit/columns.tsx';
import { DocumentView } from '#chart/kit/document/DocumentView.tsx';
import { identifierLines, joined, labels, periodText, said, whenText } from '#chart/kit/fact-words.ts';
import type { ListShape } from '#chart/kit/list.ts';
import { refs } from '#chart/kit/RecordRefs.tsx';
import { words } from '#chart/kit/words.ts';
import type { DocumentRecord } from '#fhir/documents.ts';
import { t } from '#i18n/translate.ts';

/** Who wrote it. */
function names({ authors }: DocumentRecord): string {
  return joined(authors.map(({ name }) => name));
}

/** The title of the file or the description, where the kind of document does not say it already. */
function subtitle(record: DocumentRecord): string {
  const own = words(record.title);
  const titles = record.contents.map(({ attachment }) => attachment.title);
  return joined(
    [
      ...new Set([record.origin === 'report' ? t('documents.of-report') : record.description, ...titles]),
    ].filter((one) => one !== own),
  );
}

export const documentList: ListShape<DocumentRecord> = {
  rule: 'rule.documents',
  subtitle,
  findText: (record) => joined([subtitle(record), labels(record.categories)]),
  columns: [
    {
      id: 'author',
      header: 'column.author',
      cell: names,
      text: names,
      compare: (a, b) => names(a).localeCompare(names(b)),
    },
    whenColumn(),
  ],
  lead: (record) => (
    <>
      <p className="muted">
        {joined(
          [record.when && whenText(record.when), names(record), said(record.docStatus ?? record.status)],
          ' · ',
        )}
      </p>
      <DocumentView
        key={record.key}
        attachments={record.contents.map(({ attachment }) => attachment)}
        name={words(record.title)}
      />
    </>
  ),
  facts: (record) => [
    { label: t('record.status'), value: said(record.status) },
    { label: t('documents.doc-status'), value: said(record.docStatus) },
    { label: t('documents.date'), value: whenText(record.date) },
    { label: t('documents.author'), value: refs(record.authors) },
    { label: t('documents.authenticator'), value: refs([record.authenticator]) },
    { label: t('documents.custodian'), value: refs([record.custodian]) },
    { label: t('documents.description'), value: record.description },
    { label: t('column.category'), value: labels(record.categories) },
    { label: t('observation.encounter'), value: refs(record.encounters) },
    { label: t('documents.period'), value: periodText(record.period) },
    { label: t('documents.facility'), value: record.facility?.label },
    { label: t('documents.setting'), value: record.practiceSetting?.label },
    { label: t('documents.events'), value: labels(record.events) },
    { label: t('documents.related'), value: refs(record.related) },
    {
      label: t('documents.relates'),
      value: joined(
        record.relatesTo.map(({ how, target }) => joined([words(how), target.name], ' ')),
        '\n',
      ),
    },
    { label: t('documents.security'), value: labels(record.securityLabels) },
    {
      label: t('documents.format'),
      value: joined(record.contents.map(({ format }) => format?.display ?? format?.code)),
    },
    { label: t('reports.identifiers'), value: identifierLines(record.identifiers) },
  ],
};
