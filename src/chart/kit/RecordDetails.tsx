import { type ReactNode, useState } from 'react';
import type { ChartRecord } from '#fhir/record.ts';
import { readAnnotations } from '#fhir/annotation.ts';
import { t } from '#i18n/translate.ts';
import { copyText } from '#ui/copy-text.ts';
import { EverythingSent } from './EverythingSent.tsx';
import { FactList } from './FactList.tsx';
import { formatDate } from './format.ts';
import type { Fact } from './list.ts';
import { Narrative } from './Narrative.tsx';
import { ProvenanceNote } from './ProvenanceNote.tsx';
import { rawText } from './raw-text.ts';
import { RecordCodes } from './RecordCodes.tsx';
import './RecordDetails.css';

/** Everything one record holds: its facts, its notes, its codes, where it came from, each element, the raw record. */
export function RecordDetails({ record, facts }: { record: ChartRecord; facts: readonly Fact[] }): ReactNode {
  return (
    <div className="record-details">
      <FactList facts={facts} />
      <Notes record={record} />
      <NarrativePart record={record} />
      <Part title={t('record.codes')}>
        <RecordCodes resource={record.source} />
      </Part>
      <Part title={t('record.source')} open>
        <ProvenanceNote record={record} />
      </Part>
      <Part title={t('record.everything')}>
        <EverythingSent resource={record.source} />
      </Part>
      <Raw record={record} />
    </div>
  );
}

function Part({ title, open, children }: { title: string; open?: boolean; children: ReactNode }): ReactNode {
  const [shown, setShown] = useState(open === true);
  return (
    <details className="record-part" open={shown} onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>{title}</summary>
      {shown && children}
    </details>
  );
}

function Notes({ record }: { record: ChartRecord }): ReactNode {
  const notes = readAnnotations(record.source['note']);
  if (notes.length === 0) return null;
  return (
    <section className="record-notes" aria-label={t('record.notes')}>
      <h3>{t('record.notes')}</h3>
      {notes.map((note, at) => {
        const time = note.time === undefined ? '' : formatDate(note.time);
        const by = t('record.note-by', { author: note.author ?? '', time });
        return (
          // Notes have no key of their own, and their order never changes.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={at}>
            <p className="record-note">{note.text}</p>
            {by !== '' && <p className="muted small">{by}</p>}
          </div>
        );
      })}
    </section>
  );
}

/** The narrative, where it may say more than the fields do; one the EHR made from the fields is folded away. */
function NarrativePart({ record }: { record: ChartRecord }): ReactNode {
  const text = record.source['text'];
  if (typeof text !== 'object' || text === null) return null;
  const { status, div } = text as { status?: unknown; div?: unknown };
  if (typeof div !== 'string' || div === '') return null;
  return (
    <Part title={t('record.narrative')} open={status !== 'generated'}>
      {status === 'generated' && <p className="muted small">{t('record.narrative-generated')}</p>}
      <Narrative html={div} />
    </Part>
  );
}

function Raw({ record }: { record: ChartRecord }): ReactNode {
  const [copied, setCopied] = useState<boolean>();
  return (
    <Part title={t('record.raw')}>
      <p className="record-copy">
        <button
          type="button"
          className="link-button"
          onClick={() => void copyText(rawText(record.source)).then(setCopied)}
        >
          {t('record.copy')}
        </button>{' '}
        <output className="muted">
          {copied !== undefined && t(copied ? 'record.copied' : 'record.copy-failed')}
        </output>
      </p>
      <pre className="raw">{rawText(record.source)}</pre>
    </Part>
  );
}
