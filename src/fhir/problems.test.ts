import { describe, expect, it } from 'vitest';
import { conditionCategory, snomed } from './code-systems.ts';
import { contextOf } from './context-of.ts';
import type { FhirResource } from './json.ts';
import { fold, readRecords, sortRecords } from './kind.ts';
import { problems, type ProblemRecord } from './problems.ts';

const status = (code: string) => ({ coding: [{ code }] });
const category = (code: string) => [{ coding: [{ system: conditionCategory, code }] }];

function read(...members: readonly Record<string, unknown>[]): readonly ProblemRecord[] {
  const resources: FhirResource[] = members.map((one) => ({ resourceType: 'Condition', ...one }));
  return readRecords(problems, resources, contextOf());
}

function one(members: Record<string, unknown>): ProblemRecord {
  return read(members)[0]!;
}

describe('which list a condition belongs to', () => {
  it.each([
    [{ category: category('problem-list-item') }, 'problem'],
    [{ category: category('encounter-diagnosis') }, 'diagnosis'],
    [
      {
        category: [
          {
            coding: [
              { system: 'http://hl7.org/fhir/us/core/CodeSystem/condition-category', code: 'health-concern' },
            ],
          },
        ],
      },
      'concern',
    ],
    [{ id: 'PL-12' }, 'problem'],
    [{ id: 'HC-12' }, 'concern'],
    [{ id: 'ED-12' }, 'diagnosis'],
    [{ id: 'ED-12', category: category('problem-list-item') }, 'problem'],
    [{ id: '12', category: [{ text: 'Chronic' }] }, 'unsorted'],
  ])('%j', (members, place) => {
    expect(one(members)).toMatchObject({ place, placeWords: { key: `problem.${place}` } });
  });
});

describe('status and modifiers', () => {
  it.each([
    ['active', 'current'],
    ['recurrence', 'current'],
    ['relapse', 'current'],
    ['inactive', 'past'],
    ['remission', 'past'],
    ['resolved', 'past'],
  ])('%s keeps its word', (code, standing) => {
    expect(one({ clinicalStatus: status(code) })).toMatchObject({
      standing,
      status: { key: `status.${code}` },
    });
  });

  it('an unknown status is shown as sent and kept in view', () => {
    expect(one({ clinicalStatus: status('smouldering') })).toMatchObject({
      standing: 'unknown',
      status: 'smouldering',
    });
    expect(one({})).toMatchObject({ standing: 'unknown', status: undefined });
  });

  it('one without a status that has abated is past', () => {
    expect(one({ abatementDateTime: '2019' }).standing).toBe('past');
    expect(one({ abatementBoolean: true }).standing).toBe('past');
    expect(one({ abatementBoolean: false }).standing).toBe('unknown');
  });

  it.each(['refuted', 'unconfirmed', 'provisional', 'differential'])('%s is marked', (code) => {
    expect(one({ clinicalStatus: status('active'), verificationStatus: status(code) })).toMatchObject({
      standing: 'current',
      marks: [{ phrase: { key: `mark.${code}` }, tone: 'warning' }],
    });
  });

  it('entered in error is told apart', () => {
    expect(one({ verificationStatus: status('entered-in-error') })).toMatchObject({
      enteredInError: true,
      marks: [{ phrase: { key: 'mark.entered-in-error' } }],
    });
  });

  it('no known problems is a statement', () => {
    expect(one({ code: { coding: [{ system: snomed, code: '160245001' }] } }).statement).toBe('none-known');
    expect(one({ code: { text: 'No known problems' } }).statement).toBe('none-known');
    expect(one({ code: { text: 'No known allergies' } }).statement).toBeUndefined();
  });
});

describe('dates: onset, abatement, recorded, date of diagnosis', () => {
  it('is listed by its onset, else by the date of diagnosis, else by when it was recorded', () => {
    const assertedDate = [
      { url: 'http://hl7.org/fhir/StructureDefinition/condition-assertedDate', valueDateTime: '2018-02' },
    ];
    expect(one({ onsetDateTime: '2017', extension: assertedDate, recordedDate: '2019' })).toMatchObject({
      when: { date: { sent: '2017' } },
      asserted: { sent: '2018-02' },
      recorded: { sent: '2019' },
    });
    expect(one({ extension: assertedDate, recordedDate: '2019' }).when).toMatchObject({
      date: { sent: '2018-02' },
    });
    expect(one({ recordedDate: '2019' }).when).toMatchObject({ date: { sent: '2019' } });
    expect(one({ onsetString: 'childhood', recordedDate: '2019' })).toMatchObject({
      when: { date: { sent: '2019' } },
      onset: { text: 'childhood' },
    });
    expect(one({ onsetString: 'childhood' }).when).toEqual({ kind: 'text', text: 'childhood' });
  });

  it('when it was recorded comes from Provenance where the record does not say', () => {
    const condition: FhirResource = { resourceType: 'Condition', id: 'c1' };
    const provenance: FhirResource = {
      resourceType: 'Provenance',
      target: [{ reference: 'Condition/c1' }],
      recorded: '2020-01-02T03:04:05Z',
    };
    expect(readRecords(problems, [condition], contextOf(provenance))[0]?.recorded?.instant).toBe(
      Date.UTC(2020, 0, 2, 3, 4, 5),
    );
  });
});

describe('the list', () => {
  it('current first; problem list, concerns, diagnoses; newest first; refuted and past last', () => {
    const active = { clinicalStatus: status('active') };
    const sorted = sortRecords(
      problems,
      read(
        { ...active, id: 'ED-1', onsetDateTime: '2026' },
        { ...active, id: 'PL-1', onsetDateTime: '2001' },
        { ...active, id: 'PL-2' },
        { ...active, id: 'PL-3', onsetDateTime: '2020' },
        { ...active, id: 'HC-1' },
        { ...active, id: 'PL-4', verificationStatus: status('refuted') },
        { id: 'PL-5', clinicalStatus: status('resolved') },
        { id: 'PL-6' },
      ),
    );
    expect(sorted.map((record) => record.source.id)).toEqual([
      'PL-3',
      'PL-1',
      'PL-2',
      'HC-1',
      'ED-1',
      'PL-4',
      'PL-6',
      'PL-5',
    ]);
  });

  it('folds a diagnosis of many visits, never two of another list, status or without a date', () => {
    const said = {
      code: { text: 'Hypertension' },
      clinicalStatus: status('active'),
      category: category('encounter-diagnosis'),
    };
    const groups = fold(
      problems,
      read(
        { ...said, recordedDate: '2019' },
        { ...said, recordedDate: '2020' },
        { ...said, recordedDate: '2020', category: category('problem-list-item') },
        { ...said, recordedDate: '2020', clinicalStatus: status('resolved') },
        said,
        said,
      ),
    );
    expect(groups.map((group) => group.records.length)).toEqual([2, 1, 1, 1, 1]);
  });

  it('severity, body sites, stage, evidence and notes are all there', () => {
    expect(
      one({
        severity: { text: 'Moderate' },
        bodySite: [{ text: 'Left knee' }, { text: 'Right knee' }],
        stage: [{ summary: { text: 'II' } }, 'x', null],
        evidence: [{ code: [{ text: 'Pain' }], detail: [{ display: 'X-ray' }] }, null],
        note: [{ text: 'a' }],
      }),
    ).toMatchObject({
      severity: { label: 'Moderate' },
      bodySites: [{ label: 'Left knee' }, { label: 'Right knee' }],
      stages: [{ label: 'II' }],
      evidence: ['Pain', 'X-ray'],
      notes: [{ text: 'a' }],
    });
  });
});
