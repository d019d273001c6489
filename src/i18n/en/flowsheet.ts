import { count } from './count.ts';

const ways = { up: 'up', down: 'down', same: 'unchanged' } as const;
type Way = keyof typeof ways;
type N = { readonly n: number };

/** Words of the flowsheet, of trends with several tests, and of units that were converted. */
export const flowsheet = {
  'sheet.legend': '▲ High · ▼ Low · ‼ Critical · ◆ Abnormal',
  'sheet.keys': 'Arrow keys move, Enter opens a result',
  'sheet.panel': 'Panel',
  'sheet.all-panels': 'All panels',
  'sheet.dates': 'Dates',
  'sheet.all-dates': 'All dates',
  'sheet.last-months': ({ n }: N) => `Last ${count(n, 'month', 'months')}`,
  'sheet.last-years': ({ n }: N) => (n === 1 ? 'Last year' : `Last ${n} years`),
  'sheet.chosen-dates': 'From … to …',
  'sheet.from': 'From',
  'sheet.to': 'To',
  'sheet.find': 'Find a test',
  'sheet.size': ({ values, dates }: { values: number; dates: number }) =>
    `${count(values, 'result', 'results')}, ${count(dates, 'date', 'dates')}, newest first`,
  'sheet.size-of': ({ values, all, dates }: { values: number; all: number; dates: number }) =>
    `${values} of ${count(all, 'result', 'results')}, ${count(dates, 'date', 'dates')}, newest first`,
  'sheet.none': 'No result fits all that was chosen.',
  'sheet.abnormal-note':
    'Tests with an abnormal result. Their other results stay, because an empty cell means that nothing was measured.',
  'sheet.undated-left-out': ({ n }: N) => `${count(n, 'result', 'results')} without a date not among them.`,

  'results.critical-strip': 'Critical results',
  'results.critical-span': ({ n, recent }: N & { readonly recent: number }) =>
    `${n} critical in all, ${recent} in the last 90 days`,
  'results.critical-more': ({ n }: N) => `and ${n} older, in the rows below`,
  'results.other-group': 'Other tests',
  'lab-group.chemistry': 'Chemistry',
  'lab-group.kidney': 'Kidney',
  'lab-group.liver': 'Liver and pancreas',
  'lab-group.diabetes': 'Glucose and diabetes',
  'lab-group.lipids': 'Lipids',
  'lab-group.blood': 'Blood count',
  'lab-group.anemia': 'Iron and anemia',
  'lab-group.coagulation': 'Coagulation',
  'lab-group.thyroid': 'Thyroid',
  'lab-group.hormones': 'Hormones and pregnancy',
  'lab-group.vitamins': 'Vitamins, trace elements, lead',
  'lab-group.heart': 'Heart and muscle',
  'lab-group.inflammation': 'Inflammation and immunity',
  'lab-group.tumor': 'Tumor markers and proteins',
  'lab-group.gases': 'Blood gases',
  'lab-group.urine': 'Urinalysis',
  'lab-group.drugs': 'Drug levels and toxicology',
  'lab-group.infection': 'Infection',
  'lab-group.microbiology': 'Microbiology and stool',
  'lab-group.blood-bank': 'Blood bank and screening',

  'trend.range-label': 'Time shown',
  'trend.all-time': 'All',
  'trend.years': ({ n }: N) => `${n} y`,
  'trend.months': ({ n }: N) => `${n} mo`,
  'trend.outside': ({ n }: N) => `${count(n, 'older value', 'older values')} not in this stretch.`,
  'limit.above': ({ value }: { value: string }) => `above ${value}`,
  'limit.below': ({ value }: { value: string }) => `below ${value}`,
  'limit.at-least': ({ value }: { value: string }) => `at least ${value}`,
  'limit.at-most': ({ value }: { value: string }) => `at most ${value}`,
  'trend.pressures': ({ systolic, diastolic }: { systolic: Way; diastolic: Way }) =>
    `systolic ${ways[systolic]}, diastolic ${ways[diastolic]}, `,
  'trend.limits': ({ n }: N) =>
    `${count(n, 'value is only a limit', 'values are only limits')} (above or below a number). A triangle points to where the true value lies, and the line breaks there.`,
  'trend.limits-alone':
    'Only limits (above or below a number) were reported here, so there is no line. Triangles point to where the true values lie.',
  'trend.band-of': ({ name }: { name: string }) =>
    `The range that is drawn is that of ${name}. Those of the others stand beside each value and in the table.`,
  'trend.compare': 'Compare with',
  'trend.compare-none': 'another test…',
  'trend.compare-remove': ({ name }: { name: string }) => `Remove ${name}`,
  'trend.converted': ({ n, unit }: N & { unit: string }) =>
    `${count(n, 'value', 'values')} converted to ${unit}.`,

  'units.label': 'Units',
  'units.sent': 'As sent',
  'units.metric': 'Metric',
  'units.us': 'US',
  'units.converted': 'converted',
  'units.converted-from': ({ sent }: { sent: string }) => `converted from ${sent}`,
  'units.unavailable': 'The unit table could not be loaded, so values stand in the units they were sent in.',

  'members.part-of': 'Part of',
  'members.title': ({ n }: N) => count(n, 'result in this panel', 'results in this panel'),
  'members.missing': ({ n }: N) => `${count(n, 'result', 'results')} of this panel did not arrive.`,
} as const;
