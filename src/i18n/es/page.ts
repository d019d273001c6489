import type { page as english } from '#i18n/en/page.ts';
import type { Translation } from '#i18n/translation.ts';

/** Words that lie in the page before any script runs. */
export const page: Translation<typeof english> = {
  'page.not-loaded': 'La aplicación no se pudo cargar por completo. Cargue la página de nuevo.',
  'page.no-script':
    'Esta aplicación necesita JavaScript. Permítalo para esta dirección y cargue la página de nuevo.',
};
