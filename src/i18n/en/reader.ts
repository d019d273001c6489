/** Words of the choices a reader has: language, and whose words. Each language is named in its own. */
export const reader = {
  'language.choose': 'Language',
  'language.en': 'English',
  'language.es': 'Español',
  'language.now': 'This page is now in English. What the record says stays as it was written.',
  'language.not-loaded': 'The words could not be loaded, so the page stays as it was. Try again in a moment.',
  'wording.clinician': 'Clinical words',
  'wording.patient': 'Plain words',
  'wording.now-clinician': 'The chart now uses clinical words.',
  'wording.now-patient': 'The chart now has plain words beside the clinical ones.',
} as const;
