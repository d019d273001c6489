import { type ReactNode, useMemo } from 'react';
import { useChart } from '#chart/kit/chart-context.tsx';
import { type ListView, firstView } from '#chart/kit/list.ts';
import { RecordList } from '#chart/kit/RecordList.tsx';
import type { ListedKind } from '#chart/kit/rows.ts';
import { SectionFrame } from '#chart/kit/SectionFrame.tsx';
import { NotRead } from '#chart/kit/story/NotRead.tsx';
import { useKeptState } from '#chart/kit/use-kept-state.ts';
import { type Records, useRecords } from '#chart/kit/use-records.ts';
import { documents } from '#fhir/documents.ts';
import { reports as reportKind } from '#fhir/reports.ts';
import { sameContentKey } from '#fhir/same-content.ts';
import { t } from '#i18n/translate.ts';
import { documentList } from './document-list.tsx';
import { type NoteChoices, chosenCount, narrowedNotes, noChoices } from './note-filters.ts';
import { type Note, notesOf, wholeRecord } from './note.ts';
import { NoteFilters } from './NoteFilters.tsx';
import { OpenFile, useOpenedFiles } from './OpenFile.tsx';
import { useOpenedNotes } from './use-opened-notes.ts';
import { usePdfNotes } from './use-pdf-notes.tsx';
import './Documents.css';

const noteKind: ListedKind<Note> = { id: documents.id, foldKey: sameContentKey };

/** Few enough to be seen at a glance: nothing to narrow. */
const fewNotes = 6;

/** Notes and documents, the list and the document side by side; reports that came as documents or words among them. */
export function Documents(): ReactNode {
  const { reading } = useChart();
  const own = useRecords(documents);
  const reports = useRecords(reportKind);
  const notes = useMemo(() => notesOf(own.records, reports.records), [own.records, reports.records]);
  const [files, addFile] = useOpenedFiles();
  const { wholeRecordUrl } = reading;
  const apart = useMemo(
    () => [...files, ...(wholeRecordUrl === undefined ? [] : [wholeRecord(wholeRecordUrl)])],
    [files, wholeRecordUrl],
  );
  // What is missing is still said of the list's own.
  const all: Records<Note> = { ...own, records: notes, face: notes.length > 0 ? 'records' : own.face };
  const alone = all.face !== 'records' && apart.length > 0 && <NoteList notes={apart} />;
  // Above rows that are still to come; below the words why there are none.
  const comes = all.face === 'waiting' || all.face === 'reading';
  return (
    <div className="documents">
      <SectionFrame
        section="documents"
        records={all}
        statement={
          <>
            <OpenFile onFile={addFile} />
            <NotRead lists={[reports]} />
            {notes.length > own.records.length && (
              <p className="documents-counts muted small">
                {t(wholeRecordUrl === undefined ? 'documents.counts' : 'documents.counts-whole', {
                  n: own.records.length,
                  reports: notes.length - own.records.length,
                })}
              </p>
            )}
            {comes && alone}
          </>
        }
        instead={!comes && alone}
      >
        {(shown) => <NoteList notes={[...apart, ...shown]} />}
      </SectionFrame>
    </div>
  );
}

function NoteList({ notes }: { notes: readonly Note[] }): ReactNode {
  const opened = useOpenedNotes();
  const [choices, setChoices] = useKeptState<NoteChoices>('narrowed documents', noChoices);
  const [view, setView] = useKeptState<ListView>('list documents', firstView);
  const narrowed = useMemo(() => narrowedNotes(notes, choices), [notes, choices]);
  const { here, limits } = usePdfNotes(narrowed.notes, view.find);
  const shape = useMemo(
    () => documentList({ sought: view.find, opened, here, pdfs: limits }),
    [view.find, opened, here, limits],
  );
  return (
    <>
      {(notes.length > fewNotes || chosenCount(choices) > 0) && (
        <NoteFilters notes={notes} choices={choices} undated={narrowed.undated} onChoices={setChoices} />
      )}
      {narrowed.notes.length === 0 && <p className="absence">{t('documents.filter-none')}</p>}
      <RecordList
        section="documents"
        kind={noteKind}
        shape={shape}
        records={narrowed.notes}
        apart={notes}
        onView={setView}
      />
    </>
  );
}
