import type { results as english } from '#i18n/en/results.ts';
import type { Translation } from '#i18n/translation.ts';
import { count } from './count.ts';

/** "1 resultado de este informe no llegó", "2 resultados de este informe no llegaron". */
function agreed(n: number, one: string, other: string, verb: string, verbs: string): string {
  return `${count(n, one, other)} ${n === 1 ? verb : verbs}`;
}

/** Words of the sections that show what was measured, reported and written. */
export const results: Translation<typeof english> = {
  'trend.title': 'A lo largo del tiempo',
  'trend.span': ({ n, first, last }) =>
    first === last
      ? `${count(n, 'valor', 'valores')}, ${first}`
      : `${count(n, 'valor', 'valores')}, ${first} – ${last}`,
  'trend.units':
    'Los valores en unidades que no se pueden convertir entre sí se muestran en gráficas separadas.',
  'trend.undated': ({ n }) =>
    agreed(n, 'valor sin fecha', 'valores sin fecha', 'no se puede graficar.', 'no se pueden graficar.'),
  'trend.without-number': ({ n }) =>
    agreed(
      n,
      'resultado de esta prueba sin un número',
      'resultados de esta prueba sin un número',
      'no se puede graficar.',
      'no se pueden graficar.',
    ),

  'observation.taken': 'Fecha de la observación',
  'observation.meaning': 'Interpretación',
  'observation.range': 'Intervalo de referencia',
  'observation.range-without-bounds': 'Intervalo sin límites',
  'observation.range-and-more': ({ range, n }) => `${range} y ${n} más`,
  'observation.ranges-several': ({ n }) => `${n} intervalos`,
  'observation.age': ({ age }) => `edad: ${age}`,
  'observation.absent': 'También se indica',
  'observation.performer': 'Realizado por',
  'observation.ordered': 'Según la orden',
  'observation.specimen': 'Muestra',
  'observation.site': 'Parte del cuerpo',
  'observation.method': 'Método',
  'observation.device': 'Dispositivo',
  'observation.members': 'Resultados de este panel',
  'observation.derived': 'Derivado de',
  'observation.encounter': 'Consulta',
  'observation.issued': 'Fecha de emisión',
  'observation.category': 'Categoría',
  'observation.also-coded': 'También codificado como',
  'observation.report': 'Informe',
  'observation.parts': ({ n }) => count(n, 'parte', 'partes'),
  'observation.waveform': ({ name, n }) =>
    `${name}: forma de onda de ${count(n, 'punto de medición', 'puntos de medición')}`,
  'observation.samples': ({ n, seconds, unit }) =>
    [
      count(n, 'punto de medición', 'puntos de medición'),
      seconds === undefined ? undefined : `${seconds} s`,
      unit === undefined ? undefined : `en ${unit}`,
    ]
      .filter(Boolean)
      .join(', '),

  'column.test': 'Prueba',
  'column.result': 'Resultado',
  'column.unit': 'Unidad',
  'column.flag': 'Indicador',
  'column.range': 'Intervalo',
  'column.before': 'Anterior',
  'column.course': 'Evolución',
  'column.answer': 'Respuesta',
  'column.category': 'Tipo',
  'column.author': 'Autor',
  'column.results': 'Resultados',
  'column.site': 'Parte del cuerpo',

  'results.arrangement': 'Cómo ordenar los resultados',
  'results.reported': 'Como se informaron',
  'results.latest': 'Lo último de cada prueba',
  'results.sheet': 'Por fecha',
  'results.abnormal': 'Solo anormales',
  'results.critical': ({ n }) => (n === 1 ? 'Resultado crítico' : 'Resultados críticos'),
  'results.critical-all': ({ n }) => `Mostrar los ${n} resultados críticos`,
  'results.critical-few': 'Mostrar solo los más recientes',
  'results.derived-high': 'Alto, según su intervalo',
  'results.derived-low': 'Bajo, según su intervalo',
  'results.single': 'Pruebas individuales',
  'results.panel-missing': ({ n }) =>
    agreed(n, 'resultado de este informe', 'resultados de este informe', 'no llegó', 'no llegaron'),
  'results.panel-elsewhere': ({ n }) => `${count(n, 'resultado', 'resultados')} en un informe más reciente`,
  'results.reports-missing':
    'No se pudieron leer todos los informes a los que pertenecen estos resultados, por lo que algunos resultados aparecen por separado.',
  'results.reports-coming': 'Los resultados se agrupan por informe en cuanto se hayan leído los informes.',
  'results.flat': 'Ordenados: los resultados aparecen por separado, no dentro de sus informes.',
  'rule.results-reported':
    'Primero los resultados críticos; luego los informes, del más reciente al más antiguo, cada uno con sus paneles como se informó; después, las pruebas individuales.',
  'rule.results-latest': 'Primero los resultados críticos, luego los más recientes.',
  'rule.results-sheet':
    'Una columna por fecha, la más reciente primero; los paneles en el orden de su informe más reciente, luego las pruebas que no están en ningún informe, según lo que miden, y después las demás.',
  'rule.tests': 'Primero los hallazgos críticos, luego los más recientes.',
  'rule.vitals': 'En el orden en que los leen los profesionales de la salud.',
  'rule.social': 'Primero el tabaquismo, luego lo más reciente.',
  'rule.documents':
    'Primero los documentos vigentes, luego los más recientes. Los informes que vienen con un documento también aparecen aquí.',

  'sheet.caption': ({ name }) => `${name} por fecha. Cada valor abre su registro.`,
  'sheet.undated': 'Sin fecha',
  'vitals.latest': 'Lo último de cada uno',
  'vitals.history': 'Por fecha',

  'tests.modality': 'Modalidad',
  'tests.procedure': 'Procedimiento',
  'tests.reason': 'Motivo',
  'tests.series': ({ n }) => (n === 0 ? 'Serie' : `Serie ${n}`),
  'tests.images': ({ series, images }) =>
    `${count(series, 'serie', 'series')}, ${count(images, 'imagen', 'imágenes')}`,
  'tests.images-of': ({ n }) => count(n, 'imagen', 'imágenes'),
  'tests.pictures': 'Imágenes',
  'tests.no-pictures': 'Las imágenes mismas permanecen en el sistema de imágenes médicas.',
  'tests.interpreter': 'Interpretado por',
  'tests.referrer': 'Remitido por',
  'tests.location': 'Lugar',
  'tests.description': 'Descripción',
  'tests.imaging': 'Estudio de imágenes',
  'tests.filter-imaging': 'Solo imágenes',

  'social.smoking': 'Tabaquismo',
  'social.tobacco-and-alcohol': 'Tabaco y alcohol',
  'social.pregnancy': 'Embarazo',
  'social.occupation': 'Ocupación',
  'social.identity': 'Identidad',
  'social.status': 'Funcionamiento y discapacidad',
  'social.preferences': 'Preferencias',
  'social.screening': 'Evaluaciones de detección',
  'social.questionnaires': 'Cuestionarios',
  'social.other': 'Otros',
  'social.answers': ({ n }) => count(n, 'respuesta', 'respuestas'),
  'social.unanswered': 'sin respuesta',
  'social.author': 'Completado por',
  'social.source': 'Respuestas dadas por',
  'social.definition': 'Cuestionario',
  'social.part-of': 'Parte de',
  'social.questions': 'Preguntas y respuestas',

  'reports.conclusion': 'Conclusión',
  'reports.conclusion-codes': 'Hallazgos',
  'reports.results': ({ n }) => count(n, 'resultado', 'resultados'),
  'reports.issued': 'Fecha de emisión',
  'reports.studies': 'Estudio de imágenes',
  'reports.identifiers': 'Número',
  'reports.document': 'El informe tal como se emitió',
  'reports.filter-documents': 'Solo con documento',
  'reports.not-arrived': 'no está en lo que envió la historia clínica electrónica (EHR)',

  'documents.author': 'Autor',
  'documents.authenticator': 'Firmado por',
  'documents.custodian': 'Conservado por',
  'documents.doc-status': 'Estado del documento',
  'documents.description': 'Descripción',
  'documents.period': 'Atención descrita',
  'documents.facility': 'Centro',
  'documents.setting': 'Ámbito de atención',
  'documents.events': 'Acerca de',
  'documents.related': 'Registros relacionados',
  'documents.relates': 'Relación con otros documentos',
  'documents.security': 'Confidencialidad',
  'documents.format': 'Formato',
  'documents.of-report': 'De un informe diagnóstico',
  'documents.date': 'Fecha',

  'document.none': 'Este registro no contiene ningún documento.',
  'document.headings': 'En este documento',
  'document.which': 'Formatos de este documento',
  'document.nth': ({ n }) => `Documento ${n}`,
  'document.read': 'Leer este documento',
  'document.reading': 'Leyendo el documento…',
  'document.read-failed': 'No se pudo leer el documento.',
  'document.elsewhere':
    'El documento está guardado en una dirección que esta aplicación no tiene permitido leer:',
  'document.empty': 'El documento está vacío.',
  'document.not-base64':
    'No se pudieron decodificar los datos del documento. El registro sin procesar, más abajo, los contiene como se enviaron.',
  'document.too-large': 'El documento es más grande de lo que esta aplicación puede abrir.',
  'document.download': 'Descargar',
  'document.facts': ({ type, size }) => (size === undefined ? type : `${type}, ${size}`),
  'document.unknown-type': 'documento de tipo desconocido',
  'document.cannot-show': 'Este tipo de documento no se puede mostrar aquí. Se puede descargar.',
  'document.not-what-it-says': ({ type }) =>
    `Se indica que este documento es ${type}, pero su contenido no lo es. Se puede descargar.`,
  'document.html-note': 'Se muestra sin los estilos, las imágenes ni los enlaces propios del documento.',
  'document.rtf-deleted': 'Eliminado',
  'document.rtf-hidden': 'Oculto',
  'document.rtf-struck': 'Tachado',
  'document.rtf-picture': 'Imagen, no se muestra aquí',
  'document.rtf-note':
    'El texto de un documento RTF, sin su diseño ni sus imágenes. Los encabezados y pies de página figuran una vez, antes y después.',
  'document.source-note': 'Se muestra como se envió.',
  'document.show-source': 'Mostrar como texto',
  'document.cut': 'El documento es muy largo; el resto está en el archivo que se descarga.',
  'document.pdf': ({ name }) => `${name} (PDF)`,
  'document.kb': ({ size }) => `${size} KB`,
  'document.mb': ({ size }) => `${size} MB`,
  'document.bytes': ({ n }) => count(n, 'byte', 'bytes'),

  'specimens.accession': 'Número de acceso',
  'specimens.identifiers': 'Número',
  'specimens.collected': 'Cuándo se tomó',
  'specimens.collector': 'Tomada por',
  'specimens.method': 'Método',
  'specimens.site': 'Parte del cuerpo',
  'specimens.quantity': 'Cantidad',
  'specimens.fasting': 'Ayuno',
  'specimens.received': 'Fecha de recepción',
  'specimens.condition': 'Estado de la muestra',
  'specimens.container': ({ n }) => (n === 0 ? 'Recipiente' : `Recipiente ${n}`),
  'specimens.capacity': ({ capacity }) => `capacidad: ${capacity}`,
  'specimens.processing': 'Procesamiento',
  'specimens.requests': 'Según la orden',
  'specimens.parents': 'Obtenida de',
};
