/** Words of what leaves the screen: print, files, copies. */
import { count } from './count.ts';

type N = { readonly n: number };

const take = {
  'take.menu': 'Copy, save, print',
  'take.copy-list': 'Copy this list as text',
  'take.save-csv': 'Save this list as a table (CSV)',
  'take.print-list': 'Print this list',
  'take.copy-line': 'Copy in one line',
  'take.copy-facts': 'Copy with its details',
  'take.print-record': 'Print this record',
  'take.save-text': 'Save the text',
  'take.without-document': 'The document that came with this report is not in this file.',
  'take.save-json': 'Save as sent (FHIR)',
  'take.save-svg': 'Save as a drawing (SVG)',
  'take.save-png': 'Save as a picture (PNG)',
  'take.menu-trend': 'Save this trend',
  'take.menu-growth': 'Save growth',
  'take.menu-changes': 'Save what changed',
  'take.save-sheet': 'Save by date as a table (CSV)',
  'take.save-values': 'Save the values as a table (CSV)',
  'take.save-changes': 'Save what changed as a table (CSV)',
  'take.menu-timeline': 'Save the timeline',
  'take.save-timeline': 'Save the timeline as a table (CSV)',
  'take.sent-as': 'Sent as',
  'take.drawing': ({ name, what, of }: { name: string; what: string; of: number }) =>
    of === 1 ? name : `${name}: ${what}`,
  'keys.copy': 'Copy the line of a list as text',
  'take.copied': 'Copied.',
  'take.saved': ({ name }: { name: string }) => `Saved as ${name} where this browser keeps downloads.`,
  'take.save-failed': 'The file could not be made.',
  'take.no-patient': 'Who this is about has not been read, so nothing can be taken away yet.',
  'take.copy-title': 'Copy this text',
  'take.copy-by-hand':
    'The browser did not allow copying. The text is selected: copy it with Ctrl C, or ⌘ C on a Mac.',
  'take.text': 'Text to copy',
  'take.labelled': ({ label, value }: { label: string; value: string }) => `${label}: ${value}`,
  'take.source': ({ system, time }: { system: string; time: string }) => `Read from ${system} on ${time}`,
  'take.note': ({ text }: { text: string }) => `Note: ${text}`,
  'take.patient': 'Patient',
  'take.born': 'Born',
  'take.marks': 'Remarks',
  'take.more': 'More',
  'take.date': 'Date',
  'take.until': 'Until',
  'take.codes': 'Codes',
  'take.record': 'Record',
  'take.from': 'Source',
  'take.read-at': 'Read at',
  'take.narrowed': ({ shown, n }: { shown: number; n: number }) =>
    `This is ${count(shown, 'record', 'records')} of ${n}: the list was narrowed.`,
} as const;

const page = {
  'take.title': 'Print or take away',
  'take.own-act':
    'What you print, save or copy leaves this app by your own act, and is yours to look after. Files are made in this browser; nothing is sent anywhere.',
  'take.print-heading': 'Print or PDF',
  'take.files-heading': 'Files',
  'take.sections': 'Sections',
  'take.all': 'All',
  'take.none': 'None',
  'take.usual': 'The usual ones',
  'take.which': 'Records',
  'take.current': 'Current only',
  'take.current-and-past': 'Current and past',
  'take.range': 'Dates',
  'take.range-from': 'From',
  'take.range-to': 'To',
  'take.range-year': 'Last 12 months',
  'take.range-any': 'Any date',
  'take.range-hint':
    'Records without a date, and current allergies, problems, medications, plans and goals, stay whatever the dates.',
  'take.range-wrong': 'The first date is after the last.',
  'take.print': 'Print or save as PDF',
  'take.print-nothing': 'Choose at least one section.',
  'take.still-reading': ({ n }: N) =>
    `${count(n, 'section is', 'sections are')} still being read; what is printed now says so.`,
  'take.preview': 'Preview of what will be printed',
  'take.whole-chart': 'Choose sections instead',
  'take.bundle': 'The record as it was read (FHIR)',
  'take.bundle-what':
    'One Bundle of type collection: every record that was read, exactly as it came, decimals as they were written, with where and when it was read, what could not be, and what its records refer to that is not in it.',
  'take.referred':
    'People, organizations and places that the records name were mostly not asked for. They can be read before: each is a request to the EHR, within its limit.',
  'take.read-referred': 'Read what the records refer to',
  'take.referred-reading': ({ done, n }: { done: number; n: number }) => `Reading: ${done} of ${n}.`,
  'take.referred-read': ({ n, missing }: { n: number; missing: number }) =>
    `${count(n, 'record', 'records')} read.${missing === 0 ? '' : ` ${count(missing, 'other', 'others')} could not be read.`}`,
  'take.ips': 'International Patient Summary (FHIR)',
  'take.ips-what':
    'One document Bundle with allergies, medications and problems, and with results, immunizations, procedures, devices and vital signs where there are any. Made by this app from what was read; no clinician has checked it.',
  'take.csv': 'One section as a table (CSV)',
  'take.csv-what': 'For spreadsheets: a line a record, dates and values as they were sent.',
  'take.csv-section': 'Section',
  'take.save-bundle': 'Save the record as it was read',
  'take.save-ips': 'Save the summary',
  'take.save-table': 'Save the table',
  'take.elsewhere':
    'A trend can be saved as a drawing beneath it, a note as text and a result copied from the menu of the open record, a list from the menu above it.',
} as const;

const paper = {
  'paper.title': 'Health record',
  'paper.record-title': 'One record',
  'paper.born': 'Born',
  'paper.sex': 'Sex',
  'paper.number': 'Number',
  'paper.from': 'Source',
  'paper.printed': ({ time }: { time: string }) => `Printed ${time}`,
  'paper.on-it': 'On these pages',
  'paper.current': 'Current records; past ones are counted where they are left out.',
  'paper.all': 'Current and past records.',
  'paper.between': ({ from, to }: { from: string; to: string }) => `Dated ${from} to ${to}.`,
  'paper.since': ({ from }: { from: string }) => `Dated ${from} or later.`,
  'paper.until': ({ to }: { to: string }) => `Dated ${to} or earlier.`,
  'paper.not-chosen': ({ names }: { names: string }) => `Not on these pages: ${names}.`,
  'paper.out-of-range': ({ n }: N) =>
    n === 1
      ? 'One record outside the dates is left out.'
      : `${count(n, 'record', 'records')} outside the dates are left out.`,
  'paper.past-left-out': ({ n }: N) =>
    n === 1 ? 'One past record is left out.' : `${count(n, 'past record', 'past records')} are left out.`,
  'paper.error-left-out': ({ n }: N) =>
    n === 1
      ? 'One record entered in error is left out.'
      : `${count(n, 'record', 'records')} entered in error are left out.`,
  'paper.undated-kept': ({ n }: N) =>
    n === 1 ? 'One record has no date.' : `${count(n, 'record', 'records')} have no date.`,
  'paper.nothing-in-range': 'Nothing within the dates.',
  'paper.nothing-current': 'Nothing current.',
  'paper.page': 'Page',
  'paper.of': 'of',
  'paper.file': 'Chartside',
  'paper.screen-only':
    'Printed from the screen: long lists hold only what was in view. For a whole list choose “Print or take away” in the menu.',
  'paper.pdf': 'A PDF cannot be printed with the chart: open the document, and print it from its own viewer.',
  'paper.unread-document':
    'This document stands at an address of its own and was not read, so it is not on these pages.',
} as const;

const bundle = {
  'bundle.incomplete': ({ section, text }: { section: string; text: string }) => `${section}: ${text}`,
  'bundle.referred': ({ n }: N) =>
    n === 1
      ? 'One record that its records refer to has not been read and is not in the file.'
      : `${count(n, 'record', 'records')} that its records refer to have not been read and are not in the file.`,
  'bundle.away': ({ n }: N) =>
    n === 1
      ? 'One document or picture stands at an address of its own and is not in the file.'
      : `${count(n, 'document or picture', 'documents or pictures')} stand at addresses of their own and are not in the file.`,
  'bundle.app': 'Chartside',
} as const;

const ips = {
  'ips.title': ({ system }: { system: string }) => `International Patient Summary from ${system}`,
  'ips.allergies': 'Allergies and intolerances',
  'ips.medications': 'Medication summary',
  'ips.problems': 'Problem list',
  'ips.past-problems': 'History of past illness',
  'ips.immunizations': 'Immunizations',
  'ips.procedures': 'History of procedures',
  'ips.devices': 'Medical devices',
  'ips.results': 'Diagnostic results',
  'ips.vitals': 'Vital signs',
  'ips.made': ({ system }: { system: string }) =>
    `Made by Chartside from what ${system} shared with it. No clinician has checked this summary.`,
  'ips.not-none': 'That is not a statement that there are none.',
  'ips.latest': ({ n }: N) =>
    n === 1
      ? 'The latest of each; one earlier value is left out.'
      : `The latest of each; ${count(n, 'earlier value', 'earlier values')} are left out.`,
  'ips.supply-left-out': ({ n }: N) =>
    n === 1
      ? 'One record of dispensing or giving is left out.'
      : `${count(n, 'record', 'records')} of dispensing or giving are left out.`,
  'ips.past-elsewhere': ({ n }: N) =>
    n === 1
      ? 'One past problem stands under “History of past illness”.'
      : `${count(n, 'past problem stands', 'past problems stand')} under “History of past illness”.`,
  'ips.not-here': ({ what }: { what: string }) => `${what} (not part of this summary)`,
} as const;

export const takeAway = { ...take, ...page, ...paper, ...bundle, ...ips } as const;
