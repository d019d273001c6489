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
  'population.year-patients': 'Pacientes por año',
  'population.kind': 'Tipo de registro',
  'population.all-kinds': 'Todos los registros',
  'population.records-of': ({ kind }) => `${kind}: registros por año`,
  'population.patients-of': ({ kind }) => `${kind}: pacientes por año`,
  'population.years-chart': ({ kind }) => `${kind}: registros por año; la tabla siguiente da los números`,
  'population.year-patients-chart': ({ kind }) =>
    `${kind}: pacientes por año; la tabla siguiente da los números`,
  'population.years-what':
    'Los registros se cuentan tal como están en los archivos. Los pacientes son quienes tienen al menos un registro de ese tipo y año, cada uno una vez, según su expediente; un registro ingresado por error no cuenta a nadie.',
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
  'population.a1c': 'Última hemoglobina A1c',
  'population.a1c-what':
    'Cada paciente una vez, según el último resultado con valor (LOINC 4548-4, 17856-6, 4549-2, 17855-8, 71875-9), en porcentaje tal como se envió. Un valor entre dos clases (6.45) cuenta en la inferior; un límite (> 14), solo donde no puede ser de otra clase. Lo que no está en ninguna clase se cuenta debajo de ellas. Una fecha sin día cuenta como su primer día; lo cancelado o ingresado por error no cuenta.',
  'population.a1c-chart':
    'Pacientes según su última hemoglobina A1c en porcentaje; la tabla siguiente da los números',
  'population.a1c-class': 'Hemoglobina A1c',
  'population.a1c-people': ({ group }) => `última hemoglobina A1c: ${group}`,
  'population.a1c-bound': 'Un límite que corresponde a más de una clase',
  'population.a1c-unit': 'Otra unidad, o ninguna',
  'population.a1c-no-number': 'Sin número, o con uno que no se puede tomar tal cual',
  'population.a1c-same-day': 'Varios del último día, en clases distintas',
  'population.a1c-undated': 'Sin fecha',
  'population.a1c-none': 'Un resultado sin valor',
  'population.no-a1c': 'Los archivos no contienen ningún resultado así de nadie.',
  'population.show': ({ n, title }) => `Mostrar ${count(n, 'paciente', 'pacientes')}: ${title}`,
  'population.types-what':
    'Los registros por tipo y por año se cuentan tal como están en los archivos: lo que figura dos veces cuenta dos veces.',
  'population.left-out': 'Lo que no se cuenta como personas',
  'population.ambiguous': ({ n }) =>
    `${count(n, 'entrada', 'entradas')} de la lista no se ${n === 1 ? 'puede' : 'pueden'} distinguir de otra con el mismo identificador: fuera de todo número de personas.`,
  'population.undecided': ({ n }) =>
    `${count(n, 'registro', 'registros')} de los que los archivos no indican de quién son: se cuentan por tipo y por año, en ningún número de personas.`,
  'population.unnamed': ({ n }) =>
    `${count(n, 'registro', 'registros')} sin paciente: se cuentan solo por tipo.`,
  'population.without-record': ({ n }) =>
    `${count(n, 'persona', 'personas')} sin registro de paciente propio en los archivos: se cuentan, pero en ningún grupo de edad y sexo.`,
  'population.incomplete':
    'Algunos archivos no se pudieron leer completos: puede haber más de lo que aquí se cuenta.',
  'population.column-what': 'Qué',
  'population.column-group': 'Grupo',
  'population.column-n': 'Número',
  'population.patients': 'Pacientes',
  'population.died': 'Fallecidos',
};
