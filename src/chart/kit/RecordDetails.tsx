import { type ReactNode, useMemo, useState } from 'react';
import type { ChartRecord } from '#fhir/record.ts';
import { readAnnotations } from '#fhir/annotation.ts';
import { readNarrative } from '#fhir/narrative.ts';
import { originalOf } from '#fhir/original.ts';
import { narrativeAdds } from '#fhir/narrative-adds.ts';
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

interface Props {
  readonly record: ChartRecord;
  readonly facts: readonly Fact[];
  /** The narrative is what the record has to say: before the facts, in the open. */
  readonly narrativeFirst?: boolean;
  /** All parts but the raw record in the open, as on paper. */
  readonly unfolded?: boolean;
}

/** Everything one record holds: its facts, its notes, its codes, where it came from, each element, the raw record. */
export function RecordDetails({ record, facts, narrativeFirst = false, unfolded = false }: Props): ReactNode {
  const narrative = useMemo(() => readNarrative(record.source), [record.source]);
  const sent = originalOf(record.source);
  return (
    <div className="record-details">
      {narrativeFirst && narrative && <Narrative html={narrative.html} />}
      <FactList facts={facts} />
      <Notes record={record} />
      {!narrativeFirst && narrative && (
        <NarrativePart record={record} narrative={narrative} open={unfolded} />
      )}
      <Part title={t('record.codes')} open={unfolded}>
        <RecordCodes resource={sent} />
      </Part>
      <Part title={t('record.source')} open>
        <ProvenanceNote record={record} />
      </Part>
      <Part title={t('record.everything')} open={unfolded}>
        <EverythingSent resource={sent} />
      </Part>
      <Raw record={record} />
    </div>
  );
}

interface PartProps {
  readonly title: string;
  readonly open?: boolean;
  readonly children: ReactNode;
}

function Part({ title, open = false, children }: PartProps): ReactNode {
  const [shown, setShown] = useState(open);
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

interface NarrativeProps {
  readonly record: ChartRecord;
  readonly narrative: NonNullable<ReturnType<typeof readNarrative>>;
  readonly open: boolean;
}

/** The narrative, open where it says more than the fields do; one that only repeats them is folded away. */
function NarrativePart({ record, narrative, open }: NarrativeProps): ReactNode {
  const adds = useMemo(() => narrativeAdds(record.source), [record.source]);
  return (
    <Part title={t('record.narrative')} open={open || adds}>
      {narrative.status === 'generated' && <p className="muted small">{t('record.narrative-generated')}</p>}
      <Narrative html={narrative.html} />
    </Part>
  );
}

function Raw({ record }: { record: ChartRecord }): ReactNode {
  const [copied, setCopied] = useState<boolean>();
  const text = rawText(originalOf(record.source));
  return (
    <Part title={t('record.raw')}>
      <p className="record-copy">
        <button type="button" className="link-button" onClick={() => void copyText(text).then(setCopied)}>
          {t('record.copy')}
        </button>{' '}
        <output className="muted">
          {copied !== undefined && t(copied ? 'record.copied' : 'record.copy-failed')}
        </output>
      </p>
      <pre className="raw">{text}</pre>
    </Part>
  );
}
