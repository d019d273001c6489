import type { Chart } from '#chart/kit/chart-context.tsx';
import type { Reading } from '#fhir/reading.ts';
import type { Session } from '#smart/session.ts';
import { paths } from './paths.ts';
import type { Memory } from './place.ts';
import { readerUnits } from './use-preferences.ts';

/** An open session with its reading, as the chart's views know it. */
export function chartOf(session: Session, reading: Reading, memory: Memory): Chart {
  const { system, needPatientBanner } = session;
  return {
    sessionId: session.id,
    reading,
    systemLabel: system.label,
    fhirBase: system.fhirBase,
    fhirVersion: system.fhirVersion,
    audience: session.launchKind === 'standalone' ? 'patient' : 'clinician',
    encounterId: session.encounterId,
    banner: needPatientBanner || system.banner === 'always' ? 'whole' : 'slim',
    paths: { section: paths.section, record: paths.record },
    memory,
    units: readerUnits,
  };
}
