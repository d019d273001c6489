/** An instant, a date or a partial date as the milliseconds it spans: first to last, both inside. */
export interface DateRange {
  readonly first: number;
  readonly last: number;
}

export type DatePrefix = 'eq' | 'ne' | 'gt' | 'lt' | 'ge' | 'le' | 'sa' | 'eb' | 'ap';

const shape =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;

/** Undefined: not a date of FHIR (R4 §2.24.0.1), or no day of the calendar. Without a zone it is read as UTC. */
export function parseDateRange(text: string): DateRange | undefined {
  const [, year, month, day, hour, minute, second, fraction, zone] = shape.exec(text) ?? [];
  if (year === undefined) return undefined;
  const parts = [Number(year), Number(month ?? 1) - 1, Number(day ?? 1)] as const;
  const start = new Date(0);
  start.setUTCFullYear(...parts);
  if (start.getUTCMonth() !== parts[1] || start.getUTCDate() !== parts[2]) return undefined;
  const midnight = start.getTime();
  if (month === undefined) return { first: midnight, last: Date.UTC(parts[0] + 1, 0, 1) - 1 };
  if (day === undefined) return { first: midnight, last: Date.UTC(parts[0], parts[1] + 1, 1) - 1 };
  if (hour === undefined) return { first: midnight, last: midnight + 86_400_000 - 1 };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 60) return undefined;
  const milliseconds = fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1000);
  const local =
    midnight + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second ?? 0)) * 1000 + milliseconds;
  const first = local - zoneMinutes(zone) * 60_000;
  const length = second === undefined ? 60_000 : fraction === undefined ? 1000 : 1;
  return { first, last: first + length - 1 };
}

function zoneMinutes(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return zone.startsWith('-') ? -minutes : minutes;
}

/** Whether a record's time meets a search value (FHIR R4 §3.1.1.4.6, prefixes on ranges). */
export function meetsDate(prefix: DatePrefix, asked: DateRange, record: DateRange): boolean {
  switch (prefix) {
    case 'eq':
      return asked.first <= record.first && record.last <= asked.last;
    case 'ne':
      return asked.first > record.first || record.last > asked.last;
    case 'gt':
      return record.last > asked.last;
    case 'ge':
      return record.last >= asked.first;
    case 'lt':
      return record.first < asked.first;
    case 'le':
      return record.first <= asked.last;
    case 'sa':
      return record.first > asked.last;
    case 'eb':
      return record.last < asked.first;
    case 'ap':
      return record.first <= asked.last && asked.first <= record.last;
  }
}
