import { describe, expect, it } from 'vitest';
import type { FhirResource, JsonObject } from './json.ts';
import { readRecords } from './kind.ts';
import { observationSample, sample, sampleContext } from './record-samples.ts';
import { socialHistory } from './social-history.ts';

const usCore = 'http://hl7.org/fhir/us/core/CodeSystem/us-core-category';

function read(...resources: readonly FhirResource[]) {
  return readRecords(socialHistory, resources, sampleContext(resources));
}

function response(fields: JsonObject) {
  return sample('QuestionnaireResponse', { status: 'completed', authored: '2026-01-01', ...fields });
}

describe('social history', () => {
  it('smoking status comes first, then the newest; entered in error last', () => {
    const records = read(
      observationSample('11341-5', 'Occupation', { id: 'new' }),
      observationSample('72166-2', 'Smoking', { id: 'smoking', effectiveDateTime: '2019' }),
      observationSample('82810-3', 'Pregnancy', { id: 'old', effectiveDateTime: '2020' }),
      observationSample('72166-2', 'Smoking', { id: 'error', status: 'entered-in-error' }),
    );
    expect(records.toSorted(socialHistory.compare).map(({ source }) => source.id)).toEqual([
      'smoking',
      'new',
      'old',
      'error',
    ]);
  });

  it.each([
    ['72166-2', 'smoking'],
    ['82810-3', 'pregnancy'],
    ['11341-5', 'occupation'],
    ['76690-7', 'identity'],
    ['99999-9', 'other'],
  ])('LOINC %s is of %s', (code, topic) => {
    expect(read(observationSample(code, 'x'))[0]?.topic).toBe(topic);
  });

  it.each([
    ['functional-status', 'status'],
    ['disability-status', 'status'],
    ['treatment-intervention-preference', 'preferences'],
    ['sdoh', 'screening'],
  ])('category %s is of %s', (code, topic) => {
    const category = [{ coding: [{ system: usCore, code }] }];
    expect(read(observationSample('1-1', 'x', { category }))[0]?.topic).toBe(topic);
  });
});

describe('a filled-in questionnaire', () => {
  it('keeps every question and answer, nested as asked', () => {
    const [record] = read(
      response({
        item: [
          {
            linkId: 'a',
            text: 'Housing',
            item: [
              {
                linkId: 'a1',
                text: 'Worried?',
                answer: [
                  {
                    valueBoolean: true,
                    item: [{ linkId: 'a1x', text: 'How often?', answer: [{ valueInteger: 3 }] }],
                  },
                ],
              },
              {
                linkId: 'a2',
                text: 'Which?',
                answer: [{ valueCoding: { display: 'Rent' } }, { valueString: 'Other' }],
              },
              { linkId: 'a3' },
            ],
          },
        ],
      }),
    );
    const answers = record?.questionnaire?.answers ?? [];
    expect(
      answers.map(({ question, depth, heading, values }) => [question, depth, heading, values.length]),
    ).toEqual([
      ['Housing', 0, true, 0],
      ['Worried?', 1, false, 1],
      ['How often?', 2, false, 1],
      ['Which?', 1, false, 2],
      ['a3', 1, false, 0],
    ]);
  });

  it('is named by its display, else by the questionnaire, else by the end of its address', () => {
    const questionnaire = 'http://example.org/Questionnaire/phq9|2.0';
    const display = {
      extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/display', valueString: 'PHQ-9' }],
    };
    expect(read(response({ questionnaire, _questionnaire: display }))[0]?.title).toBe('PHQ-9');
    expect(read(response({ questionnaire }))[0]?.title).toBe('phq9');
    for (const address of [
      undefined,
      'Questionnaire/9470000001',
      'urn:uuid:0d6f24c1-9c47-4a11-8d3f-1f9b8a7f2b11',
      'http://x.example/q/12-34|1',
    ])
      expect(read(response({ questionnaire: address }))[0]?.title).toEqual({ key: 'title.questionnaire' });
  });

  it('says when it was not finished, and who filled it in', () => {
    expect(read(response({ status: 'in-progress' }))[0]?.marks).toMatchObject([
      { phrase: { key: 'mark.unfinished' } },
    ]);
    expect(read(response({ source: { reference: 'Patient/p1' } }))[0]?.marks).toMatchObject([
      { phrase: { key: 'mark.patient-reported' } },
    ]);
    expect(read(response({}))[0]?.standing).toBe('current');
  });
});
