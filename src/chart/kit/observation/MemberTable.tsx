import type { ReactNode } from 'react';
import type { ObservationRecord } from '#fhir/observations.ts';
import { shownObservation } from '#fhir/shown-observation.ts';
import { t } from '#i18n/translate.ts';
import { flagWords } from '#chart/kit/Flag.tsx';
import { joined } from '#chart/kit/fact-words.ts';
import { ResultValue, ShownParts } from '#chart/kit/ResultValue.tsx';
import { words } from '#chart/kit/words.ts';
import { shortRange } from './range-words.ts';

interface Props {
  readonly record: ObservationRecord;
  /** Where the members are. */
  readonly all: readonly ObservationRecord[];
  readonly onOpen: (key: string) => void;
}

interface Member {
  readonly record: ObservationRecord;
  readonly depth: number;
}

/** Panels within panels beyond this are opened by themselves. */
const deepest = 3;

/**
 * The results of a panel, read where it stands: a culture's organisms with their susceptibilities under them; and, of a
 * result that is in a panel, the panel with what it says.
 */
export function MemberTable({ record, all, onOpen }: Props): ReactNode {
  const panels = all.filter((other) => other.members.some(({ key }) => key === record.key));
  const members = record.members.length === 0 ? [] : membersOf(record, all);
  const missing = record.members.filter(
    ({ key, target }) => key === undefined && target === undefined,
  ).length;
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
            {members.map(({ record: member, depth }) => (
              <tr key={member.key} data-depth={depth} data-error={member.enteredInError || undefined}>
                <th scope="row">
                  <button type="button" className="link-button" onClick={() => onOpen(member.key)}>
                    {words(member.title)}
                  </button>
                </th>
                <td>
                  <ResultValue record={member} />
                </td>
                <td>{joined(member.flags.map(flagWords))}</td>
                <td className="muted">{shortRange(member, undefined)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {missing > 0 && <p className="muted small">{t('members.missing', { n: missing })}</p>}
    </>
  );
}

/** Members in the order they are named, each followed by its own; nobody twice, whatever names whom. */
function membersOf(panel: ObservationRecord, all: readonly ObservationRecord[]): readonly Member[] {
  const known = new Map(all.map((one) => [one.key, one]));
  const seen = new Set([panel.key]);
  const walk = ({ members }: ObservationRecord, depth: number): readonly Member[] =>
    members.flatMap(({ key = '' }) => {
      const record = known.get(key);
      if (record === undefined || seen.has(key)) return [];
      seen.add(key);
      return [{ record, depth }, ...(depth < deepest ? walk(record, depth + 1) : [])];
    });
  return walk(panel, 0);
}
