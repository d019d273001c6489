import type { ReactNode } from 'react';
import type { SectionDefinition, SectionGroup } from '#chart/kit/section.ts';
import { t } from '#i18n/translate.ts';
import { SectionLink } from './SectionLink.tsx';
import './SectionNav.css';

interface Props {
  readonly sections: readonly SectionDefinition[];
  readonly current: string;
  /** Whether counts and marks are shown; they need the readers of all kinds. */
  readonly marked: boolean;
  readonly onGo?: () => void;
}

/** The table of contents at the side: names with counts, a rail of icons where there is less room. */
export function SectionNav(props: Props): ReactNode {
  return (
    <nav className="section-nav" aria-label={t('chart.sections')}>
      <SectionGroups {...props} />
    </nav>
  );
}

export function SectionGroups({ sections, current, marked, onGo }: Props): ReactNode {
  const groups = Map.groupBy(sections, ({ group }): SectionGroup => group);
  return [...groups].map(([group, members]) => (
    <div className="section-group" key={group}>
      <h2>{t(`group.${group}`)}</h2>
      <ul>
        {members.map((section) => (
          <li key={section.id}>
            <SectionLink section={section} current={section.id === current} marked={marked} onGo={onGo} />
          </li>
        ))}
      </ul>
    </div>
  ));
}
