import type { ReactNode } from 'react';
import type { Link } from '#fhir/link.ts';
import { type ObservationRecord, readObservation } from '#fhir/observations.ts';
import type { ReadContext } from '#fhir/record.ts';
import { shownObservation } from '#fhir/shown-observation.ts';
import { t } from '#i18n/translate.ts';
import { useChart } from '#chart/kit/chart-context.tsx';
import { flagWords } from '#chart/kit/Flag.tsx';
import { joined } from '#chart/kit/fact-words.ts';
import { readContext } from '#chart/kit/read-context.ts';
import { RecordRefs } from '#chart/kit/RecordRefs.tsx';
import { ResultValue, ShownParts } from '#chart/kit/ResultValue.tsx';
import { useSnapshot } from '#chart/kit/use-snapshot.ts';
import { words } from '#chart/kit/words.ts';
import { shortRange } from './range-words.ts';

interface Props {
  readonly record: ObservationRecord;
  /** The list that the record stands in. */
  readonly all: readonly ObservationRecord[];
  readonly onOpen: (key: string) => void;
}

interface Member {
  readonly link: Link;
  readonly depth: number;
  /** Undefined where it has not arrived, and for what is no observation. */
  readonly record: ObservationRecord | undefined;
  /** Whether it stands in the same list; else its own section, where it has one, shows it. */
  readonly isHere: boolean;
}

/** Panels within panels beyond this are opened by themselves. */
const deepest = 3;

/**
 * The results of a panel, read where it stands: a culture's organisms with their susceptibilities under them; and, of a
 * result that is in a panel, the panel with what it says.
 */
export function MemberTable({ record, all, onOpen }: Props): ReactNode {
  const chart = useChart();
  const panels = all.filter((other) => other.members.some(({ key }) => key === record.key));
  const named = record.members.length === 0 ? [] : membersOf(record, all, readContext(chart));
  const members = named.filter(({ isHere, link }) => isHere || link.target !== undefined);
  // Until everything is there, nobody can say that something is not.
  const isComplete = useSnapshot(chart.reading, () => {
    const { done, total } = chart.reading.progress();
    return done >= total;
  });
  const missing = isComplete ? named.length - members.length : 0;
  return (
    <>
      {panels.map((panel) => (
        <p key={panel.key} className="member-of">
          <span className="muted">{t('members.part-of')} </span>
          <button type="button" className="link-button" onClick={() => onOpen(panel.key)}>
            {words(panel.title)}
          </button>{' '}
          <ShownParts parts={shownObservation(panel)} />
        </p>
      ))}
      {members.length > 0 && (
        <table className="components members">
          <caption>{t('members.title', { n: members.length })}</caption>
          <thead className="unseen-head">
            <tr>
              <th scope="col">{t('column.name')}</th>
              <th scope="col">{t('trend.value')}</th>
              <th scope="col">{t('observation.meaning')}</th>
              <th scope="col">{t('observation.range')}</th>
            </tr>
          </thead>
          <tbody>
            {members.map((member, at) => (
              // Contained ones have no key of their own.
              <MemberRow key={member.link.key ?? at} member={member} onOpen={onOpen} />
            ))}
          </tbody>
        </table>
      )}
      {missing > 0 && <p className="muted small">{t('members.missing', { n: missing })}</p>}
    </>
  );
}

function MemberRow({
  member: { link, depth, record, isHere },
  onOpen,
}: {
  member: Member;
  onOpen: Props['onOpen'];
}): ReactNode {
  return (
    <tr data-depth={depth} data-error={record?.enteredInError || undefined}>
      <th scope="row">
        {record && isHere ? (
          <button type="button" className="link-button" onClick={() => onOpen(record.key)}>
            {words(record.title)}
          </button>
        ) : (
          <RecordRefs links={[record ? { ...link, name: words(record.title) } : link]} />
        )}
      </th>
      <td>{record && <ResultValue record={record} />}</td>
      <td>{record && joined(record.flags.map(flagWords))}</td>
      <td className="muted">{record && shortRange(record, undefined)}</td>
    </tr>
  );
}

/** Members in the order they are named, each followed by its own; nobody twice, whatever names whom. */
function membersOf(
  panel: ObservationRecord,
  all: readonly ObservationRecord[],
  context: ReadContext,
): readonly Member[] {
  const here = new Map(all.map((one) => [one.key, one]));
  const seen = new Set([panel.key]);
  const walk = ({ members }: ObservationRecord, depth: number): readonly Member[] =>
    members.flatMap((link) => {
      const { key, target } = link;
      if (key !== undefined && seen.has(key)) return [];
      if (key !== undefined) seen.add(key);
      const own = key === undefined ? undefined : here.get(key);
      const record =
        own ?? (target?.resourceType === 'Observation' ? readObservation(target, context) : undefined);
      const inner = record !== undefined && depth < deepest ? walk(record, depth + 1) : [];
      return [{ link, depth, record, isHere: own !== undefined }, ...inner];
    });
  return walk(panel, 0);
}
