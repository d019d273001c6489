/** Every record kind by its id: leaving one out does not compile. */
import './clinical-words.ts';
import { allergies } from './allergies.ts';
import { carePlans } from './care-plans.ts';
import { careTeams } from './care-teams.ts';
import { coverage } from './coverage.ts';
import { devices } from './devices.ts';
import { documents } from './documents.ts';
import { encounters } from './encounters.ts';
import { goals } from './goals.ts';
import { immunizations } from './immunizations.ts';
import { laboratory } from './laboratory.ts';
import { medications } from './medications.ts';
import { orders } from './orders.ts';
import { other } from './other.ts';
import { patient } from './patient.ts';
import { people } from './people.ts';
import type { KindId } from './plan.ts';
import { problems } from './problems.ts';
import { procedures } from './procedures.ts';
import type { RecordKind } from './kind.ts';
import type { ChartRecord } from './record.ts';
import { reports } from './reports.ts';
import { socialHistory } from './social-history.ts';
import { specimens } from './specimens.ts';
import { tests } from './tests.ts';
import { vitals } from './vitals.ts';

export const kinds = {
  patient,
  allergies,
  problems,
  medications,
  laboratory,
  tests,
  vitals,
  immunizations,
  procedures,
  encounters,
  documents,
  reports,
  'care-plans': carePlans,
  goals,
  'care-teams': careTeams,
  devices,
  'social-history': socialHistory,
  coverage,
  orders,
  specimens,
  people,
  other,
} as const satisfies Readonly<Record<KindId, unknown>>;

/**
 * The same for what treats all kinds alike (counting, finding, exporting): records are only known to be records. A
 * kind's order and fold key are handed nothing but what its own readers made, so the narrowing inside is sound.
 */
export const kindById = kinds as unknown as Readonly<Record<KindId, RecordKind<ChartRecord>>>;

export const allKinds: readonly RecordKind<ChartRecord>[] = Object.values(kindById);
