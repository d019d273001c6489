import { count } from './count.ts';

type N = { readonly n: number };
type Names = { readonly names: string };
type Day = { readonly date: string };

/** Words of the views over the whole chart: timeline, find, what changed, a visit with all that belongs to it. */
export const story = {
  'story.coming': ({ names }: Names) => `Not read yet: ${names}.`,
  'story.failed': ({ names }: Names) => `Could not be read: ${names}.`,
  'story.not-shared': ({ names }: Names) => `Not shared with this app: ${names}.`,
  'story.partly': ({ names }: Names) => `Only read in part: ${names}.`,
  'story.no-choice': '–',
  'story.in-error': ({ n }: N) =>
    n === 1
      ? 'One record entered in error is left out here; its section shows it on request.'
      : `${n} records entered in error are left out here; their sections show them on request.`,

  'timeline.rule':
    'Newest first. A record stands under the visit it names, otherwise under its own day; one that is known only to the month or year stands below the days of it.',
  'timeline.rule-dates': 'Between two dates stands everything that began, went on or ended there.',
  'timeline.kinds': 'Kinds',
  'timeline.kinds-all': 'Kinds: all',
  'timeline.kinds-some': ({ n }: N) => `Kinds: ${n} chosen`,
  'timeline.from': 'From',
  'timeline.to': 'To',
  'timeline.jump': 'Go to year',
  'timeline.jump-year': ({ year, n }: { year: number; n: number }) =>
    `${year} (${count(n, 'record', 'records')})`,
  'timeline.clear': 'Show everything',
  'timeline.nothing': 'No dated record fits what was chosen.',
  'timeline.none': 'No dated records are here.',
  'timeline.density': ({ n, first, last }: { n: number; first: number; last: number }) =>
    first === last
      ? `${count(n, 'dated record', 'dated records')} in ${first}.`
      : `${count(n, 'dated record', 'dated records')} from ${first} to ${last}.`,
  'timeline.lanes': 'Problems and medications over time',
  'timeline.lanes-problems': 'Problems',
  'timeline.lanes-medications': 'Medications',
  'timeline.lanes-all': ({ n }: N) => `Show all ${n}`,
  'timeline.lanes-fewer': 'Show fewer',
  'timeline.lanes-none': 'No problem or medication here has a date.',
  'timeline.lanes-key': 'A bar that fades out has ended, and no date says when.',
  'timeline.span': ({ start, end }: { start: string; end: string }) => `${start} to ${end}`,
  'timeline.span-open': ({ start }: { start: string }) => `since ${start}`,
  'timeline.span-unknown': ({ start }: { start: string }) => `from ${start}, end not recorded`,
  'timeline.undated': ({ n }: N) => `Without a date: ${count(n, 'record', 'records')}`,
  'timeline.fold': ({ n, kind }: { n: number; kind: string }) => `and ${n} more: ${kind.toLowerCase()}`,
  'timeline.unfold-show': 'Show each',
  'timeline.unfold-hide': 'Show fewer',
  'timeline.elsewhere': 'Problems that began on another day:',
  'timeline.visit-empty': 'No record that was read names this visit.',
  'timeline.table': 'Timeline, newest first',
  'timeline.kind': 'Kind',
  'timeline.what': 'Record',
  'timeline.says': 'Value, status or author',
  'story.by': ({ names }: { names: string }) => `By ${names}`,

  'find.title': 'Find in chart',
  'find.placeholder': 'A name, code, value or word of a note',
  'find.results': 'What was found',
  'find.how': 'Everything read so far is looked through, in this tab alone. Arrow keys choose, Enter opens.',
  'find.count': ({ n }: N) => `${count(n, 'record', 'records')} found.`,
  'find.nothing': 'Nothing that has been read matches.',
  'find.nothing-yet': 'Nothing found yet.',
  'find.preparing': 'Still preparing to find…',
  'find.rest': ({ n }: N) => `Show ${n} more`,
  'find.rest-of': ({ n, rest }: N & { readonly rest: number }) => `Show ${n} of ${rest} more`,
  'find.page': ({ at }: { readonly at: number }) => `Page ${at}:`,
  'find.pdf-reading': ({ n }: N) => `Reading the text of ${count(n, 'PDF file', 'PDF files')}…`,
  'find.pdf-ask': ({ n }: N) =>
    n === 1
      ? 'Read one PDF file so that it can be searched'
      : `Read ${n} PDF files so that they can be searched`,
  'find.pdf-requests': ({ n, system }: N & { readonly system: string }) =>
    `${count(n, 'request', 'requests')} to ${system}.`,
  'find.pdf-failed': ({ n }: N) => `${count(n, 'PDF file', 'PDF files')} could not be fetched.`,
  'find.pdf-no-text': ({ n }: N) =>
    n === 1
      ? 'One PDF file has no text (a scan, say): what it says is not looked through.'
      : `${n} PDF files have no text (scans, say): what they say is not looked through.`,
  'find.pdf-some-pages': ({ n }: N) =>
    n === 1
      ? 'One PDF file has pages without text (scanned ones, say): those are not looked through.'
      : `${n} PDF files have pages without text (scanned ones, say): those are not looked through.`,
  'find.pdf-unreadable': ({ n }: N) =>
    n === 1
      ? 'One PDF file is damaged or locked: it is not looked through.'
      : `${n} PDF files are damaged or locked: they are not looked through.`,
  'find.pdf-long': ({ n }: N) =>
    n === 1
      ? 'One PDF file is very long: not all of it is looked through.'
      : `${n} PDF files are very long: not all of them is looked through.`,
  'find.pdf-long-scan': ({ n }: N) =>
    n === 1
      ? 'One PDF file is very long, and its first pages have no text (scans, say): the rest was not read.'
      : `${n} PDF files are very long, and their first pages have no text (scans, say): the rest was not read.`,
  'find.pdf-late': ({ n }: N) =>
    n === 1
      ? 'One PDF file took too long to read: it is not, or not wholly, looked through.'
      : `${n} PDF files took too long to read: they are not, or not wholly, looked through.`,
  'find.pdf-not-read': ({ n }: N) =>
    n === 1
      ? 'One PDF file was not read, because a part of this app did not load: it is not looked through.'
      : `${n} PDF files were not read, because a part of this app did not load: they are not looked through.`,
  'find.pdf-again': ({ n }: N) =>
    n === 1 ? 'Try to read that PDF file again' : `Try to read those ${n} PDF files again`,
  'find.closed-documents': ({ n }: N) =>
    n === 1
      ? 'The text of one document (a picture, very long, or not opened yet) is not, or not wholly, looked through.'
      : `The text of ${n} documents (pictures, very long, or not opened yet) is not, or not wholly, looked through.`,
  'find.cut-records': ({ n }: N) =>
    n === 1
      ? 'One record says very much: not all of it is looked through.'
      : `${n} records say very much: not all of them is looked through.`,

  'visit.this': 'This visit',
  'visit.all': 'All of this visit',
  'visit.contents': 'What belongs to this visit',
  'visit.missing': 'The EHR opened this chart from a visit that it has not sent. The whole chart is below.',
  'visit.diagnoses': 'Diagnoses',
  'visit.notes': 'Notes',
  'visit.orders': 'Orders',
  'visit.results': 'Results',
  'visit.rest': 'Also of this visit',
  'visit.none': 'None names this visit.',
  'visit.none-read': 'Not all could be read; of those that were, none names this visit.',
  'visit.coming': 'Still being read.',
  'visit.more': ({ n }: N) => `and ${n} more`,

  'follow-up.title': 'To follow up',
  'follow-up.none': 'No goal is past its date, and every active order has an answer.',
  'follow-up.none-known': 'Nothing is known to be open; not all goals, orders and results could be read.',
  'follow-up.partly': 'Not all results could be read: an answer may exist.',
  'follow-up.due': ({ date }: Day) => `goal, was due ${date}`,
  'follow-up.no-result': 'ordered, no result names it',
  'follow-up.no-result-since': ({ date }: Day) => `ordered ${date}, no result names it`,
  'follow-up.more-goals': ({ n }: N) => `${count(n, 'more goal', 'more goals')} past due`,
  'follow-up.more-orders': ({ n }: N) => `${count(n, 'more order', 'more orders')} without a result`,

  'summary.choose-date': 'Choose a date',
  'summary.more-names': ({ n }: N) => `and ${n} more`,
  'summary.conflict': ({ said, section }: { said: string; section: string }) =>
    `“${said}” is recorded beside current ${section.toLowerCase()}`,
  'summary.conflict-ask': 'Ask before relying on either.',
  'summary.coming-visit': 'still to come',
  'problems.new': ({ date }: Day) => `new ${date}`,
  'medications.course': 'Course',
  'medications.for': 'For',
  'medications.renewal-of': 'Same as before',
  'medications.instead-of': 'In place of',
  'medications.course-started': ({ date }: Day) => `new ${date}`,
  'medications.course-since': ({ date }: Day) => `since ${date}`,
  'medications.course-changed': ({ date }: Day) => `changed ${date}`,
  'medications.course-renewed': ({ first, date }: { first: string; date: string }) =>
    `since ${first}, renewed ${date}`,
  'medications.course-before': ({ before }: { before: string }) => `was ${before}`,

  'changes.new': 'New',
  'changes.changed': 'Changed',
  'changes.stopped': 'Stopped or ended',
  'changes.resulted': 'Resulted',
  'changes.since-visit': 'Since the visit of',
  'changes.since-day': 'Since the day',
  'changes.or-since-day': 'or since the day',
  'changes.last-visit': 'Back to the visit before',
  'changes.no-visit': 'No earlier visit is recorded to count from. Choose a day.',
  'changes.visits-missing':
    'Visits were not shared or could not be read in full, so there is none to count from. Choose a day.',
  'changes.none-read': 'In what could be read, no date shows a change since then.',
  'changes.none': 'No date in the records shows a change since then.',
  'changes.none-yet': 'In what has been read so far, no date shows a change since then.',
  'changes.rule':
    'Told only from the dates in the records and in their Provenance; the whole day of the visit is counted, but not the visit itself. What was altered without leaving a date cannot be told.',
  'changes.untold': ({ n }: N) =>
    n === 1
      ? 'One record here carries no date at all.'
      : `${count(n, 'record', 'records')} here carry no date at all.`,
  'changes.change': 'Change',
  'changes.before': 'Before',
  'changes.says-so': 'What says so',
  'changes.by-dated': ({ date }: Day) => `dated ${date}`,
  'changes.by-recorded': ({ date }: Day) => `recorded ${date}`,
  'changes.by-released': ({ date }: Day) => `released ${date}`,
  'changes.by-ended': ({ date }: Day) => `ended ${date}`,
  'changes.by-status': ({ date }: Day) => `status set ${date}`,
  'changes.by-recurred': ({ date }: Day) => `occurred again ${date}`,
  'changes.by-corrected': ({ date }: Day) => `corrected ${date}`,
  'changes.by-provenance': ({ date }: Day) => `Provenance of ${date}`,
  'changes.renewed': 'written anew, same drug and dose',
  'changes.was': ({ before }: { before: string }) => `was ${before}`,
} as const;
