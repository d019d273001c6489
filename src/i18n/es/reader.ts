import type { reader as english } from '#i18n/en/reader.ts';
import type { Translation } from '#i18n/translation.ts';

export const reader: Translation<typeof english> = {
  'language.choose': 'Idioma',
  'language.en': 'English',
  'language.es': 'Español',
  'language.now': 'Esta página está ahora en español. Lo que dice el expediente queda como fue escrito.',
  'language.not-loaded':
    'No se pudieron cargar las palabras, así que la página queda como estaba. Inténtelo de nuevo en un momento.',
  'wording.clinician': 'Palabras clínicas',
  'wording.patient': 'Palabras sencillas',
  'wording.now-clinician': 'El expediente usa ahora palabras clínicas.',
  'wording.now-patient': 'El expediente tiene ahora palabras sencillas junto a las clínicas.',
};
