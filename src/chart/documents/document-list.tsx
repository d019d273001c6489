/** The list of documents as data: columns, filters, the document itself, and what an open one says of itself. */
import type { ReactNode } from 'react';
import { textColumn, whenColumn } from '#chart/kit/columns.tsx';
import { DocumentBytes } from '#chart/kit/document/DocumentBytes.tsx';
import { DocumentView } from '#chart/kit/document/DocumentView.tsx';
import { Sought } from '#chart/kit/document/FindInDocument.tsx';
import { snippetOf } from '#chart/kit/document/find-in-text.ts';
import { identifierLines, joined, labels, periodText, said, whenText } from '#chart/kit/fact-words.ts';
import type { ListShape } from '#chart/kit/list.ts';
import { WhatIs } from '#chart/kit/plain/WhatIs.tsx';
import { refs } from '#chart/kit/RecordRefs.tsx';
import { words } from '#chart/kit/words.ts';
import { t } from '#i18n/translate.ts';
import { type Here, type Note, type OpenedFile, authorsOf, isPartlyUnread, noteWords } from './note.ts';

export interface NoteListing {
  /** What the list is narrowed by, as typed. */
  readonly sought: string;
  /** Keys of the notes that were opened since the chart was. */
  readonly opened: ReadonlySet<string>;
  readonly here: Here;
  /** What becomes of PDF files, and how those at an address are read; beside the words. */
  readonly pdfs?: ReactNode;
}

/** The title of the file or the description, where the kind of document does not say it already. */
function subtitle(record: Note): string {
  if (record.origin === 'whole') return t('documents.whole-record-note');
  if (record.origin === 'file') return t('documents.opened-file');
  const own = words(record.title);
  const titles = record.contents.map(({ attachment }) => attachment.title);
  return joined(
    [
      ...new Set([record.origin === 'report' ? t('documents.of-report') : record.description, ...titles]),
    ].filter((one) => one !== own),
  );
}

/** @param listing what the rows say beside the notes themselves: what was sought and found, what was not opened yet */
export function documentList({ sought, opened, here, pdfs }: NoteListing): ListShape<Note> {
  return {
    rule: 'rule.documents',
    subtitle: (record) => (
      <>
        {!opened.has(record.key) && (
          <span className="note-unread">
            <span className="unseen">{t('documents.unread')}</span>
          </span>
        )}
        {subtitle(record)}
        <Found text={() => noteWords(record, here)} sought={sought} />
      </>
    ),
    findText: (record) =>
      joined([subtitle(record), labels(record.categories), noteWords(record, here)], '\n'),
    notSearched: (records) => {
      const n = records.filter((record) => isPartlyUnread(record, here)).length;
      return (
        <>
          {n > 0 && t('documents.not-searched', { n })} {pdfs}
        </>
      );
    },
    filters: [{ id: 'unread', label: 'documents.filter-unread', keep: ({ key }) => !opened.has(key) }],
    columns: [textColumn('author', 'column.author', authorsOf), whenColumn()],
    leadAlone: ({ origin }) => origin === 'whole' || origin === 'file',
    lead: (record) => (
      <>
        <p className="muted">
          {joined(
            [
              record.when && whenText(record.when),
              authorsOf(record),
              said(record.docStatus ?? record.status),
            ],
            ' · ',
          )}
        </p>
        <div className="note-about">
          <WhatIs of="reading-pane" />
        </div>
        {record.origin === 'report' && record.description !== undefined && (
          <section className="note-conclusion" aria-label={t('reports.conclusion')}>
            <h3>{t('reports.conclusion')}</h3>
            <p>{record.description}</p>
          </section>
        )}
        {record.file !== undefined && <OpenedFileView key={record.key} file={record.file} sought={sought} />}
        {record.contents.length > 0 && (
          <DocumentView
            key={record.key}
            attachments={record.contents.map(({ attachment }) => attachment)}
            name={words(record.title)}
            sought={sought}
            readNow={record.origin === 'whole'}
          />
        )}
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
}

/** The line where what is sought stands in a note, in the list. */
function Found({ text, sought }: { text: () => string; sought: string }): ReactNode {
  const snippet = sought.trim() === '' ? undefined : snippetOf(text(), sought);
  return (
    snippet && (
      <span className="note-found">
        {snippet.before}
        <mark>{snippet.found}</mark>
        {snippet.after}
      </span>
    )
  );
}

function OpenedFileView({ file, sought }: { file: OpenedFile; sought: string }): ReactNode {
  return (
    <Sought value={sought}>
      <p className="muted small">{t('documents.opened-file-note')}</p>
      <DocumentBytes bytes={file.bytes} contentType={file.type} name={file.name} />
    </Sought>
  );
}
