import { type ReactNode, useId, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { useChart } from '#chart/kit/chart-context.tsx';
import { useKeptState } from '#chart/kit/use-kept-state.ts';
import { largestAttachment } from '#fhir/attachment-bytes.ts';
import { t } from '#i18n/translate.ts';
import { type Note, type OpenedFile, openedNote } from './note.ts';

const none: readonly OpenedFile[] = [];

/** The files opened from the reader's own computer, as notes; and how one is added. */
export function useOpenedFiles(): readonly [readonly Note[], (file: OpenedFile) => void] {
  const { paths } = useChart();
  const navigate = useNavigate();
  const [files, setFiles] = useKeptState('opened files', none);
  const notes = useMemo(() => files.map(openedNote), [files]);
  const add = (file: OpenedFile): void => {
    setFiles([...files, file]);
    void navigate(paths.record('documents', openedNote(file, files.length).key));
  };
  return [notes, add];
}

/** Opens a document that a patient brought or another practice sent: C-CDA, PDF, text. It is read here and sent nowhere. */
export function OpenFile({ onFile }: { onFile: (file: OpenedFile) => void }): ReactNode {
  const id = useId();
  const [isTooLarge, setIsTooLarge] = useState(false);
  return (
    <p className="open-file">
      <label htmlFor={id}>{t('documents.open-file')}</label>
      <input
        id={id}
        className="unseen"
        type="file"
        accept=".xml,.ccd,.ccda,.cda,.pdf,.txt,.rtf,.html,text/xml,application/xml,application/pdf,text/plain"
        onChange={(event) => {
          const { files } = event.target;
          const file = files?.[0];
          // The same file may be chosen again.
          const field = event.target;
          setIsTooLarge(file !== undefined && file.size > largestAttachment);
          if (file === undefined || file.size > largestAttachment) return;
          void file.arrayBuffer().then((buffer) => {
            field.value = '';
            onFile({ name: file.name, type: file.type, bytes: new Uint8Array(buffer) });
          });
        }}
      />
      <output>{isTooLarge && t('document.too-large')}</output>
    </p>
  );
}
