import type {
  fromDocument as englishDocument,
  fromFiles as englishFiles,
  fromPartOfFiles as englishPart,
  fromUnassigned as englishUnassigned,
} from '#i18n/en/from-file.ts';
import type { Translation } from '#i18n/translation.ts';

type Nouns = { readonly nouns: string };

const noneInFiles = ({ nouns }: Nouns): string =>
  `Los archivos abiertos no incluyen información sobre ${nouns}. Por ellos no se sabe si la historia clínica electrónica (EHR) la tiene.`;
const inDocument = ({ nouns }: Nouns): string =>
  `Lo que el documento abierto dice sobre ${nouns} está en el documento: vea Notas y documentos.`;

/** Of files of FHIR records. */
export const fromFiles: Translation<typeof englishFiles> = {
  'absence.not-offered': noneInFiles,
  'absence.not-asked': noneInFiles,
  'absence.unreadable': ({ n }) =>
    n === 1 ? 'Una entrada del archivo no se pudo leer.' : `${n} entradas del archivo no se pudieron leer.`,
  'absence.foreign': ({ n }) =>
    n === 1
      ? 'Un registro de los archivos abiertos no se puede asignar a un solo paciente y no se muestra.'
      : `${n} registros de los archivos abiertos no se pueden asignar a un solo paciente y no se muestran.`,
  'absence.more':
    'Una parte de los archivos abiertos no se pudo leer: puede haber más de lo que se muestra aquí.',
  'banner.allergies-not-offered': 'ninguna en los archivos abiertos',
  'banner.failed': 'Los archivos abiertos no contienen los datos de este paciente.',
  'failure.network':
    'No se pudo leer el archivo: es posible que se haya movido o cambiado desde que se abrió.',
  'failure.foreign-link': 'El archivo indica una dirección externa, que no se siguió.',
  'record.missing': 'Este registro no está en los archivos abiertos, o estos no indican cuál de varios es.',
  'provenance.none': 'El archivo no indica quién lo registró.',
  'reports.not-arrived': 'no está en los archivos abiertos',
  'nav.mark-not-offered': 'no incluido',
  'nav.mark-not-asked': 'no incluido',
  'summary.alerts-none':
    'En los archivos abiertos, ningún análisis tiene como último resultado de los últimos 90 días uno crítico.',
  'summary.alerts-unknown':
    'Pueden faltar resultados críticos: los archivos abiertos no incluyen todos los tipos de resultados.',
  'summary.visits-missing':
    'Los archivos abiertos no incluyen visitas desde las que contar, así que no se sabe qué es nuevo.',
  'summary.new-partly': 'Algunas de las listas que se comparan aquí no están en los archivos abiertos.',
  'changes.visits-missing': 'Los archivos abiertos no incluyen visitas desde las que contar. Elija un día.',
  'follow-up.none':
    'En los archivos abiertos, ningún objetivo ha pasado de su fecha y ninguna orden activa está sin respuesta.',
};

/** Where some allergies say of nobody, or not of whom, they are. */
export const fromUnassigned: Translation<typeof englishUnassigned> = {
  ...fromFiles,
  'banner.none-recorded': 'ninguna de las que se pueden asignar a un solo paciente',
  'banner.none-current': 'Ninguna alergia actual entre las que se pueden asignar; hay anteriores registradas',
};

/** Of files of which a part could not be read. */
export const fromPartOfFiles: Translation<typeof englishPart> = {
  ...fromFiles,
  'absence.not-offered': ({ nouns }) =>
    `Lo que se pudo leer de los archivos abiertos no incluye información sobre ${nouns} de este paciente. Una parte de los archivos no se pudo leer: puede haber algo en ella.`,
  'absence.part-not-offered':
    'Una parte de esta lista puede estar en lo que no se pudo leer de los archivos abiertos.',
  'banner.none-recorded': 'ninguna en lo que se pudo leer de los archivos',
  'banner.none-current':
    'Ninguna alergia actual en lo que se pudo leer de los archivos; hay anteriores registradas',
  'banner.allergies-not-offered': 'ninguna en lo que se pudo leer de los archivos',
  'nav.mark-not-offered': 'no en lo leído',
  'summary.alerts-none':
    'En lo que se pudo leer de los archivos abiertos, ningún análisis tiene como último resultado de los últimos 90 días uno crítico.',
  'follow-up.none':
    'En lo que se pudo leer de los archivos abiertos, ningún objetivo ha pasado de su fecha y ninguna orden activa está sin respuesta.',
};

/** Of one clinical document. */
export const fromDocument: Translation<typeof englishDocument> = {
  ...fromFiles,
  'absence.not-offered': inDocument,
  'absence.not-asked': inDocument,
  'banner.allergies-not-offered': 'vea el documento',
  'nav.mark-not-offered': 'en documento',
  'nav.mark-not-asked': 'en documento',
  'summary.alerts-none': 'No se han buscado resultados críticos en el documento: léalo.',
  'follow-up.none': 'No se ha buscado en el documento lo que está pendiente: léalo.',
};
