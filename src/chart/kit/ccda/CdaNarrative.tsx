import { Fragment, type ReactNode, createElement } from 'react';
import type { DocumentFile } from '#ccda/file.ts';
import type { NarrativeElement, NarrativeNode } from '#ccda/narrative.ts';
import { t } from '#i18n/translate.ts';
import { FileContent } from './FileContent.tsx';

/** What a narrative needs of its section. */
export interface NarrativeContext {
  readonly pictures: ReadonlyMap<string, DocumentFile>;
  /** IDs of the footnotes, in their order. */
  readonly footnotes: readonly string[];
  /** Scrolls to the element of an ID. */
  readonly onShow: (id: string) => void;
}

interface Props {
  readonly nodes: readonly NarrativeNode[];
  readonly context: NarrativeContext;
}

/** A section's words by elements of our own: nothing of the document's markup reaches the page. */
export function CdaNarrative({ nodes, context }: Props): ReactNode {
  return nodes.map((node, at) =>
    typeof node === 'string' && !brokenByHand.test(node) ? (
      node
    ) : (
      // The nodes of a document have no key of their own, and their order never changes.
      // oxlint-disable-next-line react/no-array-index-key
      <Fragment key={at}>{typeof node === 'string' ? lines(node) : elementOf(node, context)}</Fragment>
    ),
  );
}

/** Lines broken by hand stay broken; those of a program's indentation do not. */
const brokenByHand = /\S[ \t]*\r?\n(?![ \t]{2}|\t)[ \t]?\S/;

function lines(text: string): ReactNode {
  return <span className="cda-lines">{text.trim()}</span>;
}

/** styleCodes that are shown (CDA R2 §4.3.5.11); the rest are a sender's own and mean nothing to others. */
const shownStyles = ['bold', 'underline', 'italics', 'emphasis', 'lrule', 'rrule', 'toprule', 'botrule'];
const listStyles = [
  'arabic',
  'littleroman',
  'bigroman',
  'littlealpha',
  'bigalpha',
  'circle',
  'disc',
  'square',
];
const alignments = ['left', 'right', 'center', 'justify'];

function elementOf(element: NarrativeElement, context: NarrativeContext): ReactNode {
  const inside = <CdaNarrative nodes={element.children} context={context} />;
  const styles = element.styles.filter((style) => shownStyles.includes(style)).join(' ');
  const common = {
    'data-narrative': element.id,
    'data-styles': styles === '' ? undefined : styles,
  };
  switch (element.kind) {
    case 'br':
      return <br />;
    case 'sub':
    case 'sup':
      return createElement(element.kind, common, inside);
    case 'paragraph':
      return element.children.some((one) => typeof one !== 'string' && one.isBlock) ? (
        <div className="cda-paragraph" {...common}>
          {inside}
        </div>
      ) : (
        <p {...common}>{inside}</p>
      );
    case 'pre':
      return <pre {...common}>{inside}</pre>;
    case 'list':
      return createElement(
        element.isOrdered ? 'ol' : 'ul',
        { ...common, 'data-list': element.styles.find((style) => listStyles.includes(style)) },
        inside,
      );
    case 'item':
      return <li {...common}>{inside}</li>;
    case 'table':
      return (
        // Wide tables scroll by themselves, by key as well.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role
        <div className="cda-table" tabIndex={0} role="group" aria-label={t('ccda.table')}>
          <table {...common}>{inside}</table>
        </div>
      );
    case 'thead':
    case 'tbody':
    case 'tfoot':
    case 'tr':
    case 'caption':
      return createElement(element.kind, common, inside);
    case 'th':
    case 'td':
      return cell(element, common, inside);
    case 'link':
      return <InternalLink element={element} context={context} inside={inside} />;
    case 'footnote':
      return <Footnote element={element} context={context} inside={inside} />;
    case 'footnote-ref':
      return <FootnoteRef element={element} context={context} inside={inside} />;
    case 'picture':
      return <Picture element={element} context={context} inside={inside} />;
    case 'content':
      return content(element, common, inside);
  }
}

function cell(element: NarrativeElement, common: object, inside: ReactNode): ReactNode {
  const align = element.align?.toLowerCase();
  return createElement(
    element.kind,
    {
      ...common,
      colSpan: element.columns === 1 ? undefined : element.columns,
      rowSpan: element.rows === 1 ? undefined : element.rows,
      'data-align': alignments.includes(align ?? '') ? align : undefined,
    },
    inside,
  );
}

function content(element: NarrativeElement, common: object, inside: ReactNode): ReactNode {
  if (element.revised === 'delete' || element.revised === 'insert') {
    const isDeleted = element.revised === 'delete';
    return createElement(
      isDeleted ? 'del' : 'ins',
      common,
      <span className="unseen">{t(isDeleted ? 'ccda.deleted' : 'ccda.inserted')}</span>,
      inside,
    );
  }
  return element.isBlock ? <div {...common}>{inside}</div> : <span {...common}>{inside}</span>;
}

interface PartProps {
  readonly element: NarrativeElement;
  readonly context: NarrativeContext;
  readonly inside: ReactNode;
}

/** A link within the document leads there; one that leads out of it is words. */
function InternalLink({ element, context, inside }: PartProps): ReactNode {
  const { target } = element;
  if (target?.startsWith('#') === true && element.children.length > 0) {
    return (
      <button type="button" className="link-button" onClick={() => context.onShow(target.slice(1))}>
        {inside}
      </button>
    );
  }
  return (
    <span data-narrative={element.id}>
      {inside}
      {target !== undefined && <span className="cda-address">{` (${target})`}</span>}
    </span>
  );
}

const numberOf = (id: string | undefined, { footnotes }: NarrativeContext): number =>
  footnotes.indexOf(id ?? '') + 1;

function Footnote({ element, context, inside }: PartProps): ReactNode {
  const n = numberOf(element.id, context);
  return (
    <small
      className="cda-footnote"
      data-narrative={element.id}
      role="note"
      aria-label={t('ccda.footnote', { n })}
    >
      {n > 0 && <sup>{n}</sup>} {inside}
    </small>
  );
}

function FootnoteRef({ element, context, inside }: PartProps): ReactNode {
  const { target } = element;
  const n = numberOf(target, context);
  return (
    <>
      {inside}
      {target !== undefined && n > 0 && (
        <sup>
          <button
            type="button"
            className="link-button"
            aria-label={t('ccda.footnote', { n })}
            onClick={() => context.onShow(target)}
          >
            {n}
          </button>
        </sup>
      )}
    </>
  );
}

function Picture({ element, context, inside }: PartProps): ReactNode {
  const ids = element.target?.split(/\s+/) ?? [];
  const files = ids.map((id) => context.pictures.get(id)).filter((file) => file !== undefined);
  return (
    <div className="cda-picture" data-narrative={element.id}>
      {files.length === 0 && <p className="absence">{t('ccda.picture-missing')}</p>}
      {files.map((file, at) => (
        // Pictures have no key of their own, and their order never changes.
        // oxlint-disable-next-line react/no-array-index-key
        <FileContent key={at} file={file} name={t('ccda.picture')} elsewhere={t('ccda.picture-elsewhere')} />
      ))}
      {inside}
    </div>
  );
}
