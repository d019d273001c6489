import type { ReactNode } from 'react';
import { ListSection } from '#chart/kit/ListSection.tsx';
import { careTeams } from '#fhir/care-teams.ts';
import { careTeamList } from './care-team-list.tsx';

/** Who cares for the person, in which role, and how to reach them. */
export function CareTeam(): ReactNode {
  return <ListSection section="care-team" kind={careTeams} shape={careTeamList} />;
}
