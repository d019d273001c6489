import type { statement as english } from '#i18n/en/statement.ts';
import type { Translation } from '#i18n/translation.ts';

/** What a system says it offers, beside what was seen of it: in a section, and in diagnostics. */
export const statement: Translation<typeof english> = {
  'statement.why': ({ system }) => `Preguntar a ${system} por qué`,
  'statement.asking': ({ system }) => `Preguntando a ${system}…`,
  'statement.failed': ({ system }) => `${system} no lo indicó.`,
  'statement.unlisted': ({ system, list }) =>
    `La propia declaración de ${system} sobre lo que ofrece no incluye ${list}.`,
  'statement.not-searchable': ({ system, list }) =>
    `La propia declaración de ${system} incluye ${list}, pero sin forma de hacer búsquedas.`,
  'statement.parameter': ({ system, list }) =>
    `La propia declaración de ${system} no incluye un parámetro que hacía falta: ${list}.`,
  'statement.listed': ({ system, list }) =>
    `La propia declaración de ${system} incluye ${list}. Aun así, la solicitud se rechazó.`,

  'statement.title': ({ system }) => `Lo que ${system} declara que ofrece`,
  'statement.ask': ({ system }) => `Preguntar a ${system} qué registros ofrece`,
  'statement.what':
    'Envía una sola solicitud del CapabilityStatement del sistema, cuando el expediente está completo. Lo que dice explica lo que se recibió; no decide nada.',
  'statement.read': 'Leído.',
  'statement.software': 'Software',
  'statement.software.hidden': 'nombrado con palabras que no corresponden en un informe',
  'statement.software.none': 'no indicado',
  'statement.version': 'Versión de FHIR',
  'statement.version.none': 'no indicada',
  'statement.version.do':
    'El sistema está configurado con otro valor de fhirVersion. Compare fhirBase y fhirVersion.',
  'statement.asked-unlisted': 'Solicitado y no incluido en la declaración',
  'statement.asked-unlisted.do':
    'Estas secciones quedan vacías por ese motivo, a menos que el sistema responda de todos modos.',
  'statement.listed-refused': 'Incluido en la declaración y, aun así, rechazado',
  'statement.listed-refused.do':
    'Lo que no se compartió al iniciar sesión también se rechaza así. En otro caso, pregunte al proveedor del sistema y envíele este informe.',
  'statement.parameters': 'Parámetros de búsqueda no incluidos en la declaración',
  'statement.parameters.do': 'Un servidor puede responder a parámetros que no incluye en su declaración.',
  'statement.unasked': 'Incluido para pacientes y no solicitado',
};
