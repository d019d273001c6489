import { type ReactNode, useEffect, useRef, useState } from 'react';
import { t } from '#i18n/translate.ts';
import { Narrative } from '#chart/kit/Narrative.tsx';
import { DocumentHeadings } from './DocumentHeadings.tsx';

const headingElements = 'h1, h2, h3';

/** An HTML document, made safe as a record's own words are, its headings a small table of contents. */
export function HtmlDocument({ html }: { html: string }): ReactNode {
  const body = useRef<HTMLDivElement>(null);
  const [headings, setHeadings] = useState<readonly string[]>([]);
  // The inserted markup is the outside system: its headings are known once it stands.
  useEffect(() => {
    const found = body.current?.querySelectorAll(headingElements) ?? [];
    setHeadings([...found].map(({ textContent }) => textContent.trim()).filter((heading) => heading !== ''));
  }, [html]);
  const show = (at: number): void => {
    const found = [...(body.current?.querySelectorAll(headingElements) ?? [])];
    found.filter(({ textContent }) => textContent.trim() !== '')[at]?.scrollIntoView({ block: 'start' });
  };
  return (
    <>
      <p className="muted small">{t('document.html-note')}</p>
      <DocumentHeadings headings={headings} onShow={show} />
      <div className="document-html" ref={body}>
        <Narrative html={html} />
      </div>
    </>
  );
}
