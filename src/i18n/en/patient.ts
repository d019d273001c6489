import type { en } from '#i18n/en.ts';
import type { Translation } from '#i18n/translation.ts';
import { count } from './count.ts';

/**
 * The words of the app for patients, where they differ from those for clinicians: a key that `en` has not, or other
 * values to put in, does not compile. Each is as true as the word it stands for: no warning and no absence is weaker,
 * and the clinical word stays beside the plain one, so that patient and clinician speak of the same thing.
 */
type Overrides = Partial<Translation<typeof en>>;

type N = { readonly n: number };
type Nouns = { readonly nouns: string };
type System = { readonly system: string };
/** Types of records, by their names in FHIR. */
type List = { readonly list: readonly string[] };
type Because = { readonly reason: string };

const named = (list: readonly string[]): string => (list.length === 0 ? '' : `: ${list.join(', ')}`);

const none =
  (nouns: string, verb: 'is' | 'are' = 'are') =>
  ({ system }: System) =>
    `No ${nouns} ${verb} recorded in ${system}.`;

const titles = {
  'section.demographics': 'Personal details (demographics)',
  'section.demographics.nouns': 'personal details',
  'section.demographics.none': none('personal details'),
  'section.problems': 'Health problems and health concerns',
  'section.problems.nouns': 'health problems or concerns',
  'section.problems.none': none('health problems or concerns'),
  'section.medications': 'Medicines (medications)',
  'section.medications.nouns': 'medicines (medications)',
  'section.medications.none': none('medicines (medications)'),
  'section.immunizations': 'Vaccines (immunizations)',
  'section.immunizations.nouns': 'vaccines (immunizations)',
  'section.immunizations.none': none('vaccines (immunizations)'),
  'section.procedures': 'Operations and other procedures',
  'section.procedures.nouns': 'operations or other procedures',
  'section.procedures.none': none('operations or other procedures'),
  'section.results': 'Laboratory results (blood and other tests)',
  'section.vitals': 'Vital signs (blood pressure, weight and more)',
  'section.tests': 'Tests and imaging (X-rays, scans and more)',
  'section.specimens': 'Samples for tests (specimens)',
  'section.specimens.nouns': 'samples (specimens)',
  'section.specimens.none': none('samples (specimens)'),
  'section.reports': 'Test reports (diagnostic reports)',
  'section.reports.nouns': 'test reports (diagnostic reports)',
  'section.reports.none': none('test reports (diagnostic reports)'),
  'section.encounters': 'Visits (encounters)',
  'section.care-plan': 'Care plan (what is planned)',
  'section.goals': 'Health goals',
  'section.goals.nouns': 'health goals',
  'section.goals.none': none('health goals'),
  'section.devices': 'Medical devices (in or on the body)',
  'section.devices.nouns': 'medical devices',
  'section.devices.none': none('medical devices'),
  'section.orders': 'Orders (tests and treatments asked for)',
  'section.social-history': 'Daily life (social history and screening)',
  'section.social-history.nouns': 'answers about daily life (social history or screening)',
  'section.social-history.none': none('answers about daily life (social history or screening)'),
  'section.coverage': 'Health insurance (coverage)',
  'section.coverage.nouns': 'health insurance (coverage)',
  'section.coverage.none': none('health insurance (coverage)', 'is'),
  'section.people': 'Related people (family, caregivers and others)',

  'nav.problems': 'Health problems',
  'nav.results': 'Laboratory tests',
  'nav.specimens': 'Samples, specimens',
  'nav.reports': 'Test reports',
  'nav.goals': 'Health goals',
  'nav.devices': 'Medical devices',
  'nav.coverage': 'Insurance coverage',
} as const satisfies Overrides;

const absences = {
  'absence.waiting': ({ nouns, seconds }: Nouns & { readonly seconds: number | undefined }) =>
    seconds === undefined
      ? `Waiting for the practice’s system before reading ${nouns}.`
      : `Waiting for the practice’s system before reading ${nouns}, ${seconds} s.`,
  'absence.not-shared': ({ nouns }: Nouns) =>
    `The practice’s system did not share ${nouns} with this app: there may be some.`,
  'absence.refused': ({ nouns, system }: Nouns & System) =>
    `${system} does not let this app read ${nouns}: there may be some.`,
  'absence.not-offered': ({ nouns, system }: Nouns & System) =>
    `${system} does not offer ${nouns} to apps: there may be some.`,
  'absence.failed': ({ nouns }: Nouns) => `Could not read ${nouns}: there may be some.`,
  'absence.part-failed': 'Part of this list could not be read, so something may be missing.',
  'absence.part-not-shared': ({ list }: List) =>
    `Part of this list was not shared with this app, so something may be missing${named(list)}.`,
  'absence.part-refused': ({ system, list }: System & List) =>
    `${system} does not let this app read part of this list, so something may be missing${named(list)}.`,
  'absence.part-waiting': 'The rest of this list is waiting for the practice’s system.',
  'absence.unreadable': ({ n }: N) =>
    n === 1
      ? 'One entry the practice’s system sent could not be read.'
      : `${n} entries the practice’s system sent could not be read.`,
  'absence.in-error': ({ n }: N) =>
    n === 1
      ? 'One record entered by mistake (in error) is hidden.'
      : `${n} records entered by mistake (in error) are hidden.`,
  'absence.in-error-shown': ({ n }: N) =>
    n === 1
      ? 'One record entered by mistake (in error) is shown struck through.'
      : `${n} records entered by mistake (in error) are shown struck through.`,
  'absence.only-in-error': 'All that was sent was entered by mistake (in error).',
  'story.in-error': ({ n }: N) =>
    n === 1
      ? 'One record entered by mistake (in error) is left out here; its section shows it on request.'
      : `${n} records entered by mistake (in error) are left out here; their sections show them on request.`,

  'absent.unknown': 'Not known (unknown)',
  'absent.masked': 'Held back (withheld)',
  'absent.not-applicable': 'Does not apply',
  'absent.unsupported': 'The system it comes from cannot hold it',
  'absent.not-performed': 'Not done (not performed)',
} as const satisfies Overrides;

const failures = {
  'banner.failed': 'The details of this person could not be read.',
  'banner.not-shared': 'The practice’s system did not share the details of this person with this app.',
  'banner.allergies-waiting': 'waiting for the practice’s system',
  'banner.allergies-not-offered': 'not offered by the practice’s system',
  'status.waiting': ({ seconds }: { readonly seconds: number }) =>
    `waiting for the practice’s system, ${seconds} s`,
  'status.waits': 'Waiting for the practice’s system before reading the rest.',
  'failure.refused': 'The practice’s system refused.',
  'failure.absent': 'The practice’s system no longer has it.',
  'failure.unsupported': 'The practice’s system does not answer this question.',
  'failure.throttled': 'The practice’s system limits how much may be read in a minute.',
  'failure.network': 'The practice’s system could not be reached.',
  'failure.timeout': 'The practice’s system did not answer in time.',
  'failure.server-error': 'The practice’s system answered with an error.',
  'failure.not-json': 'The answer of the practice’s system could not be understood.',
  'failure.not-fhir': 'The answer of the practice’s system was no health record.',
  'failure.too-large': 'The answer of the practice’s system was larger than this app can read.',
  'failure.foreign-link':
    'The answer of the practice’s system pointed to another address, which was not followed.',
  'record.missing': 'This record is not in what the practice’s system has sent.',
  'record.narrative-generated': 'Written by the practice’s system from the fields above.',
  'record.raw': 'Raw record, for experts (FHIR)',
  'provenance.none': 'The practice’s system did not say who recorded this.',
  'documents.whole-record-note': 'Written by the practice’s system when it is opened',
  'reports.not-arrived': 'not in what the practice’s system has sent',
  'visit.missing':
    'The practice’s system opened this chart from a visit that it has not sent. The whole chart is below.',
  'changes.by-provenance': ({ date }: { readonly date: string }) => `note of origin (Provenance) of ${date}`,
  'changes.rule':
    'Told only from the dates in the records and in their notes of origin (Provenance); the whole day of the visit is counted, but not the visit itself. What was altered without leaving a date cannot be told.',
} as const satisfies Overrides;

const statuses = {
  'status.active': 'Active (current)',
  'status.inactive': 'Not current (inactive)',
  'status.recurrence': 'Came back (recurrence)',
  'status.relapse': 'Came back after it eased (relapse)',
  'status.remission': 'Eased, but may come back (in remission)',
  'status.resolved': 'Over (resolved)',
  'status.completed': 'Finished (completed)',
  'status.on-hold': 'Paused (on hold)',
  'status.suspended': 'Paused (suspended)',
  'status.draft': 'Not final (draft)',
  'status.entered-in-error': 'Entered by mistake (in error)',
  'status.preparation': 'Being prepared',
  'status.intended': 'Planned (intended)',
  'status.triaged': 'First check done (triaged)',
  'status.onleave': 'Away for a time (on leave)',

  'clinical-status.partial': 'Only a part so far (partial)',
  'clinical-status.preliminary': 'Early, may still change (preliminary)',
  'clinical-status.amended': 'Changed after it was final (amended)',
  'clinical-status.corrected': 'Corrected: an error was fixed',
  'clinical-status.appended': 'Added to after it was final (appended)',
  'clinical-status.superseded': 'Replaced by a newer one (superseded)',
  'clinical-status.draft': 'Not final (draft)',
  'clinical-status.active': 'Active (current)',
  'clinical-status.inactive': 'Not current (inactive)',
  'clinical-status.on-hold': 'Paused (on hold)',
  'clinical-status.suspended': 'Paused (suspended)',
  'clinical-status.revoked': 'Withdrawn (revoked)',
  'clinical-status.completed': 'Finished (completed)',
  'clinical-status.proposed': 'Suggested (proposed)',
  'clinical-status.unsatisfactory': 'Not usable (unsatisfactory)',
  'clinical-status.preparation': 'Being prepared',
  'clinical-status.entered-in-error': 'Entered by mistake (in error)',

  'mark.entered-in-error': 'Entered by mistake (in error)',
  'mark.unknown-modifier':
    'May mean something else than it seems: a part that can change its meaning is not known to this app. Read the raw record',
  'mark.unconfirmed': 'Not confirmed (unconfirmed)',
  'mark.presumed': 'Thought likely, not certain (presumed)',
  'mark.provisional': 'For now, not certain (provisional)',
  'mark.differential': 'Not certain: one of several possibilities (differential)',
  'mark.refuted': 'Found not to be so (refuted)',
  'mark.preliminary': 'Early result: may still change (preliminary)',
  'mark.amended': 'Changed after it was final (amended)',
  'mark.corrected': 'Corrected: an error was fixed',
  'mark.date-is-release': 'Dated by its release; when it was measured or seen is not recorded',
  'mark.not-dispensed': 'NOT handed out (not dispensed)',
  'mark.not-dispensed-because': ({ reason }: Because) => `NOT handed out (not dispensed): ${reason}`,
  'mark.unsatisfactory': 'Sample not usable (unsatisfactory)',

  'achievement.sustaining': 'Reached and kept up (sustained)',
  'achievement.not-attainable': 'Cannot be reached (not attainable)',
  'priority.stat': 'Immediately (stat)',
} as const satisfies Overrides;

const results = {
  'interpretation.normal': 'As usual (normal)',
  'interpretation.high': 'Above range',
  'interpretation.high-derived': 'Above the usual range (worked out here, not stated by the source)',
  'interpretation.low': 'Below range',
  'interpretation.low-derived': 'Below the usual range (worked out here, not stated by the source)',
  'interpretation.critical-high': 'Critical: above range',
  'interpretation.critical-low': 'Critical: below range',
  'interpretation.abnormal': 'Unusual (abnormal)',
  'interpretation.significantly-high': 'Well above range',
  'interpretation.significantly-low': 'Well below range',
  'interpretation.resistant': 'Resistant (not stopped by it)',
  'interpretation.intermediate': 'Intermediate (in between)',
  'interpretation.susceptible': 'Susceptible (stopped by it)',
  'interpretation.reactive': 'Reactive (a sign was found)',
  'interpretation.weakly-reactive': 'Weakly reactive (a weak sign was found)',
  'interpretation.not-reactive': 'Not reactive (no sign was found)',
  'interpretation.indeterminate': 'Unclear (indeterminate)',
  'interpretation.equivocal': 'Unclear (equivocal)',
  'results.derived-high': 'Above range (worked out)',
  'results.derived-low': 'Below range (worked out)',
  'results.abnormal': 'Outside the usual only (abnormal)',
  'sheet.legend': '▲ Above range · ▼ Below range · ‼ Critical · ◆ Unusual',
  'sheet.panel': 'Group of tests (panel)',
  'sheet.all-panels': 'All groups of tests (panels)',
  'sheet.abnormal-note':
    'Tests with an unusual (abnormal) result. Their other results stay, because an empty cell means that nothing was measured.',
  'members.title': ({ n }: N) =>
    count(n, 'result in this group of tests (panel)', 'results in this group of tests (panel)'),
  'members.missing': ({ n }: N) =>
    `${count(n, 'result', 'results')} of this group of tests (panel) did not arrive.`,
  'follow-up.no-result': 'ordered; no result here refers to it',
  'follow-up.no-result-since': ({ date }: { readonly date: string }) =>
    `ordered ${date}; no result here refers to it`,

  'column.flag': 'Mark (flag)',
  'column.range': 'Usual range',
  'trend.range': ({ range }: { readonly range: string }) => `usual range ${range}`,
  'observation.range': 'Usual range (reference range)',
  'observation.range-without-bounds': 'Usual range without limits',
  'observation.meaning': 'How it compares (interpretation)',
  'observation.specimen': 'Sample (specimen)',
  'observation.site': 'Part of the body',
  'observation.members': 'Results of this group of tests (panel)',
  'observation.derived': 'Worked out from',
  'element.referenceRange': 'Usual range (reference range)',
  'element.interpretation': 'How it compares (interpretation)',
  'element.specimen': 'Sample (specimen)',

  'lab-group.chemistry': 'Salts and minerals (chemistry)',
  'lab-group.kidney': 'Kidneys',
  'lab-group.diabetes': 'Blood sugar and diabetes',
  'lab-group.lipids': 'Cholesterol and fats (lipids)',
  'lab-group.blood': 'Blood cells (blood count)',
  'lab-group.coagulation': 'Blood clotting (coagulation)',
  'lab-group.gases': 'Oxygen and acids (blood gases)',
  'lab-group.urine': 'Urine tests (urinalysis)',
  'lab-group.drugs': 'Medicine levels and toxicology',
  'lab-group.infection': 'Infections',
  'lab-group.microbiology': 'Germs (microbiology) and stool',
  'lab-group.blood-bank': 'Blood group and screening',
} as const satisfies Overrides;

const lists = {
  'criticality.high': 'A reaction could be very serious (high criticality)',
  'criticality.low': 'A very serious reaction is not expected (low criticality)',
  'criticality.unable-to-assess': 'How serious a reaction could be was not possible to judge',
  'allergies.criticality': 'How serious a reaction could be (criticality)',
  'allergy.intolerance': 'Not tolerated well (intolerance)',
  'problem.diagnosis': 'Diagnosis written at a visit',
  'problems.group-diagnosis': 'Diagnoses written at visits',

  'medication.dispense': 'Handed out (dispensed)',
  'medication.administration': 'Given (administration)',
  'medication.statement': 'Reported (statement)',
  'medications.intent': 'Ordered or only planned (intent)',
  'medications.dispensed-by': 'Handed out by (dispensed by)',
  'medications.dispenses': 'Handed out (dispensed)',
  'medications.substituted': 'Exchange for another product (substitution)',
  'orders.intent': 'Ordered or only planned (intent)',
  'care-plan.intent': 'Ordered or only planned (intent)',
  'care-plan.addresses': 'For which problems',
  'goals.addresses': 'For which problems',

  'encounter.AMB': 'Outpatient (no hospital stay)',
  'encounter.IMP': 'Hospital stay (inpatient)',
  'encounter.ACUTE': 'Hospital stay, acute (inpatient)',
  'encounter.NONAC': 'Hospital stay, not acute (inpatient)',
  'encounter.OBSENC': 'Watched for a time (observation)',
  'encounter.PRENC': 'Before a hospital stay (pre-admission)',
  'encounter.VR': 'By phone or video (virtual)',

  'fact.body-site': 'Part of the body',
  'fact.route': 'How it is given (route)',
  'fact.lot': 'Lot number',
  'fact.verification': 'How certain it is',
  'column.site': 'Part of the body',
  'tests.modality': 'Kind of picture (modality)',
  'coverage.payer': 'Who pays (payer)',
  'coverage.subscriber': 'Main insured person (subscriber)',
} as const satisfies Overrides;

const files = {
  'take.bundle-what':
    'One file for other health software (a FHIR Bundle of type collection): every record that was read, exactly as it came, decimals as they were written, with where and when it was read, what could not be, and what its records refer to that is not in it.',
  'take.ips-what':
    'One file for other health software (a FHIR document Bundle) with allergies, medicines and health problems, and with results, vaccines, procedures, devices and vital signs where there are any. Made by this app from what was read; no clinician has checked it.',
} as const satisfies Overrides;

export const patient = {
  ...titles,
  ...absences,
  ...failures,
  ...statuses,
  ...results,
  ...lists,
  ...files,
} as const;
