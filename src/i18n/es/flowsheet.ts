import type { flowsheet as english } from '#i18n/en/flowsheet.ts';
import type { Translation } from '#i18n/translation.ts';
import { count } from './count.ts';

const ways = { up: 'subió', down: 'bajó', same: 'sin cambio' } as const;

/** Words of the flowsheet, of trends with several tests, and of units that were converted. */
export const flowsheet: Translation<typeof english> = {
  'sheet.legend': '▲ Alto · ▼ Bajo · ‼ Crítico · ◆ Anormal',
  'sheet.keys': 'Las teclas de flecha mueven la selección; Intro abre un resultado',
  'sheet.panel': 'Panel',
  'sheet.all-panels': 'Todos los paneles',
  'sheet.dates': 'Fechas',
  'sheet.all-dates': 'Todas las fechas',
  'sheet.last-months': ({ n }) => (n === 1 ? 'Último mes' : `Últimos ${n} meses`),
  'sheet.last-years': ({ n }) => (n === 1 ? 'Último año' : `Últimos ${n} años`),
  'sheet.chosen-dates': 'Desde … hasta …',
  'sheet.from': 'Desde',
  'sheet.to': 'Hasta',
  'sheet.find': 'Buscar una prueba',
  'sheet.size': ({ values, dates }) =>
    `${count(values, 'resultado', 'resultados')}, ${count(dates, 'fecha', 'fechas')}; primero lo más reciente`,
  'sheet.size-of': ({ values, all, dates }) =>
    `${values} de ${count(all, 'resultado', 'resultados')}, ${count(dates, 'fecha', 'fechas')}; primero lo más reciente`,
  'sheet.none': 'Ningún resultado cumple con todo lo que se eligió.',
  'sheet.abnormal-note':
    'Pruebas con un resultado anormal. Sus demás resultados se mantienen, porque una celda vacía significa que no se midió nada.',
  'sheet.undated-left-out': ({ n }) =>
    `${count(n, 'resultado', 'resultados')} sin fecha no ${n === 1 ? 'está incluido' : 'están incluidos'}.`,

  'results.critical-strip': 'Resultados críticos',
  'results.critical-span': ({ n, recent }) =>
    `${count(n, 'crítico', 'críticos')} en total, ${recent} en los últimos 90 días`,
  'results.critical-more': ({ n }) => `y ${count(n, 'más antiguo', 'más antiguos')}, en las filas de abajo`,
  'results.other-group': 'Otras pruebas',
  'lab-group.chemistry': 'Química',
  'lab-group.kidney': 'Riñón',
  'lab-group.liver': 'Hígado y páncreas',
  'lab-group.diabetes': 'Glucosa y diabetes',
  'lab-group.lipids': 'Lípidos',
  'lab-group.blood': 'Hemograma',
  'lab-group.anemia': 'Hierro y anemia',
  'lab-group.coagulation': 'Coagulación',
  'lab-group.thyroid': 'Tiroides',
  'lab-group.hormones': 'Hormonas y embarazo',
  'lab-group.vitamins': 'Vitaminas, oligoelementos, plomo',
  'lab-group.heart': 'Corazón y músculo',
  'lab-group.inflammation': 'Inflamación e inmunidad',
  'lab-group.tumor': 'Marcadores tumorales y proteínas',
  'lab-group.gases': 'Gases en sangre',
  'lab-group.urine': 'Análisis de orina',
  'lab-group.drugs': 'Niveles de fármacos y toxicología',
  'lab-group.infection': 'Infección',
  'lab-group.microbiology': 'Microbiología y heces',
  'lab-group.blood-bank': 'Banco de sangre y pruebas de detección',

  'trend.range-label': 'Período mostrado',
  'trend.all-time': 'Todo',
  'trend.years': ({ n }) => count(n, 'año', 'años'),
  'trend.months': ({ n }) => count(n, 'mes', 'meses'),
  'trend.outside': ({ n }) =>
    `${count(n, 'valor más antiguo queda', 'valores más antiguos quedan')} fuera de este período.`,
  'limit.above': ({ value }) => `más de ${value}`,
  'limit.below': ({ value }) => `menos de ${value}`,
  'limit.at-least': ({ value }) => `al menos ${value}`,
  'limit.at-most': ({ value }) => `como máximo ${value}`,
  'trend.pressures': ({ systolic, diastolic }) =>
    `sistólica ${ways[systolic]}, diastólica ${ways[diastolic]}; `,
  'trend.limits': ({ n }) =>
    `${count(n, 'valor es solo un límite', 'valores son solo límites')} (más o menos de un número). Un triángulo señala hacia dónde está el valor real, y la línea se interrumpe ahí.`,
  'trend.limits-alone':
    'Aquí solo se informaron límites (más o menos de un número), por eso no hay línea. Los triángulos señalan hacia dónde están los valores reales.',
  'trend.band-of': ({ name }) =>
    `El intervalo que se dibuja es el de ${name}. Los de las demás pruebas están junto a cada valor y en la tabla.`,
  'trend.compare': 'Comparar con',
  'trend.compare-none': 'otra prueba…',
  'trend.compare-remove': ({ name }) => `Quitar ${name}`,
  'trend.converted': ({ n, unit }) => `${count(n, 'valor convertido', 'valores convertidos')} a ${unit}.`,

  'units.label': 'Unidades',
  'units.sent': 'Como se enviaron',
  'units.metric': 'Métricas',
  'units.us': 'De EE. UU.',
  'units.converted': 'convertido',
  'units.converted-from': ({ sent }) => `convertido a partir de ${sent}`,
  'units.unavailable':
    'No se pudo cargar la tabla de unidades, por lo que los valores aparecen en las unidades en que se enviaron.',

  'members.part-of': 'Parte de',
  'members.title': ({ n }) => `${count(n, 'resultado', 'resultados')} en este panel`,
  'members.missing': ({ n }) =>
    `${count(n, 'resultado', 'resultados')} de este panel no ${n === 1 ? 'llegó' : 'llegaron'}.`,
};
