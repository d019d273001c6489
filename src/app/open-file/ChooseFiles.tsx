import { type DragEvent, type ReactNode, useId, useState } from 'react';
import { t } from '#i18n/translate.ts';
import type { FileSource } from '#file/source.ts';
import { chosenFiles, droppedFiles } from './chosen-files.ts';
import type { FileChart } from './file-chart.ts';
import { IndexProgressView } from './IndexProgressView.tsx';
import { OpenFileFrame } from './OpenFileFrame.tsx';
import { onlyChart } from './open-chart.ts';
import type { Opening } from './use-opened-files.ts';

interface Props {
  readonly opened: Opening;
  readonly show: (chart: FileChart) => void;
  /** A chart was open before: the page was loaded anew, or nobody used it. */
  readonly again: 'again' | 'left-alone' | undefined;
}

/** Where files are chosen or dropped, and how far they have been read. */
export function ChooseFiles({ opened, show, again }: Props): ReactNode {
  const { now } = opened;
  const [isOver, setIsOver] = useState(false);
  const open = async (files: Promise<readonly FileSource[]> | readonly FileSource[]): Promise<void> => {
    const all = await opened.open(files);
    const only = all && (await onlyChart(all));
    if (only !== undefined) show(only);
  };
  const over = (event: DragEvent, is: boolean): void => {
    event.preventDefault();
    setIsOver(is);
  };
  return (
    <div
      className="open-drop"
      data-over={isOver || undefined}
      onDragOver={(event) => over(event, true)}
      onDragLeave={(event) => over(event, false)}
      onDrop={(event) => {
        over(event, false);
        void open(droppedFiles(event.dataTransfer));
      }}
    >
      <OpenFileFrame>
        {again !== undefined && (
          <p>
            <output>{t(`open.${again}`)}</output>
          </p>
        )}
        <p>{t('open.lead')}</p>
        {now.state === 'reading' ? (
          <IndexProgressView {...now.progress} stop={opened.close} />
        ) : (
          <div className="open-choose">
            <Choose of="files" open={(files) => void open(files)} />
            <Choose of="folder" open={(files) => void open(files)} />
            <p className="muted" aria-hidden={isOver}>
              {t(isOver ? 'open.drop-here' : 'open.drop')}
            </p>
          </div>
        )}
        <p role="alert">
          {now.state === 'none' && t('open.none')}
          {now.state === 'failed' && t('open.failed')}
        </p>
      </OpenFileFrame>
    </div>
  );
}

function Choose({
  of,
  open,
}: {
  of: 'files' | 'folder';
  open: (files: readonly FileSource[]) => void;
}): ReactNode {
  const id = useId();
  return (
    <span className="open-file">
      <label htmlFor={id}>{t(`open.${of}`)}</label>
      <input
        id={id}
        className="unseen"
        type="file"
        multiple
        // React knows the attribute only in small letters; as an attribute it has no value.
        {...(of === 'folder' && { webkitdirectory: '' })}
        onChange={(event) => {
          const field = event.target;
          const files = chosenFiles(field.files ?? []);
          // The same file may be chosen again.
          field.value = '';
          open(files);
        }}
      />
    </span>
  );
}
