import type { menu as english } from '#i18n/en/menu.ts';
import type { Translation } from '#i18n/translation.ts';

/** Words of the reader's menu and of the keys. */
export const menu: Translation<typeof english> = {
  'chart.signed-in-as': ({ who }) => `Sesión iniciada como ${who}`,
  'chart.theme-system': 'Claro u oscuro, según el dispositivo',
  'chart.theme-ehr-light': ({ system }) => `Con el aspecto de ${system} (claro)`,
  'chart.theme-ehr-dark': ({ system }) => `Con el aspecto de ${system} (oscuro)`,
  'chart.theme-light': 'Claro',
  'chart.theme-dark': 'Oscuro',
  'chart.density-compact': 'Filas compactas',
  'chart.density-comfortable': 'Filas amplias',
  'chart.keys': 'Atajos de teclado',
  'chart.another-person': 'Abrir el expediente de otra persona',
  'chart.sign-out': 'Cerrar sesión',
  'keys.find': 'Buscar en el expediente',
  'keys.find-list': 'Buscar en esta lista',
  'keys.help': 'Esta ayuda',
  'keys.rows': 'Moverse por una lista',
  'keys.open': 'Abrir el registro',
  'keys.records': 'Registro anterior y siguiente, cuando hay uno abierto',
  'keys.close': 'Cerrar, volver',
};
