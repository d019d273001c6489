/** Run by `format.test.ts` in several time zones: prints how the same dates read there. */
import { parseDateTime } from '#fhir/dates.ts';
import { formatDate, formatDay } from './format.ts';

const show = (sent: string, as = formatDate): string => {
  const date = parseDateTime(sent);
  return date === undefined ? '' : as(date);
};

process.stdout.write(
  JSON.stringify({
    birth: show('1974-03-14'),
    month: show('1974-03'),
    instant: show('2026-11-21T08:15:00Z', formatDay),
  }),
);
