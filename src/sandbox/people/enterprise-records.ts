import { people } from '#sandbox/cast.ts';
import { at, coding, concept, loinc, refer, systems } from './build.ts';
import type { Resource } from './resource.ts';
import { practiceOrganization, practitioners } from './practice.ts';

/**
 * Records of the cast whose types NextGen Enterprise serves and NextGen Office does not (claims stand by themselves:
 * Enterprise's statement has none), and one that was entered in error, as the recorded server has some.
 */
export function enterpriseRecords(): readonly Resource[] {
  const david = refer(`Patient/${people.david.id}`);
  const guadalupe = refer(`Patient/${people.guadalupe.id}`);
  const profile = (name: string): object => ({
    meta: { profile: [`http://hl7.org/fhir/us/core/StructureDefinition/us-core-${name}`] },
  });
  return [
    phq2,
    needs,
    {
      resourceType: 'QuestionnaireResponse',
      id: '9464929001',
      ...profile('questionnaireresponse'),
      questionnaire: 'http://example.org/Questionnaire/9470000001',
      status: 'completed',
      subject: david,
      encounter: refer(`Encounter/PT-${people.david.encounter}`),
      authored: at('2026-11-21T10:31'),
      author: practitioners.testing,
      source: david,
      item: [
        answered('/44250-9', 'Little interest or pleasure in doing things', 'LA6569-3', 'Several days'),
        answered('/44255-8', 'Feeling down, depressed or hopeless', 'LA6568-5', 'Not at all'),
        { linkId: '/55758-7', text: 'PHQ-2 total score', answer: [{ valueDecimal: 1 }] },
      ],
    },
    {
      resourceType: 'QuestionnaireResponse',
      id: '9464929002',
      ...profile('questionnaireresponse'),
      // Some servers name their own.
      questionnaire: 'Questionnaire/9470000002',
      status: 'amended',
      subject: david,
      authored: at('2026-01-09T09:20'),
      source: david,
      item: [
        {
          linkId: '/home',
          text: 'Where you live',
          item: [
            answered(
              '/71802-3',
              'What is your living situation today?',
              'LA31994-9',
              'I have a place to live today, but I am worried about losing it in the future',
            ),
            {
              linkId: '/home/words',
              text: 'Anything you want to add',
              answer: [{ valueString: 'The rent went up twice this year.' }],
            },
          ],
        },
        { linkId: '/people', text: 'People in your household', answer: [{ valueInteger: 3 }] },
        { linkId: '/help', text: 'Would you like help with this?', answer: [{ valueBoolean: true }] },
        { linkId: '/since', text: 'Since when?', answer: [{ valueDate: '2025-08' }] },
      ],
    },
    {
      resourceType: 'QuestionnaireResponse',
      id: '9202899001',
      ...profile('questionnaireresponse'),
      questionnaire: 'http://example.org/Questionnaire/9470000001',
      status: 'in-progress',
      subject: guadalupe,
      authored: '2026-11-18',
      source: guadalupe,
      item: [
        answered('/44250-9', 'Little interest or pleasure in doing things', 'LA6568-5', 'Not at all'),
        { linkId: '/44255-8', text: 'Feeling down, depressed or hopeless' },
      ],
    },
    {
      resourceType: 'MedicationStatement',
      id: '9464929001',
      status: 'active',
      medicationCodeableConcept: { text: 'Magnesium 250 mg, bought without a prescription' },
      subject: david,
      effectivePeriod: { start: '2026-08' },
      dateAsserted: at('2026-11-21T10:44'),
      informationSource: david,
      dosage: [{ text: 'One tablet at night' }],
    },
    {
      resourceType: 'Immunization',
      id: '9464929001',
      ...profile('immunization'),
      status: 'entered-in-error',
      vaccineCode: concept('Yellow fever live', coding(systems.cvx, '37', 'yellow fever live')),
      patient: david,
      occurrenceDateTime: '2026-10-02',
      primarySource: true,
    },
    {
      resourceType: 'Endpoint',
      id: '9470000001',
      status: 'active',
      connectionType: {
        system: 'http://terminology.hl7.org/CodeSystem/endpoint-connection-type',
        code: 'direct-project',
        display: 'Direct Project',
      },
      name: 'Direct address of the practice',
      managingOrganization: refer(practiceOrganization),
      payloadType: [{ text: 'Any' }],
      address: 'mailto:practice@direct.example.invalid',
    },
  ];
}

function answered(linkId: string, text: string, code: string, display: string): object {
  return { linkId, text, answer: [{ valueCoding: coding(systems.loinc, code, display) }] };
}

function questionnaire(id: string, title: string, code: object, items: readonly string[]): Resource {
  return {
    resourceType: 'Questionnaire',
    id,
    url: `http://example.org/Questionnaire/${id}`,
    name: title.replaceAll(/\W/g, ''),
    title,
    status: 'active',
    subjectType: ['Patient'],
    code: [code],
    item: items.map((linkId) => ({ linkId, type: 'choice' })),
  };
}

const phq2 = questionnaire(
  '9470000001',
  'Patient Health Questionnaire 2 item (PHQ-2)',
  loinc('55757-9', 'Patient Health Questionnaire 2 item (PHQ-2)').coding?.[0] ?? {},
  ['/44250-9', '/44255-8', '/55758-7'],
);
const needs = questionnaire(
  '9470000002',
  'Questions about your home',
  coding(systems.loinc, '71802-3', 'Housing status'),
  ['/home', '/people', '/help', '/since'],
);
