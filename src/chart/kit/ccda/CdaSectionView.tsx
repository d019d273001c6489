import { type ReactNode, createElement, memo } from 'react';
import type { NarrativeNode } from '#ccda/narrative.ts';
import { useWorded } from '#ui/use-worded.ts';
import type { CdaSection } from '#ccda/section.ts';
import { t } from '#i18n/translate.ts';
import { FactList } from '#chart/kit/FactList.tsx';
import { nullWords, partyLines } from './cda-words.ts';
import { CdaEntries } from './CdaEntries.tsx';
import { CdaNarrative } from './CdaNarrative.tsx';
import { roleWords } from './DocumentHeader.tsx';

interface Props {
  readonly section: CdaSection;
  /** 4 for a section of the document, 5 and 6 for those within. */
  readonly level: number;
  readonly onShow: (id: string) => void;
}

/** A section: its title, its words, its coded entries beside them, the sections within it. */
export const CdaSectionView = memo(function CdaSectionView({ section, level, onShow }: Props): ReactNode {
  const { narrative, pictures } = section;
  const context = useWorded(
    () => ({ pictures, footnotes: footnotesOf(narrative), onShow }),
    [narrative, pictures, onShow],
  );
  const hasWords = narrative.some((node) => typeof node !== 'string' || node.trim() !== '');
  return (
    <section className="cda-section" data-place={section.place} aria-label={sectionTitle(section)}>
      {createElement(`h${Math.min(level, 6)}`, { tabIndex: -1 }, sectionTitle(section))}
      <div className="cda-section-body">
        <div className="cda-narrative">
          {section.nullFlavor !== undefined && (
            <p className="absence">{t('ccda.no-information', { why: nullWords(section.nullFlavor) })}</p>
          )}
          {!hasWords && section.nullFlavor === undefined && (
            <p className="absence">{t(absenceOf(section))}</p>
          )}
          <CdaNarrative nodes={narrative} context={context} />
          <FactList
            facts={section.people.map(({ role, party }) => ({
              label: roleWords(role),
              value: partyLines(party),
            }))}
          />
        </div>
        <CdaEntries section={section} onShow={onShow} open={!hasWords} />
      </div>
      {section.sections.map((inner) => (
        <CdaSectionView key={inner.place} section={inner} level={level + 1} onShow={onShow} />
      ))}
    </section>
  );
});

export function sectionTitle({ title, code }: CdaSection): string {
  return title ?? code?.label ?? t('ccda.untitled-section');
}

function absenceOf({
  entryCount,
  sections,
}: CdaSection): 'ccda.no-narrative' | 'ccda.empty-section' | 'ccda.see-within' {
  if (sections.length > 0) return 'ccda.see-within';
  return entryCount > 0 ? 'ccda.no-narrative' : 'ccda.empty-section';
}

function footnotesOf(nodes: readonly NarrativeNode[]): readonly string[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return [];
    const own = node.kind === 'footnote' && node.id !== undefined ? [node.id] : [];
    return [...own, ...footnotesOf(node.children)];
  });
}
