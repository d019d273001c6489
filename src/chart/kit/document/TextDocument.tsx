import { type ReactNode, useMemo, useRef } from 'react';
import { t } from '#i18n/translate.ts';
import { DocumentHeadings } from './DocumentHeadings.tsx';
import { textParts } from './text-headings.ts';

/** More than this would hold up the page; the download has it all. */
const mostText = 400_000;

interface Props {
  readonly text: string;
  readonly note?: string;
  /** Source text: no headings are looked for in it. */
  readonly plain?: boolean;
}

/** Plain text as it was written, its headings a small table of contents. */
export function TextDocument({ text, note, plain = false }: Props): ReactNode {
  const body = useRef<HTMLDivElement>(null);
  const shown = text.slice(0, mostText);
  const parts = useMemo(
    () => (plain ? [{ heading: undefined, text: shown }] : textParts(shown)),
    [shown, plain],
  );
  const headings = parts.flatMap(({ heading }) => (heading === undefined ? [] : [heading]));
  const show = (at: number): void => {
    body.current?.querySelectorAll('[data-heading]')[at]?.scrollIntoView({ block: 'start' });
  };
  return (
    <>
      {note !== undefined && <p className="muted small">{note}</p>}
      <DocumentHeadings headings={headings} onShow={show} />
      <div className="document-text" data-plain={plain || undefined} ref={body}>
        {parts.map((part, at) => (
          // Parts have no key of their own, and their order never changes.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={at} data-heading={part.heading}>
            {part.text}
          </div>
        ))}
      </div>
      {shown.length < text.length && <p className="muted small">{t('document.cut')}</p>}
    </>
  );
}
