/** Everything that has arrived, by search, ready to be looked up by reference. */
import type { FhirResource } from './json.ts';
import type { SearchId } from './plan.ts';
import { createProvenanceIndex } from './provenance-index.ts';
import { createReferenceIndex } from './reference-index.ts';

type FullUrls = ReadonlyMap<string, string>;

export interface Arrivals {
  /** What a search brought; replaces what it brought before. */
  put(search: SearchId, resources: readonly FhirResource[], fullUrls: FullUrls): void;
  /** `Type/id` of a reference on this server; undefined where it leads elsewhere. */
  keyOf(reference: string): string | undefined;
  find(reference: unknown, within?: FhirResource): FhirResource | undefined;
  provenanceOf(record: FhirResource): readonly FhirResource[];
}

export function createArrivals(fhirBase: string): Arrivals {
  const bySearch = new Map<
    SearchId,
    { readonly resources: readonly FhirResource[]; readonly fullUrls: FullUrls }
  >();

  const build = () => {
    const references = createReferenceIndex(fhirBase);
    const provenance = createProvenanceIndex(references.keyOf);
    return { references, provenance };
  };
  let index = build();

  const take = (resources: readonly FhirResource[], fullUrls: FullUrls): void => {
    index.references.add(resources, fullUrls);
    index.provenance.add(resources);
  };

  return {
    put(search, resources, fullUrls) {
      const isAgain = bySearch.has(search);
      bySearch.set(search, { resources, fullUrls });
      if (!isAgain) {
        take(resources, fullUrls);
        return;
      }
      index = build();
      for (const one of bySearch.values()) take(one.resources, one.fullUrls);
    },
    keyOf: (reference) => index.references.keyOf(reference),
    find: (reference, within) => index.references.find(reference, within),
    provenanceOf: (record) => index.provenance.of(record),
  };
}
