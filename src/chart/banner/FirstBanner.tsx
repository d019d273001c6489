import type { ReactNode } from 'react';
import { availabilityOf, faceOf, resourcesOf } from '#chart/kit/availability.ts';
import type { Chart } from '#chart/kit/chart-context.tsx';
import { readContext } from '#chart/kit/read-context.ts';
import { bannerIdentity, type BannerIdentity } from '#fhir/banner-identity.ts';
import { readRecords } from '#fhir/kind.ts';
import { patient } from '#fhir/patient.ts';
import { AllergyAbsence } from './AllergyAbsence.tsx';
import { BannerFrame } from './BannerFrame.tsx';
import { ReadLine } from './ReadLine.tsx';
import { WhoLine } from './WhoLine.tsx';

/** Who the chart is about, from what has arrived: undefined before that, `nobody` where React must say why. */
export function arrivedIdentity(chart: Chart, now: number): BannerIdentity | 'nobody' | undefined {
  const { reading } = chart;
  const availability = availabilityOf(reading, patient.id);
  const resources = resourcesOf(availability, patient.id, reading.patientId);
  const [record] = readRecords(patient, resources, readContext(chart));
  if (record !== undefined) return bannerIdentity(record, new Date(new Date(now).setHours(0, 0, 0, 0)));
  return ['reading', 'waiting'].includes(faceOf(availability, 0)) ? undefined : 'nobody';
}

/**
 * The banner as it stands before React does: the same parts in the same places, the menus' room kept free. Draws
 * without React (`ui/draw-static.ts`).
 */
export function FirstBanner(props: {
  readonly chart: Chart;
  readonly identity: BannerIdentity;
  readonly now: number;
}): ReactNode {
  const { chart, identity, now } = props;
  const { reading, banner, systemLabel, encounterId } = chart;
  const face = faceOf(availabilityOf(reading, 'allergies'), 0);
  return (
    <BannerFrame
      size={banner}
      who={<WhoLine identity={identity} size={banner} />}
      // Arrived, not read yet: the list is made where the chart is.
      allergies={<AllergyAbsence face={face === 'records' || face === 'none-recorded' ? 'reading' : face} />}
      source={
        <ReadLine
          system={systemLabel}
          visit={encounterId === undefined ? undefined : 'unread'}
          readAt={reading.progress().readAt}
          now={now}
          readAgain={() => reading.readAgain()}
        />
      }
      start={<span className="banner-place" data-narrow="" />}
      end={
        <span className="banner-end">
          <span className="banner-place" />
          <span className="banner-place" />
        </span>
      }
    />
  );
}
