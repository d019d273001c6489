import type { app as english } from '#i18n/en/app.ts';
import type { Translation } from '#i18n/translation.ts';

/** Words of the frame round an open chart: navigation, status. */
export const app: Translation<typeof english> = {
  'chart.sections': 'Secciones',
  'chart.skip-to-content': 'Ir a la sección',
  'chart.find': 'Buscar en el expediente',
  'chart.menu': 'Vista y sesión',
  'chart.overlay-missing': 'Esto no se pudo cargar.',
  'chart.broken-title': 'Esta sección no se pudo mostrar',
  'chart.broken': 'El resto del expediente no está afectado. No se cambió nada en el expediente.',
  'chart.to-summary': 'Ir al resumen',

  'group.overview': 'Vista general',
  'group.clinical': 'Datos clínicos',
  'group.results': 'Resultados',
  'group.notes': 'Notas',
  'group.care': 'Atención',
  'group.person': 'Persona',

  'nav.summary': 'Resumen',
  'nav.timeline': 'Cronología',
  'nav.changes': 'Qué cambió',
  'nav.demographics': 'Datos personales',
  'nav.allergies': 'Alergias',
  'nav.problems': 'Problemas de salud',
  'nav.medications': 'Medicamentos',
  'nav.immunizations': 'Vacunas',
  'nav.procedures': 'Procedimientos',
  'nav.results': 'Laboratorio',
  'nav.vitals': 'Signos vitales',
  'nav.tests': 'Pruebas e imágenes',
  'nav.specimens': 'Muestras',
  'nav.documents': 'Notas, documentos',
  'nav.reports': 'Informes',
  'nav.encounters': 'Consultas',
  'nav.care-plan': 'Plan de atención',
  'nav.goals': 'Objetivos',
  'nav.care-team': 'Equipo',
  'nav.devices': 'Dispositivos',
  'nav.orders': 'Órdenes',
  'nav.social-history': 'Historia social',
  'nav.coverage': 'Cobertura (seguro)',
  'nav.people': 'Allegados',
  'nav.other': 'Otros registros',
  'nav.take-away': 'Imprimir o guardar',
  'nav.mark-waiting': 'en espera',
  'nav.mark-reading': 'leyendo',
  'nav.mark-failed': 'no se pudo leer',
  'nav.mark-not-shared': 'no compartido',
  'nav.mark-not-offered': 'no se ofrece',
  'nav.mark-not-asked': 'no se pide',
  'nav.mark-none-recorded': 'sin registros',
  // Of allergies as of medications, whose genders differ. "No se conocen" could be read as unknown.
  'nav.mark-none-known': 'nada conocido',
  'nav.mark-partly': 'en parte',

  'status.read': ({ done, total }) => `${done} de ${total} secciones leídas`,
  'status.waiting': ({ seconds }) => `en espera de la EHR, ${seconds} s`,
  'status.reading': 'Leyendo el expediente.',
  'status.waits': 'En espera de la historia clínica electrónica (EHR) antes de leer el resto.',
  'status.all': ({ total }) => `Se leyeron las ${total} secciones.`,
  'status.failed': ({ n }) =>
    n === 1
      ? 'Una sección no se pudo leer por completo.'
      : `${n} secciones no se pudieron leer por completo.`,
};
