import { type FhirResource, objectsOf, own } from '#sandbox/fhir/resource.ts';
import { codeElement, dateText, firstText, labelOf, labelsOf, statusOf } from './fields.ts';
import type { SectionKind, SectionRow } from './section.ts';
import { element, intervalElement, recordId, templateId, timeElement } from './xml.ts';

export const procedureSection: SectionKind = {
  name: 'procedure',
  title: 'Procedures',
  code: '47519-4',
  display: 'History of Procedures Document',
  template: ['2.16.840.1.113883.10.20.22.2.7.1', '2014-06-09'],
  columns: ['Procedure', 'Date', 'Status', 'Body site'],
  types: ['Procedure'],
  timeOf: procedureTime,
  rows: (resources) => resources.map(procedureRow),
};

function procedureTime(procedure: FhirResource): string | undefined {
  return firstText(procedure, 'performedDateTime', 'performedPeriod.start');
}

function procedureRow(procedure: FhirResource): SectionRow {
  const status = statusOf(procedure);
  const time = procedureTime(procedure);
  return {
    cells: [
      labelOf(procedure['code']),
      dateText(time ?? firstText(procedure, 'performedString')),
      status,
      labelsOf(procedure['bodySite']),
    ],
    entry: (text) =>
      element(
        'procedure',
        { classCode: 'PROC', moodCode: 'EVN', negationInd: status === 'not-done' ? 'true' : undefined },
        templateId('2.16.840.1.113883.10.20.22.4.14', '2014-06-09'),
        recordId(`Procedure-${procedure.id}`),
        codeElement('code', procedure['code']),
        text,
        element('statusCode', { code: procedureState(status) }),
        timeElement(time),
        ...objectsOf(procedure['bodySite']).map((site) => codeElement('targetSiteCode', site)),
      ),
  };
}

function procedureState(status: string): string {
  if (status === 'in-progress' || status === 'preparation' || status === 'on-hold') return 'active';
  return status === 'stopped' ? 'aborted' : status === 'not-done' ? 'cancelled' : 'completed';
}

export const encounterSection: SectionKind = {
  name: 'encounter',
  title: 'Encounters',
  code: '46240-8',
  display: 'History of Hospitalizations+Outpatient visits Narrative',
  template: ['2.16.840.1.113883.10.20.22.2.22.1', '2015-08-01'],
  columns: ['Encounter', 'From', 'To', 'Reason', 'Location'],
  types: ['Encounter'],
  timeOf: (encounter) => firstText(encounter, 'period.start'),
  rows: (resources) => resources.map(encounterRow),
};

function encounterRow(encounter: FhirResource): SectionRow {
  const [type] = objectsOf(encounter['type']);
  const start = firstText(encounter, 'period.start');
  const end = firstText(encounter, 'period.end');
  return {
    cells: [
      type === undefined ? (firstText(encounter, 'class.display', 'class.code') ?? '') : labelOf(type),
      dateText(start),
      dateText(end),
      labelsOf(encounter['reasonCode']),
      firstText(encounter, 'location.location.display') ?? '',
    ],
    entry: (text) =>
      element(
        'encounter',
        { classCode: 'ENC', moodCode: 'EVN' },
        templateId('2.16.840.1.113883.10.20.22.4.49', '2015-08-01'),
        recordId(`Encounter-${encounter.id}`),
        codeElement('code', type ?? { coding: encounter['class'] }),
        text,
        intervalElement(start, end),
      ),
  };
}

export const planSection: SectionKind = {
  name: 'plan',
  title: 'Plan of Treatment',
  code: '18776-5',
  display: 'Plan of care note',
  template: ['2.16.840.1.113883.10.20.22.2.10', '2014-06-09'],
  columns: ['Planned', 'Kind', 'Status', 'Date'],
  types: ['CarePlan', 'ServiceRequest', 'Goal'],
  rows: (resources) => resources.map(planRow),
};

/** Care plans as instructions, orders as planned observations, goals as goal observations. */
function planRow(resource: FhirResource): SectionRow {
  const { resourceType: type } = resource;
  const goal = type === 'Goal';
  const plan = type === 'CarePlan';
  const date = firstText(
    resource,
    'target.dueDate',
    'occurrenceDateTime',
    'period.start',
    'authoredOn',
    'startDate',
  );
  const what = plan ? planWords(resource) : labelOf(resource[goal ? 'description' : 'code']);
  const template: readonly [string, string?] = goal
    ? ['2.16.840.1.113883.10.20.22.4.121']
    : [plan ? '2.16.840.1.113883.10.20.22.4.39' : '2.16.840.1.113883.10.20.22.4.44', '2014-06-09'];
  return {
    cells: [
      what,
      plan ? 'Care plan' : goal ? 'Goal' : 'Order',
      statusOf(resource, goal ? 'lifecycleStatus' : 'status'),
      dateText(date),
    ],
    entry: (text) =>
      element(
        plan ? 'act' : 'observation',
        { classCode: plan ? 'ACT' : 'OBS', moodCode: goal ? 'GOL' : plan ? 'INT' : 'RQO' },
        templateId(...template),
        recordId(`${type}-${resource.id}`),
        codeElement('code', plan ? { text: what } : resource[goal ? 'description' : 'code']),
        text,
        element('statusCode', { code: 'active' }),
        timeElement(date),
      ),
  };
}

/** A care plan's own words: its title, and what its narrative says without its tags. */
function planWords(plan: FhirResource): string {
  const narrative = firstText(plan, 'text.div')
    ?.replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return [firstText(plan, 'title', 'description'), decodeEntities(narrative ?? '')]
    .filter(Boolean)
    .join(': ');
}

function decodeEntities(text: string): string {
  const named: Readonly<Record<string, string>> = {
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: '\u00A0',
  };
  return text.replaceAll(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return own(named, name.toLowerCase()) ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
  });
}
