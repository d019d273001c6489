// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import { fakeReading } from '#chart/kit/fake-reading.ts';
import { type Drawn, renderChart } from '#chart/kit/render-chart.tsx';
import { problems } from '#fhir/problems.ts';
import { readRecords } from '#fhir/kind.ts';
import { sample, sampleContext } from '#fhir/record-samples.ts';
import { speak } from '#i18n/speech.ts';
import '#i18n/later.ts';
import { ProvenanceNote } from './ProvenanceNote.tsx';

let drawn: Drawn | undefined;
afterEach(async () => {
  drawn?.remove();
  await speak({ language: 'en' });
});

const roles = 'http://terminology.hl7.org/CodeSystem/provenance-participant-type';
const condition = sample('Condition', { id: '1', code: { text: 'Asthma' } });
const agent = (type: object, display: string) => ({ type, who: { display } });
const provenance = sample('Provenance', {
  id: 'p',
  target: [{ reference: 'Condition/1' }],
  agent: [
    agent(
      { coding: [{ system: roles, code: 'author', display: 'Author' }], text: 'Author' },
      'EXAMPLE, NORA',
    ),
    agent({ coding: [{ system: roles, code: 'author' }], text: 'Scribe of the night' }, 'NIGHT, NILS'),
    agent({ text: 'Transmitter' }, 'Coastal'),
  ],
});

async function note(): Promise<string> {
  const [record] = readRecords(problems, [condition], sampleContext([condition]));
  const reading = {
    ...fakeReading({ patientId: 'p1', resources: [condition] }),
    provenanceOf: () => [provenance],
  };
  drawn = await renderChart(<ProvenanceNote record={record!} />, { reading });
  return drawn.text();
}

test('roles of HL7 are said in the reader’s language, others and other wordings as they were sent', async () => {
  expect(await note()).toContain('Author: EXAMPLE, NORA');
  drawn?.remove();
  await speak({ language: 'es' });
  const spanish = await note();
  expect(spanish).toContain('Autor: EXAMPLE, NORA');
  expect(spanish).toContain('Scribe of the night: NIGHT, NILS');
  expect(spanish).toContain('Transmitter: Coastal');
});
