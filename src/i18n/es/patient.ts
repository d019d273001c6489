import type { patient as english } from '#i18n/en/patient.ts';
import type { Translation } from '#i18n/translation.ts';
import { count } from './count.ts';

type System = { readonly system: string };

const named = (list: readonly string[]): string => (list.length === 0 ? '' : `: ${list.join(', ')}`);

/** As in `sections.ts`: "No hay vacunas registradas en NextGen Office". */
const none =
  (nouns: string) =>
  ({ system }: System) =>
    `No hay ${nouns} en ${system}.`;

/** Las palabras de la aplicación para pacientes. `nouns` lleva su artículo, como en `sections.ts`. */
export const patient: Translation<typeof english> = {
  'section.demographics': 'Datos personales (demográficos)',
  'section.demographics.nouns': 'los datos personales',
  'section.demographics.none': none('datos personales registrados'),
  'section.problems': 'Problemas y preocupaciones de salud',
  'section.problems.nouns': 'los problemas o preocupaciones de salud',
  'section.problems.none': none('problemas ni preocupaciones de salud registrados'),
  'section.medications': 'Medicamentos (medicinas)',
  'section.medications.nouns': 'los medicamentos (medicinas)',
  'section.medications.none': none('medicamentos (medicinas) registrados'),
  'section.immunizations': 'Vacunas (inmunizaciones)',
  'section.immunizations.nouns': 'las vacunas (inmunizaciones)',
  'section.immunizations.none': none('vacunas (inmunizaciones) registradas'),
  'section.procedures': 'Operaciones y otros procedimientos',
  'section.procedures.nouns': 'las operaciones u otros procedimientos',
  'section.procedures.none': none('operaciones ni otros procedimientos registrados'),
  'section.results': 'Resultados de laboratorio (sangre y otros análisis)',
  'section.vitals': 'Signos vitales (presión arterial, peso y más)',
  'section.tests': 'Pruebas e imágenes (radiografías, tomografías y más)',
  'section.specimens': 'Muestras para análisis',
  'section.specimens.nouns': 'las muestras para análisis',
  'section.specimens.none': none('muestras para análisis registradas'),
  'section.reports': 'Informes de pruebas (informes diagnósticos)',
  'section.reports.nouns': 'los informes de pruebas (informes diagnósticos)',
  'section.reports.none': none('informes de pruebas (informes diagnósticos) registrados'),
  'section.encounters': 'Consultas (visitas)',
  'section.care-plan': 'Plan de atención (lo que se planea)',
  'section.goals': 'Objetivos de salud',
  'section.goals.nouns': 'los objetivos de salud',
  'section.goals.none': none('objetivos de salud registrados'),
  'section.devices': 'Dispositivos médicos (en el cuerpo o sobre él)',
  'section.devices.nouns': 'los dispositivos médicos',
  'section.devices.none': none('dispositivos médicos registrados'),
  'section.orders': 'Órdenes (pruebas y tratamientos pedidos)',
  'section.social-history': 'Vida diaria (historia social y cuestionarios de detección)',
  'section.social-history.nouns':
    'las respuestas sobre la vida diaria (historia social o cuestionarios de detección)',
  'section.social-history.none': none(
    'respuestas sobre la vida diaria (historia social o cuestionarios de detección) registradas',
  ),
  'section.coverage': 'Seguro médico (cobertura)',
  'section.coverage.nouns': 'el seguro médico (cobertura)',
  'section.coverage.none': none('seguro médico (cobertura) registrado'),
  'section.people': 'Personas relacionadas (familia, cuidadores y otros)',

  'nav.problems': 'Problemas de salud',
  'nav.results': 'Laboratorio',
  'nav.specimens': 'Muestras',
  'nav.reports': 'Informes de pruebas',
  'nav.goals': 'Objetivos de salud',
  'nav.devices': 'Dispositivos médicos',
  'nav.coverage': 'Seguro (cobertura)',

  'absence.waiting': ({ nouns, seconds }) =>
    seconds === undefined
      ? `En espera del sistema del consultorio antes de leer ${nouns}.`
      : `En espera del sistema del consultorio antes de leer ${nouns}, ${seconds} s.`,
  'absence.not-shared': ({ nouns }) =>
    `El sistema del consultorio no compartió ${nouns} con esta aplicación: es posible que haya.`,
  'absence.refused': ({ nouns, system }) =>
    `${system} no permite que esta aplicación lea ${nouns}: es posible que haya.`,
  'absence.not-offered': ({ nouns, system }) =>
    `${system} no ofrece ${nouns} a las aplicaciones: es posible que haya.`,
  'absence.failed': ({ nouns }) => `No fue posible leer ${nouns}: es posible que haya.`,
  'absence.part-failed': 'Una parte de esta lista no se pudo leer, así que puede faltar algo.',
  'absence.part-not-shared': ({ list }) =>
    `Una parte de esta lista no se compartió con esta aplicación, así que puede faltar algo${named(list)}.`,
  'absence.part-refused': ({ system, list }) =>
    `${system} no permite que esta aplicación lea una parte de esta lista, así que puede faltar algo${named(list)}.`,
  'absence.part-waiting': 'El resto de esta lista está en espera del sistema del consultorio.',
  'absence.unreadable': ({ n }) =>
    n === 1
      ? 'Una entrada que envió el sistema del consultorio no se pudo leer.'
      : `${n} entradas que envió el sistema del consultorio no se pudieron leer.`,
  'absence.in-error': ({ n }) =>
    n === 1
      ? 'Un registro ingresado por error (equivocado) está oculto.'
      : `${n} registros ingresados por error (equivocados) están ocultos.`,
  'absence.in-error-shown': ({ n }) =>
    n === 1
      ? 'Un registro ingresado por error (equivocado) se muestra tachado.'
      : `${n} registros ingresados por error (equivocados) se muestran tachados.`,
  'absence.only-in-error': 'Todo lo que se envió fue ingresado por error (equivocado).',
  'story.in-error': ({ n }) =>
    n === 1
      ? 'Un registro ingresado por error (equivocado) se deja fuera aquí; su sección lo muestra si usted lo pide.'
      : `${n} registros ingresados por error (equivocados) se dejan fuera aquí; sus secciones los muestran si usted lo pide.`,

  'absent.unknown': 'No se sabe (desconocido)',
  'absent.masked': 'No se muestra (retenido)',
  'absent.not-applicable': 'No corresponde',
  'absent.unsupported': 'El sistema de origen no puede guardarlo',
  'absent.not-performed': 'No se hizo (no realizado)',

  'banner.failed': 'No fue posible leer los datos de esta persona.',
  'banner.not-shared':
    'El sistema del consultorio no compartió los datos de esta persona con esta aplicación.',
  'banner.allergies-waiting': 'en espera del sistema del consultorio',
  'banner.allergies-not-offered': 'el sistema del consultorio no las ofrece',
  'status.waiting': ({ seconds }) => `en espera del sistema del consultorio, ${seconds} s`,
  'status.waits': 'En espera del sistema del consultorio antes de leer lo demás.',
  'failure.refused': 'El sistema del consultorio se negó.',
  'failure.absent': 'El sistema del consultorio ya no lo tiene.',
  'failure.unsupported': 'El sistema del consultorio no responde esta pregunta.',
  'failure.throttled': 'El sistema del consultorio limita cuánto se puede leer por minuto.',
  'failure.network': 'No fue posible comunicarse con el sistema del consultorio.',
  'failure.timeout': 'El sistema del consultorio no respondió a tiempo.',
  'failure.server-error': 'El sistema del consultorio respondió con un error.',
  'failure.not-json': 'No se pudo entender la respuesta del sistema del consultorio.',
  'failure.not-fhir': 'La respuesta del sistema del consultorio no era un registro de salud.',
  'failure.too-large':
    'La respuesta del sistema del consultorio era más grande de lo que esta aplicación puede leer.',
  'failure.foreign-link':
    'La respuesta del sistema del consultorio llevaba a otra dirección, que no se siguió.',
  'record.missing': 'Este registro no está en lo que envió el sistema del consultorio.',
  'record.narrative-generated': 'Lo escribió el sistema del consultorio con los campos de arriba.',
  'record.raw': 'Registro sin procesar, para expertos (FHIR)',
  'provenance.none': 'El sistema del consultorio no dijo quién registró esto.',
  'documents.whole-record-note': 'Lo escribe el sistema del consultorio cuando se abre',
  'reports.not-arrived': 'no está en lo que envió el sistema del consultorio',
  'visit.missing':
    'El sistema del consultorio abrió este expediente desde una consulta que no envió. El expediente completo está abajo.',
  'changes.by-provenance': ({ date }) => `nota de origen (Provenance) de ${date}`,
  'changes.rule':
    'Se sabe solo por las fechas de los registros y de sus notas de origen (Provenance); se cuenta todo el día de la consulta, pero no la consulta misma. Lo que se modificó sin dejar fecha no se puede saber.',

  'status.active': 'Activo (actual)',
  'status.inactive': 'No actual (inactivo)',
  'status.recurrence': 'Volvió (recurrencia)',
  'status.relapse': 'Volvió después de mejorar (recaída)',
  'status.remission': 'Mejoró, pero puede volver (en remisión)',
  'status.resolved': 'Ya pasó (resuelto)',
  'status.completed': 'Terminado (completado)',
  'status.on-hold': 'En pausa (por ahora)',
  'status.suspended': 'En pausa (suspendido temporalmente)',
  'status.draft': 'No definitivo (borrador)',
  'status.entered-in-error': 'Ingresado por error (equivocado)',
  'status.preparation': 'En preparación',
  'status.intended': 'Planeado (previsto)',
  'status.triaged': 'Primera revisión hecha (triaje)',
  'status.onleave': 'Ausente por un tiempo (con permiso)',

  'clinical-status.partial': 'Solo una parte por ahora (parcial)',
  'clinical-status.preliminary': 'Temprano, aún puede cambiar (preliminar)',
  'clinical-status.amended': 'Cambiado después de ser definitivo (modificado)',
  'clinical-status.corrected': 'Corregido: se arregló un error',
  'clinical-status.appended': 'Con algo agregado después de ser definitivo',
  'clinical-status.superseded': 'Reemplazado por uno más nuevo',
  'clinical-status.draft': 'No definitivo (borrador)',
  'clinical-status.active': 'Activo (actual)',
  'clinical-status.inactive': 'No actual (inactivo)',
  'clinical-status.on-hold': 'En pausa (por ahora)',
  'clinical-status.suspended': 'En pausa (suspendido temporalmente)',
  'clinical-status.revoked': 'Retirado (revocado)',
  'clinical-status.completed': 'Terminado (completado)',
  'clinical-status.proposed': 'Sugerido (propuesto)',
  'clinical-status.unsatisfactory': 'No se puede usar (insatisfactorio)',
  'clinical-status.preparation': 'En preparación',
  'clinical-status.entered-in-error': 'Ingresado por error (equivocado)',

  'mark.entered-in-error': 'Ingresado por error (equivocado)',
  'mark.unknown-modifier':
    'Puede significar otra cosa de lo que parece: esta aplicación no conoce una parte que puede cambiar el significado. Lea el registro sin procesar',
  'mark.unconfirmed': 'Sin confirmar (no confirmado)',
  'mark.presumed': 'Se cree probable, no es seguro (presunto)',
  'mark.provisional': 'Por ahora, no es seguro (provisional)',
  'mark.differential': 'No es seguro: una de varias posibilidades (diferencial)',
  'mark.refuted': 'Se encontró que no es así (descartado)',
  'mark.preliminary': 'Resultado temprano: aún puede cambiar (preliminar)',
  'mark.amended': 'Cambiado después de ser definitivo (modificado)',
  'mark.corrected': 'Corregido: se arregló un error',
  'mark.date-is-release': 'Con la fecha en que se dio a conocer; no está registrado cuándo se midió o se vio',
  'mark.not-dispensed': 'NO se entregó (no dispensado)',
  'mark.not-dispensed-because': ({ reason }) => `NO se entregó (no dispensado): ${reason}`,
  'mark.unsatisfactory': 'La muestra no se puede usar (insatisfactoria)',

  'achievement.sustaining': 'Alcanzado y mantenido',
  'achievement.not-attainable': 'No se puede alcanzar (inalcanzable)',
  'priority.stat': 'De inmediato (stat)',

  'interpretation.normal': 'Lo habitual (normal)',
  'interpretation.high': 'Encima del intervalo',
  'interpretation.high-derived': 'Por encima del intervalo habitual (calculado aquí, la fuente no lo dice)',
  'interpretation.low': 'Debajo del intervalo',
  'interpretation.low-derived': 'Por debajo del intervalo habitual (calculado aquí, la fuente no lo dice)',
  'interpretation.critical-high': 'Crítico: encima del intervalo',
  'interpretation.critical-low': 'Crítico: debajo del intervalo',
  'interpretation.abnormal': 'Fuera de lo habitual (anormal)',
  'interpretation.significantly-high': 'Muy por encima del intervalo',
  'interpretation.significantly-low': 'Muy por debajo del intervalo',
  'interpretation.resistant': 'Resistente (no lo detiene)',
  'interpretation.intermediate': 'Intermedio (entre los dos)',
  'interpretation.susceptible': 'Sensible (lo detiene)',
  'interpretation.reactive': 'Reactivo (se encontró una señal)',
  'interpretation.weakly-reactive': 'Débilmente reactivo (se encontró una señal débil)',
  'interpretation.not-reactive': 'No reactivo (no se encontró señal)',
  'interpretation.indeterminate': 'No es claro (indeterminado)',
  'interpretation.equivocal': 'No es claro (dudoso)',
  'results.derived-high': 'Encima del intervalo (calculado)',
  'results.derived-low': 'Debajo del intervalo (calculado)',
  'results.abnormal': 'Solo fuera de lo habitual (anormal)',
  'sheet.legend': '▲ Encima del intervalo · ▼ Debajo del intervalo · ‼ Crítico · ◆ Fuera de lo habitual',
  'sheet.panel': 'Grupo de análisis (panel)',
  'sheet.all-panels': 'Todos los grupos de análisis (paneles)',
  'sheet.abnormal-note':
    'Análisis con un resultado fuera de lo habitual (anormal). Sus demás resultados se quedan, porque una celda vacía significa que no se midió nada.',
  'members.title': ({ n }) =>
    count(n, 'resultado de este grupo de análisis (panel)', 'resultados de este grupo de análisis (panel)'),
  'members.missing': ({ n }) =>
    n === 1
      ? 'No llegó 1 resultado de este grupo de análisis (panel).'
      : `No llegaron ${count(n, 'resultado', 'resultados')} de este grupo de análisis (panel).`,
  'follow-up.no-result': 'pedido; ningún resultado aquí se refiere a esto',
  'follow-up.no-result-since': ({ date }) => `pedido el ${date}; ningún resultado aquí se refiere a esto`,

  'column.flag': 'Marca (indicador)',
  'column.range': 'Intervalo habitual',
  'trend.range': ({ range }) => `intervalo habitual ${range}`,
  'observation.range': 'Intervalo habitual (de referencia)',
  'observation.range-without-bounds': 'Intervalo habitual sin límites',
  'observation.meaning': 'Cómo se compara (interpretación)',
  'observation.specimen': 'Muestra',
  'observation.site': 'Parte del cuerpo',
  'observation.members': 'Resultados de este grupo de análisis (panel)',
  'observation.derived': 'Calculado a partir de',
  'element.referenceRange': 'Intervalo habitual (de referencia)',
  'element.interpretation': 'Cómo se compara (interpretación)',
  'element.specimen': 'Muestra',

  'lab-group.chemistry': 'Sales y minerales (química)',
  'lab-group.kidney': 'Riñones',
  'lab-group.diabetes': 'Azúcar en la sangre y diabetes',
  'lab-group.lipids': 'Colesterol y grasas (lípidos)',
  'lab-group.blood': 'Células de la sangre (hemograma)',
  'lab-group.coagulation': 'Coagulación de la sangre',
  'lab-group.gases': 'Oxígeno y ácidos (gases en la sangre)',
  'lab-group.urine': 'Análisis de orina',
  'lab-group.drugs': 'Niveles de medicamentos y toxicología',
  'lab-group.infection': 'Infecciones',
  'lab-group.microbiology': 'Gérmenes (microbiología) y heces',
  'lab-group.blood-bank': 'Grupo sanguíneo y pruebas de detección',

  'criticality.high': 'Una reacción podría ser muy grave (criticidad alta)',
  'criticality.low': 'No se espera una reacción muy grave (criticidad baja)',
  'criticality.unable-to-assess': 'No se pudo valorar qué tan grave podría ser una reacción',
  'allergies.criticality': 'Qué tan grave podría ser una reacción (criticidad)',
  'allergy.intolerance': 'No se tolera bien (intolerancia)',
  'problem.diagnosis': 'Diagnóstico escrito en una consulta',
  'problems.group-diagnosis': 'Diagnósticos escritos en consultas',

  'medication.dispense': 'Entregado (dispensado)',
  'medication.administration': 'Administrado (dado)',
  'medication.statement': 'Informado (declaración)',
  'medications.intent': 'Pedido o solo planeado (intención)',
  'medications.dispensed-by': 'Entregado por (dispensado por)',
  'medications.dispenses': 'Entregado (dispensado)',
  'medications.substituted': 'Cambio por otro producto (sustitución)',
  'orders.intent': 'Pedido o solo planeado (intención)',
  'care-plan.intent': 'Pedido o solo planeado (intención)',
  'care-plan.addresses': 'Para qué problemas',
  'goals.addresses': 'Para qué problemas',

  'encounter.AMB': 'Ambulatoria (sin hospitalización)',
  'encounter.IMP': 'Hospitalización',
  'encounter.ACUTE': 'Hospitalización aguda',
  'encounter.NONAC': 'Hospitalización no aguda',
  'encounter.OBSENC': 'En observación por un tiempo',
  'encounter.PRENC': 'Antes de una hospitalización (preadmisión)',
  'encounter.VR': 'Por teléfono o video (virtual)',

  'fact.body-site': 'Parte del cuerpo',
  'fact.route': 'Cómo se da (vía)',
  'fact.lot': 'Número de lote',
  'fact.verification': 'Qué tan seguro es',
  'column.site': 'Parte del cuerpo',
  'tests.modality': 'Tipo de imagen (modalidad)',
  'coverage.payer': 'Quién paga (pagador)',
  'coverage.subscriber': 'Asegurado principal (titular)',

  'take.bundle-what':
    'Un archivo para otros programas de salud (un Bundle de FHIR de tipo collection): cada registro que se leyó, exactamente como llegó, con los decimales como se escribieron, con de dónde y cuándo se leyó, lo que no se pudo leer y a qué hacen referencia sus registros que no está en él.',
  'take.ips-what':
    'Un archivo para otros programas de salud (un Bundle document de FHIR) con alergias, medicamentos y problemas de salud, y con resultados, vacunas, procedimientos, dispositivos y signos vitales cuando los hay. Lo hizo esta aplicación con lo que se leyó; ningún profesional clínico lo ha revisado.',
};
