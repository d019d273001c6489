import type { sections as english } from '#i18n/en/sections.ts';
import type { Translation } from '#i18n/translation.ts';

/** The sections' names, and the sentences in which a section's absence is said. */

/**
 * `nouns` carries its article, as the object of a sentence must: "No fue posible leer las alergias". `none` completes
 * "No hay … en NextGen Office", and says "registradas": that none is recorded is not that there is none.
 */
function section<const Id extends string>(
  id: Id,
  title: string,
  nouns: string,
  none: string,
): Readonly<Record<`section.${Id}`, string>> &
  Readonly<Record<`section.${Id}.none`, (values: { system: string }) => string>> &
  Readonly<Record<`section.${Id}.nouns`, string>> {
  return {
    [`section.${id}`]: title,
    [`section.${id}.none`]: ({ system }: { system: string }) => `No hay ${none} en ${system}.`,
    [`section.${id}.nouns`]: nouns,
  } as ReturnType<typeof section<Id>>;
}

export const sections: Translation<typeof english> = {
  ...section('summary', 'Resumen', 'los registros', 'registros'),
  ...section('timeline', 'Cronología', 'los registros con fecha', 'registros con fecha'),
  ...section('changes', 'Qué cambió', 'los cambios', 'cambios registrados'),
  ...section('demographics', 'Datos personales', 'los datos personales', 'datos personales registrados'),
  ...section('allergies', 'Alergias', 'las alergias', 'alergias registradas'),
  ...section(
    'problems',
    'Problemas y preocupaciones de salud',
    'los problemas o preocupaciones de salud',
    'problemas ni preocupaciones de salud registrados',
  ),
  ...section('medications', 'Medicamentos', 'los medicamentos', 'medicamentos registrados'),
  ...section('immunizations', 'Vacunas', 'las vacunas', 'vacunas registradas'),
  ...section('procedures', 'Procedimientos', 'los procedimientos', 'procedimientos registrados'),
  ...section(
    'results',
    'Resultados de laboratorio',
    'los resultados de laboratorio',
    'resultados de laboratorio registrados',
  ),
  ...section('vitals', 'Signos vitales', 'los signos vitales', 'signos vitales registrados'),
  ...section(
    'tests',
    'Pruebas e imágenes',
    'los resultados de pruebas o imágenes',
    'resultados de pruebas ni de imágenes registrados',
  ),
  ...section('specimens', 'Muestras', 'las muestras', 'muestras registradas'),
  ...section('documents', 'Notas y documentos', 'las notas o documentos', 'notas ni documentos registrados'),
  ...section(
    'reports',
    'Informes diagnósticos',
    'los informes diagnósticos',
    'informes diagnósticos registrados',
  ),
  ...section('encounters', 'Consultas', 'las consultas', 'consultas registradas'),
  ...section('care-plan', 'Plan de atención', 'los planes de atención', 'planes de atención registrados'),
  ...section('goals', 'Objetivos', 'los objetivos', 'objetivos registrados'),
  ...section('care-team', 'Equipo de atención', 'los equipos de atención', 'equipos de atención registrados'),
  ...section('devices', 'Dispositivos', 'los dispositivos', 'dispositivos registrados'),
  ...section('orders', 'Órdenes', 'las órdenes', 'órdenes registradas'),
  ...section(
    'social-history',
    'Historia social y cuestionarios de detección',
    'la historia social o las respuestas a cuestionarios de detección',
    'historia social ni respuestas a cuestionarios de detección registradas',
  ),
  ...section('coverage', 'Cobertura (seguro)', 'la cobertura (seguro)', 'cobertura (seguro) registrada'),
  ...section(
    'people',
    'Personas relacionadas',
    'las personas relacionadas',
    'personas relacionadas registradas',
  ),
  ...section('other', 'Otros registros', 'los demás registros', 'otros registros'),
  ...section('take-away', 'Imprimir o guardar', 'los registros', 'registros'),
};
