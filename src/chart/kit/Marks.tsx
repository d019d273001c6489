import type { ReactNode } from 'react';
import type { Mark } from '#fhir/record.ts';
import { words } from './words.ts';
import './Flag.css';
import './Marks.css';

/** The shape of a tone. The word beside it carries the meaning; the colour only repeats it. */
const shapes = { critical: '‼', abnormal: '◆', warning: '⚠', plain: '' } as const;

/** Words beside a record's name that change how it must be read. */
export function Marks({ marks }: { marks: readonly Mark[] }): ReactNode {
  return marks.map((mark) => (
    <span className="mark" data-tone={mark.tone} key={words(mark.phrase)}>
      {shapes[mark.tone] !== '' && (
        <span className="flag-shape" aria-hidden="true">
          {shapes[mark.tone]}
        </span>
      )}
      {words(mark.phrase)}
    </span>
  ));
}
