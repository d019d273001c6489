/** Whose record this is and where it came from: what heads every page and every file that leaves the screen. */
import type { Chart } from '#chart/kit/chart-context.tsx';
import { formatReadAt, formatWhen } from '#chart/kit/format.ts';
import { joined } from '#chart/kit/fact-words.ts';
import { readContext } from '#chart/kit/read-context.ts';
import { words } from '#chart/kit/words.ts';
import { bannerIdentity } from '#fhir/banner-identity.ts';
import { patient } from '#fhir/patient.ts';
import { t } from '#i18n/translate.ts';

export interface Whose {
  readonly name: string;
  /** As people read it: "Sep 3, 1981". */
  readonly born: string;
  /** As it was sent, for files. */
  readonly birthDate: string;
  readonly number: string;
  readonly sex: string;
  /** Name, birth date and number in one line: two identifiers at least, always. */
  readonly line: string;
  readonly system: string;
  /** Milliseconds since 1970 of the oldest answer; undefined before the first. */
  readonly readAt: number | undefined;
  /** "Read from NextGen Office on Nov 29, 2026, 2:02 PM". */
  readonly source: string;
}

/** Undefined where the patient's own record has not arrived: nothing may leave without a name on it. */
export function whoseOf(chart: Chart, now: number): Whose | undefined {
  const { reading, systemLabel: system } = chart;
  const resource = reading.find({ reference: `Patient/${reading.patientId}` });
  if (resource === undefined) return undefined;
  const record = patient.read(resource, readContext(chart));
  const { name, birth, number, sex } = bannerIdentity(record, new Date(now));
  const born = birth === undefined ? t('banner.birth-unknown') : formatWhen(birth, 'days');
  const numbered =
    number === undefined
      ? t('banner.no-number')
      : t('banner.number', { label: words(number.label), number: number.value });
  const { readAt } = reading.progress();
  return {
    name: words(name),
    born,
    birthDate: record.birthDate?.sent ?? '',
    number: numbered,
    sex: sex === undefined ? '' : words(sex),
    line: joined(
      [words(name), birth === undefined ? born : t('banner.born', { date: born }), numbered],
      ' · ',
    ),
    system,
    readAt,
    source: readAt === undefined ? system : t('take.source', { system, time: formatReadAt(readAt, 0) }),
  };
}
