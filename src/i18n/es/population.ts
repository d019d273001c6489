import type { population as english } from '#i18n/en/population.ts';
import type { Translation } from '#i18n/translation.ts';
import { count } from './count.ts';

/** Words of the page over a whole export: counts of people and of records. */
export const population: Translation<typeof english> = {
  'population.title': 'Población',
  'population.open': 'Población: edades, problemas de salud, registros por año',
  'population.back': 'Todos los pacientes',
  'population.of': ({ title }) => `Solo: ${title}`,
  'population.everybody': 'Mostrar a todos',
  'population.print': 'Imprimir',
  'population.save': 'Guardar como CSV',
  'population.types': 'Registros por tipo',
  'population.type': 'Tipo',
  'population.records': 'Registros',
  'population.ages': 'Edad y sexo',
  'population.ages-chart': 'Personas por edad y sexo; la tabla siguiente da los números',
  'population.age': 'Edad',
  'population.age-unknown': 'no se conoce',
  'population.age-over': ({ from }) => `${from} o más`,
  'population.female': 'Femenino',
  'population.male': 'Masculino',
  'population.other': 'Otro o no registrado',
  'population.people': ({ age, sex }) => `edad ${age}, ${sex}`,
  'population.years': 'Registros por año',
  'population.years-chart': 'Registros de pacientes por año; la tabla siguiente da los números',
  'population.year': 'Año',
  'population.undated': 'Sin fecha',
  'population.problems': 'Problemas de salud más frecuentes',
  'population.problems-what':
    'Problemas activos según su primer código tal como se envió; cada persona se cuenta una vez. Lo que está codificado de dos maneras se cuenta por separado.',
  'population.problem': 'Problema de salud',
  'population.no-problems': 'Los archivos no contienen problemas activos.',
  'population.more-problems': ({ n }) =>
    `${count(n, 'problema más', 'problemas más')}: todos están en el archivo CSV.`,
  'population.share': 'Del total',
  'population.show': ({ n, title }) => `Mostrar ${count(n, 'paciente', 'pacientes')}: ${title}`,
  'population.column-what': 'Qué',
  'population.column-group': 'Grupo',
  'population.column-n': 'Número',
  'population.patients': 'Pacientes',
  'population.died': 'Fallecidos',
};
