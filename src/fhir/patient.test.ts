import { afterEach, describe, expect, it } from 'vitest';
import { bannerIdentity } from './banner-identity.ts';
import { contextOf } from './context-of.ts';
import { readRecords } from './kind.ts';
import { patient, type PatientRecord } from './patient.ts';

const now = new Date(Date.UTC(2026, 6, 24, 12));
const usCore = 'http://hl7.org/fhir/us/core/StructureDefinition/';

function read(members: Record<string, unknown>): PatientRecord {
  return readRecords(patient, [{ resourceType: 'Patient', id: '428946492', ...members }], contextOf())[0]!;
}

function banner(members: Record<string, unknown>) {
  return bannerIdentity(read(members), now);
}

const zone = process.env['TZ'];
afterEach(() => {
  process.env['TZ'] = zone;
});

describe('identity: the name', () => {
  const official = { use: 'official', family: 'SMITH', given: ['DAVID'] };

  it('family first, with previous and preferred names apart', () => {
    const nickname = { use: 'nickname', given: ['Dave'] };
    const maiden = { use: 'maiden', family: 'JONES', given: ['DAVID'] };
    const ended = { use: 'usual', family: 'BROWN', period: { end: '2019' } };
    expect(banner({ name: [maiden, nickname, ended, official] })).toMatchObject({
      name: 'SMITH, DAVID',
      preferred: { label: 'Dave' },
      previous: [{ label: 'DAVID JONES' }, { label: 'BROWN' }],
    });
  });

  it.each([
    [[{ use: 'old', family: 'Shaw', period: { end: '2020-07-22' } }, { family: 'Baxter' }], 'Baxter'],
    [
      [
        { use: 'usual', family: 'A' },
        { use: 'temp', family: 'B' },
      ],
      'A',
    ],
    [[{ use: 'old', family: 'Only' }], 'Only'],
    [[{ text: '山田 太郎' }], '山田 太郎'],
    [[], { key: 'patient.unnamed' }],
  ])('%j', (name, shown) => {
    expect(banner({ name }).name).toEqual(shown);
  });
});

describe.each(['Etc/GMT+12', 'UTC', 'Pacific/Kiritimati'])('identity: birth date and age in %s', (tz) => {
  it('the date never moves, the age follows the reader’s calendar', () => {
    process.env['TZ'] = tz;
    expect(banner({ birthDate: '1987-02-20' })).toMatchObject({
      birth: { kind: 'date', date: { sent: '1987-02-20', day: 20 } },
      age: { key: 'age.years', values: { n: 39 } },
      ageIsAtDeath: false,
    });
    // Born "today" in the middle of the world: a day old at the date line's one side, not yet born on none.
    const days = { 'Etc/GMT+12': 0, UTC: 0 }[tz] ?? 1;
    expect(banner({ birthDate: '2026-07-24' }).age).toEqual({ key: 'age.days', values: { n: days } });
  });

  it('at death, by the day that was written', () => {
    process.env['TZ'] = tz;
    const dead = { birthDate: '1940-03-01', deceasedDateTime: '2021-02-28T23:50:00-11:00' };
    expect(banner(dead)).toMatchObject({
      deceased: true,
      died: { kind: 'date', date: { sent: '2021-02-28T23:50:00-11:00' } },
      age: { key: 'age.years', values: { n: 80 } },
      ageIsAtDeath: true,
    });
  });
});

describe('identity: age where something is missing', () => {
  it.each([
    [{ birthDate: '1950' }, { key: 'age.about-years', values: { n: 76 } }],
    [{}, undefined],
    [{ birthDate: 'unknown' }, undefined],
    [{ birthDate: '1950-01-01', deceasedBoolean: true }, undefined],
    [
      { birthDate: '1950-01-01', deceasedBoolean: false },
      { key: 'age.years', values: { n: 76 } },
    ],
    [{ birthDate: '2050-01-01' }, undefined],
  ])('%j', (members, age) => {
    expect(banner(members).age).toEqual(age);
  });

  it('a birth date in words is shown as sent; a death in words is a death', () => {
    expect(banner({ birthDate: 'unknown' }).birth).toEqual({ kind: 'text', text: 'unknown' });
    expect(banner({ deceasedDateTime: 'last year' })).toMatchObject({
      deceased: true,
      died: { text: 'last year' },
    });
  });
});

describe('identity: the chart number comes from an identifier, never from the id', () => {
  const practice = { reference: 'Organization/1673497' };
  const ehr = {
    system: 'http://terminology.hl7.org/CodeSystem/v2-0203',
    type: { text: 'Unique Id for EHR' },
    value: '428946492',
    assigner: practice,
  };
  const chart = { value: 'HF428946492', assigner: practice };
  const record = {
    type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'MR' }] },
    value: 'MR-7',
  };
  const social = { type: { coding: [{ code: 'SS' }] }, value: '123-45-6789', assigner: practice };

  it.each([
    ['no identifier, no number', [], undefined],
    [
      'the EHR’s own number, under a plain label',
      [ehr],
      { label: { key: 'patient.number' }, value: '428946492' },
    ],
    [
      'a number of the practice',
      [ehr, chart],
      { label: { key: 'patient.chart-number' }, value: 'HF428946492' },
    ],
    [
      'a medical record number first',
      [ehr, chart, record],
      { label: { key: 'patient.chart-number' }, value: 'MR-7' },
    ],
    ['not a social security number', [ehr, social], { label: { key: 'patient.number' }, value: '428946492' }],
    ['not an old one', [{ ...record, use: 'old' }], undefined],
    ['not one that has ended', [{ ...record, period: { end: '2019' } }], undefined],
    ['not one of somebody else', [{ value: 'X9', assigner: { reference: 'Organization/2' } }], undefined],
  ])('%s', (_, identifier, number) => {
    expect(banner({ identifier, managingOrganization: practice }).number).toEqual(number);
  });
});

describe('identity: sex, language, interpreter', () => {
  it.each([
    [{ gender: 'female' }, { key: 'sex.female' }],
    [{ gender: 'undifferentiated' }, 'undifferentiated'],
    [{ extension: [{ url: `${usCore}us-core-birthsex`, valueCode: 'M' }] }, { key: 'sex.male' }],
    [
      { gender: 'unknown', extension: [{ url: `${usCore}us-core-birthsex`, valueCode: 'M' }] },
      { key: 'sex.unknown' },
    ],
    [{}, undefined],
  ])('%j', (members, sex) => {
    expect(banner(members).sex).toEqual(sex);
  });

  it('the preferred language, and whether an interpreter is needed', () => {
    const language = (text: string, preferred?: boolean) => ({ language: { text }, preferred });
    const needs = {
      url: 'http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired',
      valueBoolean: true,
    };
    expect(
      banner({ communication: [language('English'), language('Spanish', true)], extension: [needs] }),
    ).toMatchObject({
      language: 'Spanish',
      interpreterNeeded: true,
    });
    const answer = (code: string) => ({
      url: `${usCore}us-core-interpreter-needed`,
      valueCoding: { system: 'http://snomed.info/sct', code },
    });
    expect(banner({ extension: [answer('373066001')] }).interpreterNeeded).toBe(true);
    expect(banner({ extension: [answer('373067005')] }).interpreterNeeded).toBe(false);
  });
});

describe('demographics: every US Core element', () => {
  it('race, ethnicity, tribe, sex, gender identity and pronouns', () => {
    const coding = (display: string) => ({ system: 'urn:oid:2.16.840.1.113883.6.238', code: '1', display });
    const record = read({
      extension: [
        {
          url: `${usCore}us-core-race`,
          extension: [
            { url: 'ombCategory', valueCoding: coding('White') },
            { url: 'ombCategory', valueCoding: coding('Asian') },
            { url: 'detailed', valueCoding: coding('Filipino') },
            { url: 'text', valueString: 'Mixed' },
          ],
        },
        {
          url: `${usCore}us-core-ethnicity`,
          extension: [{ url: 'ombCategory', valueCoding: coding('Hispanic or Latino') }],
        },
        {
          url: `${usCore}us-core-tribal-affiliation`,
          extension: [{ url: 'tribalAffiliation', valueCodeableConcept: { text: 'Shoshone' } }],
        },
        { url: `${usCore}us-core-sex`, valueCode: '248152002' },
        { url: `${usCore}us-core-genderIdentity`, valueCodeableConcept: { text: 'Female' } },
        {
          url: 'http://hl7.org/fhir/StructureDefinition/individual-pronouns',
          extension: [{ url: 'value', valueCodeableConcept: { text: 'she/her' } }],
        },
      ],
    });
    expect(record.demographics).toMatchObject({
      race: {
        text: 'Mixed',
        label: 'Mixed',
        categories: [{ display: 'White' }, { display: 'Asian' }],
        detailed: [{ display: 'Filipino' }],
      },
      ethnicity: { text: undefined, label: 'Hispanic or Latino' },
      tribes: ['Shoshone'],
      sex: { key: 'sex.female' },
      genderIdentities: ['Female'],
      pronouns: ['she/her'],
    });
  });

  it('practice, practitioners, contacts, links, and a chart no longer in use', () => {
    const record = read({
      active: false,
      managingOrganization: { reference: 'Organization/1', display: 'Main Street Clinic' },
      generalPractitioner: [{ display: 'Dr. Ng' }],
      contact: [
        {
          name: { given: ['Ann'] },
          relationship: [{ text: 'Mother' }],
          telecom: [{ value: '555' }],
          gender: 'female',
        },
      ],
      link: [{ other: { reference: 'Patient/2' }, type: 'replaced-by' }],
      multipleBirthInteger: 2,
      maritalStatus: { text: 'Married' },
    });
    expect(record).toMatchObject({
      practice: 'Main Street Clinic',
      practitioners: ['Dr. Ng'],
      contacts: [
        { name: { label: 'Ann' }, relationships: [{ label: 'Mother' }], gender: { key: 'sex.female' } },
      ],
      links: [{ name: 'Patient/2', type: 'replaced-by' }],
      multipleBirth: '2',
      maritalStatus: { label: 'Married' },
      marks: [{ phrase: { key: 'patient.inactive' } }, { phrase: { key: 'patient.replaced' } }],
    });
  });
});
