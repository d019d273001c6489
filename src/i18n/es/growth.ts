import type { growth as english } from '#i18n/en/growth.ts';
import type { Translation } from '#i18n/translation.ts';
import { count } from './count.ts';

/** Words of child growth. A percentile is "percentil 3", without an ordinal. */
export const growth: Translation<typeof english> = {
  'growth.title': 'Crecimiento',
  'growth.weight': 'Peso',
  'growth.stature': 'Estatura',
  'growth.length': 'Longitud',
  'growth.head': 'Perímetro cefálico',
  'growth.bmi': 'IMC',
  'growth.who': 'Estándares de la OMS, del nacimiento a los 2 años',
  'growth.cdc': 'Referencia de los CDC, de 2 a 20 años',
  'growth.who-short': 'OMS',
  'growth.cdc-short': 'CDC',
  'growth.percentile': ({ percentile }) => `percentil ${percentile}`,
  'growth.worked-out': ({ percentile, reference }) =>
    `percentil ${percentile} (${reference}), calculado aquí`,
  'growth.worked-out-corrected': ({ percentile, reference }) =>
    `percentil ${percentile} (${reference}) para la edad corregida, calculado aquí`,
  'growth.z': ({ z }) => `z ${z}`,
  'growth.age': 'Edad',
  'growth.derived': 'calculado aquí',
  'growth.measured': 'Medición',
  'growth.percentile-column': 'Percentil',
  'growth.z-column': 'Puntuación z',
  'growth.which': 'Qué intervalo de edad',
  'growth.chart-label': ({ name, n, first, last }) =>
    `${name} según la edad, ${count(n, 'valor', 'valores')}, de ${first} a ${last}`,
  'growth.months': ({ n }) => `${n} m`,
  'growth.years': ({ n }) => `${n} a`,
  'growth.age-years': ({ years, months }) =>
    months === 0
      ? count(years, 'año', 'años')
      : `${count(years, 'año', 'años')} y ${count(months, 'mes', 'meses')}`,
  'growth.age-months': ({ n }) => count(n, 'mes', 'meses'),
  'growth.age-days': ({ n }) => count(n, 'día', 'días'),
  'growth.note':
    'Esta aplicación calcula los percentiles y las puntuaciones z a partir de las mediciones: los Estándares de Crecimiento Infantil de la OMS (2006) hasta los 2 años y, después, la referencia de crecimiento de los CDC de 2000, con el método ampliado de los CDC para el IMC (2022) por encima del percentil 95. Nadie los ingresó en el expediente.',
  'growth.corrected': ({ weeks, days }) =>
    `Nacimiento a las ${count(weeks, 'semana', 'semanas')}${days === 0 ? '' : ` y ${count(days, 'día', 'días')}`} de gestación: hasta los 2 años, las edades se corrigen según la fecha prevista de parto.`,
  'growth.corrected-age': ({ age }) => `${age} (edad corregida)`,
  'growth.uncorrected': 'Edades desde la fecha de nacimiento',
  'growth.corrected-switch': 'Edades corregidas',
  'growth.before-term': ({ n }) =>
    `${count(n, 'medición anterior', 'mediciones anteriores')} a la fecha prevista de parto: estas referencias comienzan al término del embarazo.`,
  'growth.no-sex':
    'Las referencias de crecimiento son distintas según el sexo, y este expediente no indica ninguno o indica varios. Las mediciones están en “Por fecha”.',
  'growth.no-birth':
    'El expediente no contiene una fecha de nacimiento completa, por lo que no se pueden calcular las edades.',
  'growth.none':
    'Ningún dato de peso, estatura, perímetro cefálico o IMC con fecha y unidad conocida está en este intervalo de edad.',
  'growth.units': ({ n }) =>
    `${count(n, 'medición', 'mediciones')} en una unidad que no se puede convertir no se ${n === 1 ? 'grafica' : 'grafican'}.`,
  'growth.failed': 'No se pudieron cargar las referencias de crecimiento.',
  'growth.again': 'Intentar de nuevo',
  'growth.nth': ({ n }) => `${n}`,
  'growth.below': ({ n }) => `inferior a ${n}`,
  'growth.above': ({ n }) => `superior a ${n}`,
};
