/** A search's pages: malformed Bundles, entries that are no records, links that lead in circles or away. */
import * as fc from 'fast-check';
import { accountFor } from '#fhir/accounting.ts';
import { mostEntries, mostPages } from '#fhir/bundle.ts';
import { openClient } from '#fhir/client.ts';
import { failureWords } from '#chart/kit/failure-words.ts';
import { FhirError } from '#fhir/failure.ts';
import { officePlan } from '#fhir/plan.ts';
import { createArrivals } from '#fhir/reading-arrivals.ts';
import { readSearch } from '#fhir/reading-search.ts';
import { createRefusedParameters } from '#fhir/refused-parameters.ts';
import { mutantOf, mutantText, wireText } from './mutate.ts';
import { patientId, samplesOf } from './record-mutants.ts';
import { must, type Subject } from './subject.ts';

const base = 'https://fhir.example.org/api/fhir/r4';
const search = officePlan(patientId).find(({ type }) => type === 'Observation')!;

const page = (from: number, to: number, next?: string): object => ({
  resourceType: 'Bundle',
  type: 'searchset',
  total: 6,
  link: [
    { relation: 'self', url: `${base}/Observation` },
    ...(next ? [{ relation: 'next', url: next }] : []),
  ],
  entry: [
    ...samplesOf('laboratory').slice(from, to),
    {
      resourceType: 'Provenance',
      id: `v${from}`,
      target: [{ reference: 'Observation/x' }],
      recorded: '2026-01-01T00:00:00Z',
    },
  ].map((resource) => ({
    fullUrl: `${base}/Observation/${resource.id}`,
    resource,
    search: { mode: resource.resourceType === 'Provenance' ? 'include' : 'match' },
  })),
});

/** Addresses of the pages: a mutant that copies one of them leads in a circle. */
const first = page(0, 3, `${base}?page=1`);
const samples = [first, page(3, 6, `${base}?page=0`), page(3, 6)];

/** A text goes over the wire as it is. */
function textOf(sent: unknown): string {
  return typeof sent === 'string' ? sent : wireText(sent);
}

export const bundleSubject: Subject = {
  id: 'bundle',
  batch: 1,
  cases: fc.array(
    fc.oneof(
      { weight: 8, arbitrary: mutantOf<unknown>(samples) },
      { weight: 1, arbitrary: fc.constantFrom<unknown>(...samples) },
      { weight: 1, arbitrary: mutantText([JSON.stringify(first)]) },
    ),
    { minLength: 1, maxLength: 3 },
  ),
  async holds(input) {
    const pages = input as readonly unknown[];
    let asked = 0;
    let strange: string | undefined;
    const client = openClient({
      fhirBase: base,
      documents: [],
      fhirVersion: 'R4',
      fetch: (url) => {
        asked += 1;
        if (!/^https:\/\/fhir\.example\.org\/api\/fhir\/r4(?:[/?]|$)/.test(url as string))
          strange = url as string;
        // Page after page, whatever address the last one named, and round again: servers do.
        return Promise.resolve(
          new Response(textOf(pages[(asked - 1) % pages.length]), {
            headers: { 'content-type': 'application/fhir+json' },
          }),
        );
      },
    });
    try {
      const refused = createRefusedParameters();
      refused.provenanceRefused(search.type, { kind: 'refused', status: 403 });
      const { answer, fullUrls } = await readSearch(search, (url, what) => client.get(url(), what, 'token'), {
        patientId,
        refused,
        whole: new Map(),
      });
      const { records, included, unreadable, foreign, more } = answer;
      must(typeof more === 'boolean' && Number.isInteger(foreign), () => 'The answer is not whole.');
      must(
        records.length + included.length + unreadable.length + foreign <= mostEntries,
        () => 'More entries were taken in than there may be.',
      );
      const arrivals = createArrivals(base);
      arrivals.put(search.id, [...records, ...included], fullUrls);
      const context = {
        patientId,
        resolve: arrivals.find,
        provenanceOf: arrivals.provenanceOf,
      };
      const account = accountFor(records, context, included);
      must(
        account.shown + account.folded + account.hidden + account.attached === account.received,
        () => `Of ${account.received} records ${JSON.stringify(account)}.`,
      );
    } catch (error) {
      if (!(error instanceof FhirError)) throw error;
      must(failureWords(error.failure).trim() !== '', () => `No words for ${error.failure.kind}.`);
    }
    must(strange === undefined, () => `The token went to ${strange}.`);
    must(asked <= mostPages, () => `One search asked for ${asked} pages.`);
  },
};
