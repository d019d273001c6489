/** Words of the page over a whole export: counts of people and of records. */
import { count } from './count.ts';

type N = { readonly n: number };
type Kind = { readonly kind: string };

export const population = {
  'population.title': 'Population',
  'population.open': 'Population: ages, problems, records by year',
  'population.back': 'All patients',
  'population.of': ({ title }: { title: string }) => `Only: ${title}`,
  'population.everybody': 'Show everybody',
  'population.print': 'Print',
  'population.save': 'Save as CSV',
  'population.types': 'Records by type',
  'population.type': 'Type',
  'population.records': 'Records',
  'population.ages': 'Age and sex',
  'population.ages-chart': 'People by age and sex; the table below says the numbers',
  'population.age': 'Age',
  'population.age-unknown': 'not known',
  'population.died': 'deceased',
  'population.age-over': ({ from }: { from: number }) => `${from} and over`,
  'population.female': 'Female',
  'population.male': 'Male',
  'population.other': 'Other or not recorded',
  'population.people': ({ age, sex }: { age: string; sex: string }) => `age ${age}, ${sex}`,
  'population.years': 'Records by year',
  'population.year-patients': 'Patients by year',
  'population.kind': 'Kind of record',
  'population.all-kinds': 'All records',
  'population.records-of': ({ kind }: Kind) => `${kind}: records by year`,
  'population.patients-of': ({ kind }: Kind) => `${kind}: patients by year`,
  'population.years-chart': ({ kind }: Kind) => `${kind}: records by year; the table below says the numbers`,
  'population.year-patients-chart': ({ kind }: Kind) =>
    `${kind}: patients by year; the table below says the numbers`,
  'population.years-what':
    'Records are counted as they stand in the files. Patients are those with at least one record of that kind and year, each once, as their charts have it; a record entered in error makes nobody one of them.',
  'population.year': 'Year',
  'population.undated': 'Without a date',
  'population.problems': 'Most frequent problems',
  'population.problems-what':
    'Active problems by their first code as sent, people counted once each. What is coded in two ways is counted apart.',
  'population.problem': 'Problem',
  'population.no-problems': 'The files hold no active problems.',
  'population.more-problems': ({ n }: N) =>
    `${count(n, 'more problem', 'more problems')}: all stand in the CSV file.`,
  'population.share': 'Of all',
  'population.a1c': 'Latest hemoglobin A1c',
  'population.a1c-what':
    'Each patient once, by the latest result with a value (LOINC 4548-4, 17856-6, 4549-2, 17855-8, 71875-9), in percent as sent. A value between two classes (6.45) counts in the lower one; a bound (> 14) only where it can be of one class alone. What is in no class is counted below them. A date without a day counts as its first day; what was cancelled or entered in error counts for nothing.',
  'population.a1c-chart':
    'Patients by their latest hemoglobin A1c in percent; the table below says the numbers',
  'population.a1c-class': 'Hemoglobin A1c',
  'population.a1c-people': ({ group }: { group: string }) => `latest hemoglobin A1c: ${group}`,
  'population.a1c-bound': 'A bound that fits more than one class',
  'population.a1c-unit': 'Another unit, or none',
  'population.a1c-no-number': 'No number, or one that cannot be taken as it stands',
  'population.a1c-same-day': 'Several of the latest day, in different classes',
  'population.a1c-undated': 'Without a date',
  'population.a1c-none': 'A result without a value',
  'population.no-a1c': 'The files hold no such result of anybody.',
  'population.show': ({ n, title }: N & { title: string }) =>
    `Show ${count(n, 'patient', 'patients')}: ${title}`,
  'population.types-what':
    'Records by type and by year are counted as they stand in the files: one that stands there twice counts twice.',
  'population.left-out': 'Not counted as people',
  'population.ambiguous': ({ n }: N) =>
    `${count(n, 'entry', 'entries')} of the list cannot be told apart from another of the same id: in no number of people.`,
  'population.undecided': ({ n }: N) =>
    `${count(n, 'record', 'records')} of which the files do not say whose: counted by type and by year, in no number of people.`,
  'population.unnamed': ({ n }: N) =>
    `${count(n, 'record', 'records')} without a patient: counted by type alone.`,
  'population.without-record': ({ n }: N) =>
    `${count(n, 'person', 'people')} without a patient record of their own in the files: counted, but in no group of age and sex.`,
  'population.incomplete':
    'Some of the files could not be read whole: there may be more than is counted here.',
  'population.column-what': 'What',
  'population.column-group': 'Group',
  'population.column-n': 'Number',
  'population.patients': 'Patients',
} as const;
