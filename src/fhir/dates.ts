/**
 * FHIR dates as sent. A date keeps its precision; one without a time never meets a time zone.
 * FHIR R4 §2.24.0.1 (date, dateTime, instant).
 */

export interface FhirDateTime {
  /** As it arrived. */
  readonly sent: string;
  readonly precision: 'year' | 'month' | 'day' | 'time';
  readonly year: number;
  /** 1–12 */
  readonly month: number | undefined;
  /** 1–31 */
  readonly day: number | undefined;
  /** Milliseconds since 1970 of a value with a time and a zone; undefined for a date. */
  readonly instant: number | undefined;
}

/** Every FHIR timing choice (`effective[x]`, `onset[x]`, `performed[x]`, …) in one shape. */
export type When =
  | { readonly kind: 'date'; readonly date: FhirDateTime }
  | {
      readonly kind: 'period';
      readonly start: FhirDateTime | undefined;
      readonly end: FhirDateTime | undefined;
    }
  /** An age ("at 12 years"), a range of ages, a schedule or free text: words only. */
  | { readonly kind: 'text'; readonly text: string };
