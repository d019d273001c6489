import type { ReactNode } from 'react';
import { labels } from '#chart/kit/fact-words.ts';
import { words } from '#chart/kit/words.ts';
import type { TeamMember } from '#fhir/care-teams.ts';
import { t } from '#i18n/translate.ts';
import './TeamMembers.css';

/** What somebody does in a team: the roles, and the specialties behind them. */
export function roleText({ roles, specialties }: TeamMember): string {
  return labels([...roles, ...specialties]);
}

/** Who is in a team: name, role, and the first way to reach them. */
export function TeamMembers({ members }: { members: readonly TeamMember[] }): ReactNode {
  if (members.length === 0) return t('care-team.no-members');
  return (
    <ul className="team">
      {members.map((member, at) => (
        // Members may be sent twice, and their order never changes.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={at}>
          <span className="team-name">{words(member.name)}</span>
          <span>{roleText(member)}</span>
          <span>{member.telecoms[0]?.value}</span>
        </li>
      ))}
    </ul>
  );
}
