import type { identity as english } from '#i18n/en/identity.ts';
import type { Translation } from '#i18n/translation.ts';
import { count } from './count.ts';

/** `en/identity.ts` in Spanish. */
export const identity: Translation<typeof english> = {
  'age.days': ({ n }) => count(n, 'día', 'días'),
  'age.weeks': ({ n }) => count(n, 'semana', 'semanas'),
  'age.months': ({ n }) => count(n, 'mes', 'meses'),
  'age.years': ({ n }) => count(n, 'año', 'años'),
  'age.about-days': ({ n }) => `alrededor de ${count(n, 'día', 'días')}`,
  'age.about-weeks': ({ n }) => `alrededor de ${count(n, 'semana', 'semanas')}`,
  'age.about-months': ({ n }) => `alrededor de ${count(n, 'mes', 'meses')}`,
  'age.about-years': ({ n }) => `alrededor de ${count(n, 'año', 'años')}`,
  'age.under-year': 'alrededor de 1 año o menos',
  'age.under-month': 'alrededor de 1 mes o menos',

  'sex.male': 'Masculino',
  'sex.female': 'Femenino',
  'sex.other': 'Otro',
  'sex.unknown': 'Desconocido',
  'sex.declined': 'Se preguntó, sin respuesta',

  'patient.unnamed': 'Nombre no registrado',
  'patient.chart-number': 'N.º de expediente',
  'patient.number': 'N.º',
  'mark.unconfirmed': 'Sin confirmar',
  'mark.presumed': 'Se presume',
  'mark.provisional': 'Provisional',
  'mark.differential': 'Diferencial: una de varias posibilidades',
  'mark.refuted': 'Se descartó: se comprobó que no es así',
  'allergy.unnamed': 'Alergia sin nombre',
};
