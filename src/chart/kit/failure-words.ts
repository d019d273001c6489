import type { FhirFailure } from '#fhir/failure.ts';
import { t } from '#i18n/translate.ts';

/** Why something could not be read, in one sentence. */
export function failureWords(failure: FhirFailure): string {
  switch (failure.kind) {
    case 'unreachable':
    case 'broken':
      return t(`failure.${failure.reason}`);
    default:
      return t(`failure.${failure.kind}`);
  }
}
