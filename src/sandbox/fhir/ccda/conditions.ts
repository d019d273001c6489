import { type FhirResource, objectsOf } from '#sandbox/fhir/resource.ts';
import { codeElement, dateText, firstText, fixedCode, labelOf, labelsOf, statusOf } from './fields.ts';
import type { SectionKind, SectionRow } from './section.ts';
import { element, intervalElement, recordId, templateId } from './xml.ts';

const concern = element('code', { code: 'CONC', codeSystem: '2.16.840.1.113883.5.6' });
const completed = element('statusCode', { code: 'completed' });

function concernStatus(status: string): string {
  return element('statusCode', {
    code: ['inactive', 'remission', 'resolved'].includes(status) ? 'completed' : 'active',
  });
}

/** Allergy concern acts, each with its allergy observation and reactions. */
export const allergySection: SectionKind = {
  name: 'allergy',
  title: 'Allergies and Adverse Reactions',
  code: '48765-2',
  display: 'Allergies and adverse reactions Document',
  template: ['2.16.840.1.113883.10.20.22.2.6.1', '2015-08-01'],
  columns: ['Substance', 'Reaction', 'Severity', 'Criticality', 'Status', 'Noted'],
  types: ['AllergyIntolerance'],
  rows: (resources) => resources.map(allergyRow),
};

/** SNOMED CT: no known allergy of any kind, and of drugs, foods, the environment. */
const noneKnown = new Set(['716186003', '409137002', '429625007', '428607008']);

function allergyRow(allergy: FhirResource): SectionRow {
  const status = statusOf(allergy, 'clinicalStatus');
  const since = firstText(allergy, 'onsetDateTime', 'onsetPeriod.start', 'recordedDate');
  const reactions = objectsOf(allergy['reaction']);
  const none = noneKnown.has(firstText(allergy, 'code.coding.code') ?? '');
  const drug = firstText(allergy, 'category') === 'medication';
  return {
    cells: [
      labelOf(allergy['code']),
      reactions
        .map((reaction) => labelsOf(reaction['manifestation']))
        .filter(Boolean)
        .join('; '),
      reactions
        .map((reaction) => firstText(reaction, 'severity'))
        .filter(Boolean)
        .join('; '),
      statusOf(allergy, 'criticality'),
      status,
      dateText(since),
    ],
    entry: (text) =>
      element(
        'act',
        { classCode: 'ACT', moodCode: 'EVN' },
        templateId('2.16.840.1.113883.10.20.22.4.30', '2015-08-01'),
        recordId(`AllergyIntolerance-${allergy.id}`),
        concern,
        text,
        concernStatus(status),
        intervalElement(since, undefined),
        element(
          'entryRelationship',
          { typeCode: 'SUBJ' },
          element(
            'observation',
            { classCode: 'OBS', moodCode: 'EVN', negationInd: none ? 'true' : undefined },
            templateId('2.16.840.1.113883.10.20.22.4.7', '2014-06-09'),
            recordId(`AllergyIntolerance-${allergy.id}-observation`),
            element('code', { code: 'ASSERTION', codeSystem: '2.16.840.1.113883.5.4' }),
            text,
            completed,
            intervalElement(since, undefined),
            element('value', {
              'xsi:type': 'CD',
              code: drug ? '416098002' : '419199007',
              displayName: drug ? 'Allergy to drug' : 'Allergy to substance',
              codeSystem: '2.16.840.1.113883.6.96',
            }),
            element(
              'participant',
              { typeCode: 'CSM' },
              element(
                'participantRole',
                { classCode: 'MANU' },
                element(
                  'playingEntity',
                  { classCode: 'MMAT' },
                  none ? element('code', { nullFlavor: 'NA' }) : codeElement('code', allergy['code']),
                ),
              ),
            ),
            ...reactions.flatMap((reaction) => objectsOf(reaction['manifestation']).map(manifestation)),
          ),
        ),
      ),
  };

  function manifestation(concept: unknown): string {
    return element(
      'entryRelationship',
      { typeCode: 'MFST', inversionInd: 'true' },
      element(
        'observation',
        { classCode: 'OBS', moodCode: 'EVN' },
        templateId('2.16.840.1.113883.10.20.22.4.9', '2014-06-09'),
        recordId(`AllergyIntolerance-${allergy.id}-${labelOf(concept)}`),
        element('code', { code: 'ASSERTION', codeSystem: '2.16.840.1.113883.5.4' }),
        completed,
        codeElement('value', concept, 'CD'),
      ),
    );
  }
}

/** Problem concern acts from conditions that are no mere encounter diagnosis. */
export const problemSection: SectionKind = {
  name: 'problem',
  title: 'Problems',
  code: '11450-4',
  display: 'Problem list - Reported',
  template: ['2.16.840.1.113883.10.20.22.2.5.1', '2015-08-01'],
  columns: ['Problem', 'Status', 'Onset', 'Resolved'],
  types: ['Condition'],
  rows: (resources) => resources.filter(({ id }) => !id?.startsWith('ED-')).map(problemRow),
};

function problemRow(condition: FhirResource): SectionRow {
  const status = statusOf(condition, 'clinicalStatus');
  const start = firstText(condition, 'onsetDateTime', 'onsetPeriod.start', 'recordedDate');
  const end = firstText(condition, 'abatementDateTime', 'abatementPeriod.end');
  const refuted = statusOf(condition, 'verificationStatus') === 'refuted';
  return {
    cells: [labelOf(condition['code']), refuted ? 'refuted' : status, dateText(start), dateText(end)],
    entry: (text) =>
      element(
        'act',
        { classCode: 'ACT', moodCode: 'EVN' },
        templateId('2.16.840.1.113883.10.20.22.4.3', '2015-08-01'),
        recordId(`Condition-${condition.id}`),
        concern,
        text,
        concernStatus(status),
        intervalElement(firstText(condition, 'recordedDate') ?? start, end),
        element(
          'entryRelationship',
          { typeCode: 'SUBJ' },
          element(
            'observation',
            { classCode: 'OBS', moodCode: 'EVN', negationInd: refuted ? 'true' : undefined },
            templateId('2.16.840.1.113883.10.20.22.4.4', '2015-08-01'),
            recordId(`Condition-${condition.id}-observation`),
            element(
              'code',
              {
                code: '64572001',
                codeSystem: '2.16.840.1.113883.6.96',
                codeSystemName: 'SNOMED CT',
                displayName: 'Condition',
              },
              fixedCode('translation', '75323-6', 'LOINC', 'Condition'),
            ),
            text,
            completed,
            intervalElement(start, end),
            codeElement('value', condition['code'], 'CD'),
          ),
        ),
      ),
  };
}
