import { type ReactNode, useState } from 'react';
import { t } from '#i18n/translate.ts';
import type { ChartRecord } from '#fhir/record.ts';
import { type MissingPart, missingParts } from './absence-words.ts';
import { type Chart, useChart } from './chart-context.tsx';
import { rawText } from './raw-text.ts';
import type { Records } from './use-records.ts';

interface Note {
  readonly key: string;
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

interface Props<R extends ChartRecord> {
  readonly records: Records<R>;
  /** False: neither that the rest is still coming, nor what is always so in this system. */
  readonly whole?: boolean;
}

/** What is missing beside the records that are shown: a short sentence each, above the list. */
export function SectionNotes<R extends ChartRecord>({ records, whole = true }: Props<R>): ReactNode {
  const chart = useChart();
  const [rawShown, setRawShown] = useState(false);
  const notes = notesOf(records, chart, () => setRawShown(!rawShown)).filter(
    ({ key }) => whole || !['reading', 'waiting', 'category'].includes(key),
  );
  if (notes.length === 0) return null;
  const { unreadable } = records.availability;
  return (
    <div className="section-notes">
      {notes.map(({ key, text, action }) => (
        <p key={key}>
          {text}
          {action && (
            <button type="button" className="link-button" onClick={action.run}>
              {action.label}
            </button>
          )}
        </p>
      ))}
      {rawShown && unreadable.length > 0 && (
        <pre className="raw">{unreadable.map((entry) => rawText(entry)).join('\n\n')}</pre>
      )}
    </div>
  );
}

/** What is missing, with what the reader can do about it. */
function notesOf<R extends ChartRecord>(
  records: Records<R>,
  chart: Chart,
  showRaw: () => void,
): readonly Note[] {
  const again = { label: t('absence.again'), run: records.readAgain };
  const actions: Partial<Record<MissingPart, Note['action']>> = {
    failed: again,
    older: again,
    unreadable: { label: t('absence.unreadable-show'), run: showRaw },
  };
  return missingParts(records, chart, Date.now()).map(({ key, text }): Note => {
    const action = actions[key];
    return action === undefined ? { key, text } : { key, text, action };
  });
}
