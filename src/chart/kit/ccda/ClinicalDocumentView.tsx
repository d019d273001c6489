import { type ReactNode, useCallback, useDeferredValue, useMemo, useRef } from 'react';
import { type ClinicalDocument, openClinicalDocument } from '#ccda/clinical-document.ts';
import { t } from '#i18n/translate.ts';
import { joined } from '#chart/kit/fact-words.ts';
import { FindInDocument } from '#chart/kit/document/FindInDocument.tsx';
import { parseXml } from '#ui/trusted-types.ts';
import { assessmentOf } from './assessment.ts';
import { partyName, timeWords } from './cda-words.ts';
import { CdaSectionView, sectionTitle } from './CdaSectionView.tsx';
import { DocumentHeader } from './DocumentHeader.tsx';
import { FileContent } from './FileContent.tsx';
import { WhoseDocument } from './WhoseDocument.tsx';
import './ClinicalDocument.css';

interface Props {
  readonly text: string;
  /** Where the text is no clinical document after all. */
  readonly otherwise: ReactNode;
}

/** A C-CDA document to read: whose it is, its contents, its sections. */
export function ClinicalDocumentView({ text, otherwise }: Props): ReactNode {
  const opened = useMemo(() => openClinicalDocument(text, parseXml), [text]);
  return 'fault' in opened ? (
    otherwise
  ) : (
    <FindInDocument>
      <Opened document={opened.document} first={text.length > longText ? 1 : firstSections} />
    </FindInDocument>
  );
}

/** Drawn at once; a longer document goes on while it can be read already. */
const firstSections = 4;

/** Characters from which one section is enough to begin with. */
const longText = 500_000;

/** Sections out of sight have a guessed height until they come near: their place is known after a frame or a few. */
function stayAt(section: HTMLElement, frames = 4): void {
  section.scrollIntoView({ block: 'start' });
  if (frames > 0) requestAnimationFrame(() => stayAt(section, frames - 1));
}

function Opened({ document, first }: { document: ClinicalDocument; first: number }): ReactNode {
  const { sections, patients, header, file, isWhole } = document;
  const body = useRef<HTMLDivElement>(null);
  const drawn = useDeferredValue(sections, sections.slice(0, first));
  const show = useCallback((selector: string) => {
    const found = body.current?.querySelector<HTMLElement>(selector);
    // The contents stand above the sections, as high as their words make them, or beside them.
    const contents = body.current?.querySelector<HTMLElement>(':scope > .cda-reading > .cda-contents');
    body.current?.style.setProperty('--cda-contents', `${contents?.offsetHeight ?? 0}px`);
    if (found != null) stayAt(found);
    const heading = found?.querySelector<HTMLElement>(':scope > :is(h4, h5, h6)');
    heading?.focus({ preventScroll: true });
  }, []);
  const showId = useCallback((id: string) => show(`[data-narrative="${CSS.escape(id)}"]`), [show]);
  const author = header.find(({ role }) => role === 'author');
  const custodian = header.find(({ role }) => role === 'custodian');
  const assessment = assessmentOf(sections);
  return (
    <div className="cda" ref={body}>
      {(isWhole || patients.length > 0) && <WhoseDocument patients={patients} />}
      <h3 className="cda-title">{document.title ?? document.kind?.label ?? t('ccda.untitled')}</h3>
      <p className="muted small">
        {isWhole
          ? joined(
              [
                timeWords(document.written),
                author && partyName(author.party),
                custodian && partyName(custodian.party),
              ],
              ' · ',
            )
          : t('ccda.part')}
      </p>
      <details className="cda-about" open={!isWhole}>
        <summary>{t('ccda.about')}</summary>
        <DocumentHeader document={document} />
      </details>
      <div className="cda-reading">
        {sections.length > 1 && (
          <nav className="cda-contents" aria-label={t('ccda.contents')}>
            {assessment !== undefined && (
              <button
                type="button"
                className="cda-assessment"
                onClick={() => show(`[data-place="${assessment.place}"]`)}
              >
                {t('ccda.assessment')}
              </button>
            )}
            <ul>
              {sections.map((section) => (
                <li key={section.place}>
                  <button
                    type="button"
                    className="link-button"
                    data-silent={(section.nullFlavor !== undefined && section.entryCount === 0) || undefined}
                    onClick={() => show(`[data-place="${section.place}"]`)}
                  >
                    {sectionTitle(section)}
                  </button>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <div className="cda-sections">
          {drawn.map((section) => (
            <CdaSectionView key={section.place} section={section} level={4} onShow={showId} />
          ))}
          {file !== undefined && (
            <FileContent
              file={file}
              name={document.title ?? t('ccda.file')}
              elsewhere={t('ccda.file-elsewhere')}
            />
          )}
          {isWhole && sections.length === 0 && file === undefined && (
            <p className="absence">{t('ccda.no-body')}</p>
          )}
        </div>
      </div>
    </div>
  );
}
