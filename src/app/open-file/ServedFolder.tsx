import { type ReactNode, useEffect, useRef, useState } from 'react';
import { servedFiles } from '#file/served-source.ts';
import { t } from '#i18n/translate.ts';
import type { FileChart } from './file-chart.ts';
import { IndexProgressView } from './IndexProgressView.tsx';
import { onlyChart } from './open-chart.ts';
import { OpenFileFrame } from './OpenFileFrame.tsx';
import type { Opening } from './use-opened-files.ts';

interface Props {
  readonly opened: Opening;
  readonly show: (chart: FileChart) => void;
  /** Of the address this page was opened with; undefined where it was loaded anew. */
  readonly secret: string | undefined;
  /** They were open here, and were closed because nobody used them. */
  readonly isLeftAlone: boolean;
}

/** The folder of `npm run open`, as soon as the page is there. */
export function ServedFolder({ opened, show, secret, isLeftAlone }: Props): ReactNode {
  const { now } = opened;
  const [failed, setFailed] = useState(false);
  const begun = useRef(false);
  useEffect(() => {
    // The secret works once, and so does this.
    if (secret === undefined || isLeftAlone || begun.current) return;
    begun.current = true;
    const open = async (): Promise<void> => {
      const all = await opened.open(servedFiles(secret));
      if (all === undefined) setFailed(true);
      const only = all && (await onlyChart(all));
      if (only !== undefined) show(only);
    };
    void open();
  }, [opened, secret, isLeftAlone, show]);
  return (
    <OpenFileFrame>
      {(secret === undefined || isLeftAlone) && (
        <p>
          <output>{t(isLeftAlone ? 'open.left-alone-served' : 'open.served-again')}</output>
        </p>
      )}
      {now.state === 'reading' && !failed && <IndexProgressView {...now.progress} />}
      <p role="alert">{failed && t('open.served-failed')}</p>
    </OpenFileFrame>
  );
}
