import type { KeyboardEvent, ReactNode } from 'react';
import { Link } from '#ui/Link.tsx';
import type { ChartRecord } from '#fhir/record.ts';
import type { SectionId } from '#i18n/en/sections.ts';
import { useChart } from './chart-context.tsx';
import { Marks } from './Marks.tsx';
import { PlainBeside } from './plain/PlainBeside.tsx';
import { words } from './words.ts';
import './RecordLink.css';

interface Props {
  readonly section: SectionId;
  readonly record: ChartRecord;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void;
}

/** A record's name, which opens it, and its marks. The whole row it stands in can be clicked. */
export function RecordLink({ section, record, onKeyDown }: Props): ReactNode {
  const { paths } = useChart();
  return (
    <div className="record-name">
      <Link
        className="record-link"
        to={paths.record(section, record.key)}
        data-record={record.key}
        onKeyDown={onKeyDown}
      >
        {words(record.title)}
      </Link>
      <PlainBeside record={record} />
      <Marks marks={record.marks} />
    </div>
  );
}
