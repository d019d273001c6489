/**
 * The record's side of an opening: reading it, and the banner before React. A file of its own, loaded while the code
 * is exchanged, so that it does not stand before that (`docs/decisions/008-first-banner.md`).
 */
export { prepareFormats } from '#chart/kit/format.ts';
export { findPatients } from '#fhir/find-patients.ts';
export { startReading } from '#fhir/start-reading.ts';
export { fetchWordsAhead, speak } from '#i18n/speech.ts';
export { drawFirstBanner } from './sign-in/first-banner.ts';
