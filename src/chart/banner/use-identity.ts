import { useMemo } from 'react';
import { type BannerIdentity, bannerIdentity } from '#fhir/banner-identity.ts';
import { patient } from '#fhir/patient.ts';
import { type Records, useRecords } from '#chart/kit/use-records.ts';
import type { PatientRecord } from '#fhir/patient.ts';
import { useNow } from '#ui/use-now.ts';

/** Who the open chart is about, as far as it has been read. */
export function useIdentity(): {
  readonly identity: BannerIdentity | undefined;
  readonly records: Records<PatientRecord>;
} {
  const records = useRecords(patient);
  const now = useNow();
  const record = records.records[0];
  // The age turns with the day, not with the minute.
  const today = new Date(now).setHours(0, 0, 0, 0);
  const identity = useMemo(
    () => (record ? bannerIdentity(record, new Date(today)) : undefined),
    [record, today],
  );
  return { identity, records };
}
