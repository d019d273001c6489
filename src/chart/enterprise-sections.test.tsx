// @vitest-environment jsdom
/** Records in the forms that NextGen Enterprise was recorded to send them in, as a reader sees them. */
import type { ReactNode } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import type { FhirResource } from '#fhir/json.ts';
import { planFor } from '#fhir/plan.ts';
import { Allergies } from './allergies/Allergies.tsx';
import { Devices } from './devices/Devices.tsx';
import { Documents } from './documents/Documents.tsx';
import { Encounters } from './encounters/Encounters.tsx';
import { answerOf } from './kit/fake-reading.ts';
import { personReading } from './kit/person-reading.ts';
import './kit/RecordDetails.tsx';
import { type Drawn, renderChart } from './kit/render-chart.tsx';
import { Other } from './other/Other.tsx';
import { SocialHistory } from './social-history/SocialHistory.tsx';

let drawn: Drawn;
afterEach(() => drawn.remove());

type Sent = FhirResource & { readonly id: string };

const about = { subject: { reference: 'Patient/p1' } };
const patient = { patient: { reference: 'Patient/p1' } };
const searches = planFor('enterprise', 'R4', 'p1');

/** The section with the first of the records open. */
async function open(view: ReactNode, ...records: readonly [Sent, ...Sent[]]): Promise<Drawn> {
  const states = Object.fromEntries(
    searches.map(({ id, type }) => [id, answerOf(records.filter((one) => one.resourceType === type))]),
  );
  const [{ resourceType, id }] = records;
  drawn = await renderChart(view, {
    reading: personReading([{ resourceType: 'Patient', id: 'p1' }, ...records], { searches, states }),
    path: `/chart/x/${resourceType}/${id}`,
  });
  return drawn;
}

function facts({ box }: Drawn): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...box.querySelectorAll('.facts > div')].map((one) => [
      one.querySelector('dt')!.textContent,
      one.querySelector('dd')!.textContent,
    ]),
  );
}

describe('an explanation of benefit', () => {
  const usd = (value: number) => ({ value, currency: 'USD' });
  const benefit = {
    resourceType: 'ExplanationOfBenefit',
    id: 'e1',
    status: 'active',
    type: { coding: [{ code: 'professional', display: 'Professional' }] },
    use: 'claim',
    ...patient,
    billablePeriod: { start: '2026-02-01', end: '2026-02-01' },
    created: '2026-03-02',
    provider: { reference: 'Organization/12', display: 'Main Street Clinic' },
    insurer: { display: 'Sunrise Health' },
    outcome: 'complete',
    disposition: 'Settled as per contract',
    item: [
      {
        sequence: 1,
        productOrService: { coding: [{ code: '99213', display: 'Office visit' }] },
        servicedDate: '2026-02-01',
        net: usd(125.5),
        adjudication: [
          { category: { text: 'Eligible' }, amount: usd(110) },
          { category: { text: 'Paid' }, amount: usd(100), reason: { text: 'Fee schedule' } },
        ],
      },
      { sequence: 2, quantity: { value: 4 }, unitPrice: usd(2), net: usd(8) },
      { sequence: 3, quantity: { value: 1 } },
    ],
    adjudication: [{ category: { text: 'Deductible' }, amount: usd(33.5) }],
    processNote: [{ text: 'Send the form.' }, { number: 2 }],
    total: [{ category: { coding: [{ code: 'submitted' }] }, amount: usd(133.5) }],
    payment: { amount: usd(100), date: '2026-03-10' },
  };

  test('status, type, dates, provider, services and totals, as sent', async () => {
    expect(facts(await open(<Other />, benefit))).toMatchObject({
      Kind: 'Explanation of benefit',
      Status: 'Active',
      Date: 'Feb 1, 2026',
      'Kind of claim': 'Professional',
      Use: 'A claim for what was done',
      'Billed for': 'Feb 1, 2026',
      'Of the whole claim': 'Deductible 33.5 USD',
      'Notes of the insurer': 'Send the form.',
      Outcome: 'Worked through, Settled as per contract',
      Provider: 'Main Street Clinic',
      Insurer: 'Sunrise Health',
      Written: 'Mar 2, 2026',
      Services:
        'Office visit, Feb 1, 2026, 125.5 USD (Eligible 110 USD, Paid 100 USD: Fee schedule)\na service, 4 at 2 USD, 8 USD\na service, 1',
      Totals: 'submitted 133.5 USD',
      Paid: '100 USD, Mar 10, 2026',
    });
  });

  test('a code that FHIR does not have stands as it was sent', async () => {
    const said = facts(await open(<Other />, { ...benefit, use: 'appeal', outcome: 'constructor' }));
    expect(said).toMatchObject({ Use: 'appeal', Outcome: 'constructor, Settled as per contract' });
  });

  test('with nothing but its type it is listed, and says nothing it was not sent', async () => {
    const said = facts(await open(<Other />, { resourceType: 'ExplanationOfBenefit', id: 'e2' }));
    expect(said).toEqual({ Kind: 'Explanation of benefit' });
  });
});

describe('a filled-in questionnaire', () => {
  const absent = (valueCode: string) => ({
    extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode }],
  });
  const form = {
    resourceType: 'QuestionnaireResponse',
    id: 'q1',
    status: 'completed',
    ...about,
    item: [
      { linkId: 'a', text: 'Figures', answer: [{ valueDecimal: 1.5 }, { valueInteger: 3 }] },
      {
        linkId: 'b',
        text: 'Dates',
        answer: [
          {
            valueDate: '2026',
            item: [{ linkId: 'b1', text: 'Below an answer', answer: [{ valueString: 'rain' }] }],
          },
          { valueDateTime: '2026-05' },
          { valueTime: '10:30:00' },
        ],
      },
      {
        linkId: 'c',
        text: 'The rest',
        answer: [
          { valueUri: 'urn:x' },
          { valueCoding: { display: 'Often' } },
          { valueCoding: { code: 'LA6' } },
          { valueQuantity: { value: 2, unit: 'kg' } },
          { valueReference: { display: 'Dr. Ng' } },
          { valueAttachment: { title: 'scan.pdf' } },
          { valueBoolean: false },
        ],
      },
      { linkId: 'd', answer: [{ valueOdd: { a: 1 } }] },
      {
        linkId: 'e',
        text: 'Declined',
        answer: [
          {
            _valueString: absent('asked-declined'),
            item: [{ linkId: 'e1', text: 'And yet', answer: [{ valueString: 'more' }] }],
          },
        ],
      },
    ],
  };

  test('every type of answer, answers below answers, and why there is none', async () => {
    const page = await open(<SocialHistory />, form);
    const answers = [...page.box.querySelectorAll<HTMLElement>('.answers > div')];
    expect(
      answers.map((one) => [
        Number(one.dataset['depth']),
        ...[...one.children].map(({ textContent }) => textContent),
      ]),
    ).toEqual([
      [0, 'Figures', '1.5, 3'],
      [0, 'Dates', '2026, May 2026, 10:30:00'],
      [1, 'Below an answer', 'rain'],
      [0, 'The rest', 'urn:x, Often, LA6, 2 kg, Dr. Ng, scan.pdf, No'],
      [0, 'd', 'A value this app cannot show: read the raw record'],
      [0, 'Declined', 'Asked; the patient declined to answer'],
      [1, 'And yet', 'more'],
    ]);
  });
});

describe('documents', () => {
  const nobody = { reference: 'http://terminology.hl7.org/CodeSystem/v3-NullFlavor' };
  const note = {
    resourceType: 'DocumentReference',
    id: 'd1',
    status: 'current',
    type: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code: 'unknown' }],
    },
    category: [{ text: 'Clinical Note' }],
    ...about,
    author: [nobody],
    custodian: nobody,
    content: [
      {
        attachment: {
          contentType: 'application/pdf',
          url: 'https://fhir.nextgen.com/nge/prod/fhir-api-r4/fhir/R4/document/pdf-0B8C',
        },
      },
    ],
  };

  test('one of unknown type is named by what it says of itself; a null flavour is nobody’s name', async () => {
    const page = await open(<Documents />, note);
    expect(page.box.querySelector('tbody tr')?.textContent).toContain('Clinical Note');
    expect(Object.keys(facts(page))).not.toContain('Author');
    expect(Object.keys(facts(page))).not.toContain('Kept by');
    expect(page.box.querySelector('tbody')?.textContent).not.toContain('NullFlavor');
  });

  test('its title before its category, and words of the sender’s own before both', async () => {
    const titled = {
      ...note,
      content: [{ attachment: { ...note.content[0]!.attachment, title: 'Visit summary' } }],
    };
    expect((await open(<Documents />, titled)).box.querySelector('tbody')?.textContent).toContain(
      'Visit summary',
    );
    drawn.remove();
    const worded = { ...titled, type: { ...note.type, text: 'Letter' } };
    expect((await open(<Documents />, worded)).box.querySelector('tbody')?.textContent).toContain('Letter');
  });

  test('an author who cannot be read is shown as sent', async () => {
    const page = await open(<Documents />, { ...note, author: [{ reference: 'Organization/0001' }] });
    expect(facts(page)['Author']).toBe('Organization/0001');
  });
});

describe('concepts with no code, or nothing but text', () => {
  test.each<[string, () => ReactNode, Sent, string]>([
    [
      'a visit’s reason',
      Encounters,
      {
        resourceType: 'Encounter',
        id: '1',
        status: 'finished',
        ...about,
        reasonCode: [{ coding: [{ display: 'Cough' }] }],
      },
      'Cough',
    ],
    [
      'a device’s type',
      Devices,
      {
        resourceType: 'Device',
        id: '1',
        ...patient,
        type: { coding: [{ system: 'http://snomed.info/sct', display: 'Pacemaker' }] },
      },
      'Pacemaker',
    ],
    [
      'an allergy’s text',
      Allergies,
      { resourceType: 'AllergyIntolerance', id: '1', ...patient, code: { text: 'Bee sting' } },
      'Bee sting',
    ],
  ])('%s', async (_, Section, record, words) => {
    const page = await open(<Section />, record);
    expect(page.box.querySelector('tbody')?.textContent).toContain(words);
  });

  test('an observation whose category is text alone is placed by it', async () => {
    const tobacco = {
      resourceType: 'Observation',
      id: 'o1',
      status: 'final',
      ...about,
      category: [{ text: 'Social History' }],
      code: { text: 'Tobacco use' },
      valueString: 'never',
    };
    expect((await open(<SocialHistory />, tobacco)).box.querySelector('tbody')?.textContent).toContain(
      'Tobacco use',
    );
  });
});
