/**
 * Addresses of MedlinePlus Connect, the patient education service of the U.S. National Library of Medicine (its web
 * application, an HL7 Infobutton: https://medlineplus.gov/medlineplus-connect/web-application/). Only a code, its code
 * system and the language go into one; nothing is asked of it before somebody follows the link.
 */
import { isLoincCode, isSnomedCode } from '#fhir/check-digit.ts';
import { cpt, icd10cm, icd9cm, loinc, ndc, rxnorm, snomed } from '#fhir/code-systems.ts';
import type { Coding } from '#fhir/concept.ts';
import type { Language } from '#i18n/language.ts';

const service = 'https://connect.medlineplus.gov/application';

/**
 * The code systems it knows, by object identifier, with the form of their codes: what stands in a record's `code` and is
 * none may be anything, a name too, and goes nowhere. It knows no vaccine codes (CVX).
 */
const systems: Readonly<
  Record<string, readonly [oid: string, form: RegExp, check?: (code: string) => boolean]>
> = {
  [loinc]: ['2.16.840.1.113883.6.1', /^\d{1,6}-\d$/, isLoincCode],
  [snomed]: ['2.16.840.1.113883.6.96', /^\d{6,18}$/, isSnomedCode],
  [icd10cm]: ['2.16.840.1.113883.6.90', /^[A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?$/i],
  [icd9cm]: ['2.16.840.1.113883.6.103', /^[EV]?\d{2,4}(?:\.\d{1,2})?$/i],
  [rxnorm]: ['2.16.840.1.113883.6.88', /^\d{1,8}$/],
  [ndc]: ['2.16.840.1.113883.6.69', /^(?:\d{10,11}|\d{4,5}-\d{3,4}-\d{1,2})$/],
  [cpt]: ['2.16.840.1.113883.6.12', /^\d{4}[0-9A-Z]$/i],
};

/** The order in which one of several codings is chosen: the more a code says, the earlier. */
const order = [rxnorm, ndc, icd10cm, snomed, icd9cm, cpt, loinc];

/** Where MedlinePlus tells of one of these codes; undefined where it knows none of their systems. */
export function medlinePlusUrl(
  codings: readonly Pick<Coding, 'system' | 'code'>[],
  language: Language,
): string | undefined {
  for (const system of order) {
    const [oid, form, check = () => true] = systems[system]!;
    const fits = (code: string): boolean => form.test(code) && check(code);
    const code = codings.find((coding) => coding.system === system && fits(coding.code ?? ''))?.code;
    if (code === undefined) continue;
    const url = new URL(service);
    url.searchParams.set('mainSearchCriteria.v.cs', oid);
    url.searchParams.set('mainSearchCriteria.v.c', code);
    url.searchParams.set('informationRecipient.languageCode.c', language);
    return url.href;
  }
  return undefined;
}
