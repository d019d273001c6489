/** The list of care teams as data: the members stand under the team's name. */
import { statusColumn, whenColumn } from '#chart/kit/columns.tsx';
import { joined, labels, periodText, said, telecomLines } from '#chart/kit/fact-words.ts';
import { refs } from '#chart/kit/RecordRefs.tsx';
import type { Fact, ListShape } from '#chart/kit/list.ts';
import { words } from '#chart/kit/words.ts';
import type { CareTeamRecord, TeamMember } from '#fhir/care-teams.ts';
import { t } from '#i18n/translate.ts';
import { roleText, TeamMembers } from './TeamMembers.tsx';

export const careTeamList: ListShape<CareTeamRecord> = {
  rule: 'rule.current-newest',
  subtitle: ({ members }) => <TeamMembers members={members} />,
  findText: ({ members }) =>
    joined(members.map((member) => joined([words(member.name), roleText(member)], ' '))),
  columns: [statusColumn(), whenColumn()],
  facts: (record) => [
    { label: t('record.status'), value: said(record.status) },
    { label: t('fact.category'), value: labels(record.categories) },
    { label: t('fact.period'), value: periodText(record.period) },
    ...record.members.map(memberFact),
    { label: t('fact.reason'), value: labels(record.reasons, '\n') || refs(record.reasonLinks) },
    { label: t('care-team.organization'), value: refs(record.organizations) },
    { label: t('fact.contact'), value: telecomLines(record.telecoms) },
    { label: t('fact.visit'), value: refs([record.encounter]) },
  ],
};

function memberFact(member: TeamMember): Fact {
  const { name, onBehalfOf, period, telecoms } = member;
  const organization = onBehalfOf?.name;
  return {
    label: words(name),
    value:
      joined(
        [
          roleText(member),
          organization && t('care-team.for', { organization }),
          periodText(period, 'days'),
          telecomLines(telecoms),
        ],
        '\n',
      ) || t('care-team.member'),
  };
}
