import type { documents as english } from '#i18n/en/documents.ts';
import type { Translation } from '#i18n/translation.ts';
import { count } from './count.ts';

/** The words of the list of notes and documents, and of finding something in it. */
export const documents: Translation<typeof english> = {
  'documents.whole-record': 'Expediente médico completo en un solo documento (C-CDA)',
  'documents.whole-record-note': 'La historia clínica electrónica (EHR) lo escribe cuando se abre',
  'documents.type-ccda': 'Documento C-CDA',
  'documents.type-report': ({ type }) => `Informe: ${type}`,
  'documents.open-file': 'Abrir un archivo de esta computadora',
  'documents.opened-file': 'Abierto desde esta computadora',
  'documents.opened-file-note':
    'Permanece en esta pestaña, no se envía a ningún lugar y desaparece cuando se cierra el expediente.',
  'documents.unread': 'Todavía sin abrir',
  'documents.filter-unread': 'Todavía sin abrir',
  'documents.filters': 'Limitar la lista',
  'documents.filters-on': ({ n }) => `Lista limitada por ${count(n, 'criterio', 'criterios')}`,
  'documents.filter-type': 'Tipo',
  'documents.filter-author': 'Autor',
  'documents.filter-from': 'Desde',
  'documents.filter-to': 'Hasta',
  'documents.filter-visit': 'Consulta',
  'documents.filter-any': 'Cualquiera',
  'documents.filter-option': ({ name, n }) => `${name} (${n})`,
  'documents.filter-clear': 'Quitar',
  'documents.filter-none': 'Ningún documento corresponde a estos criterios.',
  'documents.not-searched': ({ n }) =>
    n === 1
      ? 'Una nota no se revisa, o no por completo: es una imagen, un archivo PDF sin texto o dañado, muy larga o aún no se ha obtenido.'
      : `${n} notas no se revisan, o no por completo: imágenes, archivos PDF sin texto o dañados, notas muy largas y las que aún no se han obtenido.`,
  'documents.pdf-reading':
    'Leyendo el texto de los archivos PDF. Lo que se encuentre en ellos se añade a la lista.',
  'documents.undated-left-out': ({ n }) =>
    `${count(n, 'documento sin fecha omitido', 'documentos sin fecha omitidos')} por limitar las fechas.`,

  'document.find': 'Buscar en este documento',
  'document.find-next': 'Lugar siguiente',
  'document.find-previous': 'Lugar anterior',
  'document.not-found': 'No está en este documento',
  'document.found': ({ at, n }) => `${at} de ${n}`,
  'document.found-many': ({ at, n }) => `${at} de más de ${n}`,
  'document.page-of': ({ at, n }) => `Página ${at} de ${n}`,
  'document.pdf-drawn':
    'Este navegador no tiene visor de PDF propio; esta aplicación dibuja las páginas. Se omiten los formularios, enlaces y archivos adjuntos del archivo.',
  'document.pdf-gaps': ({ kinds }) =>
    `Las imágenes en formato ${kinds} no se pueden dibujar aquí: partes de estas páginas pueden verse vacías. El archivo descargado sí las contiene.`,
  'document.pdf-broken': 'Las páginas de este PDF no se pudieron dibujar. Se puede descargar.',
  'document.pdf-locked': 'Este PDF está protegido con contraseña. Se puede descargar.',
  'document.pdf-earlier': ({ n }) => `Mostrar ${count(n, 'página anterior', 'páginas anteriores')}`,
  'document.pdf-more': ({ n }) => `Mostrar ${count(n, 'página más', 'páginas más')}`,
  'documents.pane': 'El documento abierto',
  'documents.counts': ({ n, reports }) =>
    `${count(n, 'documento', 'documentos')} y ${count(reports, 'informe', 'informes')} en palabras o como documento.`,
  'documents.counts-whole': ({ n, reports }) =>
    `${count(n, 'documento', 'documentos')}, ${count(reports, 'informe', 'informes')} en palabras o como documento y el expediente médico completo en un solo documento.`,
};
