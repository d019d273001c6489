import type { openFile as english } from '#i18n/en/open-file.ts';
import type { Translation } from '#i18n/translation.ts';
import { count } from './count.ts';

const records = (n: number): string => count(n, 'registro', 'registros');

/** Words of "Open a file": the page on which files are chosen, what they hold, and what is wrong with them. */
export const openFile: Translation<typeof english> = {
  'open.title': 'Abrir un archivo',
  'open.lead':
    'Una carpeta de exportación, archivos NDJSON, un Bundle o registro de FHIR (R4, STU3, DSTU2), o un documento C-CDA, comprimidos (zip, gzip) o no. Se lee en este navegador: nada sale de esta computadora y nada se guarda.',
  'open.files': 'Elegir archivos',
  'open.folder': 'Elegir una carpeta',
  'open.drop': 'o arrastre un archivo o una carpeta a cualquier parte de esta página',
  'open.drop-here': 'Suelte para abrir',
  'open.again':
    'Esta página se cargó de nuevo y no se guarda nada de un archivo: elija el archivo otra vez para seguir leyendo.',
  'open.left-alone':
    'Los archivos se cerraron porque nadie los usó durante un tiempo, y no se guarda nada de ellos: elíjalos otra vez para seguir leyendo.',
  'open.left-alone-served':
    'Los archivos se cerraron porque nadie los usó durante un tiempo, y no se guarda nada de ellos. Presione Intro en la terminal que los sirve y abra la dirección que muestra.',
  'open.idle.left': ({ clock }) => `Los archivos se cerrarán en ${clock}.`,
  'open.idle.spoken': ({ seconds }) =>
    `Los archivos se cerrarán en ${seconds} ${seconds === 1 ? 'segundo' : 'segundos'}.`,
  'open.idle.why': 'Nadie ha usado esta página durante un tiempo. Se cierra para que nadie más pueda leerla.',
  'open.idle.stay': 'Mantenerlos abiertos',
  'open.idle.leave': 'Cerrarlos ahora',
  'open.off': 'Aquí no está permitido abrir archivos.',
  'open.none': 'No hay ningún archivo en lo que se eligió.',
  'open.reading': ({ percent, n }) => `Leyendo, ${percent} %: ${records(n)} hasta ahora`,
  'open.progress': 'Cuánto se ha leído',
  'open.cancel': 'Detener',
  'open.other': 'Abrir otra cosa',
  'open.start': 'Página de inicio',

  'open.exported': ({ date }) => `exportado: ${date}`,
  'open.exported-file': ({ date }) => `fecha del archivo: ${date}; no indica cuándo se exportó`,
  'open.exported-unknown': 'no se sabe cuándo se exportó',
  'open.from-file': ({ exported }) => `De un archivo, ${exported}`,
  'open.document-written': ({ date }) => `De un documento; fecha en que se escribió: ${date}`,
  'open.document-undated': 'De un documento que no indica cuándo se escribió',
  'open.about-files': 'Todos los pacientes',
  'open.about-document': 'Acerca del archivo',
  'open.told-part': 'Una parte de los archivos no se pudo leer.',
  'open.told-replaced': ({ n }) =>
    n === 1
      ? 'Un registro vino también en una versión posterior: se muestra la posterior.'
      : `${n} registros vinieron también en una versión posterior: se muestra la posterior.`,
  'open.told-apart': ({ n }) =>
    `${records(n)} ${n === 1 ? 'tiene' : 'tienen'} un número que también tiene otro registro: se muestran todos y no se sigue lo que remite a ellos.`,
  'open.told-unclear': ({ n }) =>
    n === 1
      ? 'Una referencia podría indicar varios registros distintos y no se sigue.'
      : `${n} referencias podrían indicar varios registros distintos y no se siguen.`,
  'open.label': 'los archivos abiertos',
  'open.label-document': 'el documento abierto',

  'open.patients': 'Pacientes',
  'open.documents': 'Documentos',
  'open.summary': ({ patients, n, version }) =>
    `${count(patients, 'paciente', 'pacientes')}, ${records(n)}; se leen como FHIR ${version}`,
  'open.find': 'Buscar por nombre, fecha de nacimiento o número',
  'open.found': ({ n }) => (n === 0 ? 'Nadie coincide.' : count(n, 'paciente', 'pacientes')),
  'open.more': ({ n }) =>
    `${count(n, 'paciente más', 'pacientes más')}: busque por nombre, fecha de nacimiento o número.`,
  'open.no-patients':
    'Ningún registro de estos archivos indica de quién es, así que no se puede abrir ningún expediente.',
  'open.no-name': 'El nombre no está en los archivos',
  'open.name': 'Nombre',
  'open.born': 'Fecha de nacimiento',
  'open.sex': 'Sexo',
  'open.number': 'Número',
  'open.records': 'Registros',
  'open.namesake': 'mismo nombre que otra persona',
  'open.only-in': ({ file }) => `solo en ${file}: otra persona tiene el mismo identificador en otro archivo`,
  'open.ambiguous':
    'no se puede abrir: más de una persona tiene este identificador y sus registros no se pueden distinguir',
  'open.document': 'Documento',
  'open.document-of': 'Paciente',
  'open.document-read-failed': 'no se pudo leer como documento clínico',
  'open.document-several': 'nombra a más de un paciente, así que no se puede abrir ningún expediente',

  'open.notes': 'Lo que no se muestra en ningún expediente',
  'open.unnamed': ({ n, list }) =>
    `${records(n)} ${n === 1 ? 'no nombra a ningún paciente y no está' : 'no nombran a ningún paciente y no están'} en el expediente de nadie: ${list}.`,
  'open.undecided': ({ n }) =>
    `${records(n)} ${n === 1 ? 'nombra' : 'nombran'} a un paciente sin que los archivos indiquen cuál es, y no ${n === 1 ? 'está' : 'están'} en el expediente de nadie.`,
  'open.bad-lines': ({ n, at }) =>
    n === 1
      ? `Una parte no es un registro de FHIR y se dejó fuera (número ${at}).`
      : `${n} partes no son registros de FHIR y se dejaron fuera (número ${at}).`,
  'open.not-fhir': 'Esto es JSON, pero no es un registro de FHIR.',
  'open.not-json': 'Esto no es FHIR: no se pudo leer como JSON.',
  'open.cut-off':
    'El archivo termina en medio de un registro: probablemente está incompleto. Se muestra lo que está antes.',
  'open.no-entries': ({ n }) =>
    n === 1
      ? 'No se encontró ninguna entrada en un Bundle.'
      : `No se encontró ninguna entrada en ${n} Bundles.`,
  'open.letters':
    'El archivo no está escrito en UTF-8: las letras que no se pudieron leer se muestran como �. Guárdelo como UTF-8 para verlas.',
  'open.unreadable': 'El archivo no se pudo leer hasta el final: es posible que se haya movido o cambiado.',
  'open.kind.empty': 'El archivo está vacío.',
  'open.kind.packed':
    'El archivo está comprimido (zip o gzip) y aquí no se descomprimió: está dañado, protegido con contraseña o es demasiado grande. Descomprímalo y abra la carpeta.',
  'open.kind.utf-16': 'El archivo está escrito en UTF-16. Guárdelo como UTF-8 y abra ese archivo.',
  'open.kind.fhir-xml': 'El archivo contiene FHIR en XML, que aquí no se lee. Expórtelo como JSON.',
  'open.kind.no-record': 'Esto no es un registro de FHIR ni un documento C-CDA.',
  'open.kind.no-record-n': ({ n }) =>
    n === 1
      ? 'Un archivo no es FHIR ni C-CDA y se dejó de lado.'
      : `${n} archivos no son FHIR ni C-CDA y se dejaron de lado.`,
  'open.failed': 'Esto no se pudo abrir.',
  'open.served-again':
    'Esta página se cargó de nuevo y no se guarda nada de los archivos. Presione Intro en la terminal que los sirve y abra la dirección que muestra.',
  'open.served-failed':
    'No se pudieron obtener los archivos: la dirección ya se usó, o lo que los sirve ha terminado. Presione Intro en su terminal para obtener otra dirección.',
};
