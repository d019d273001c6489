import type { takeAway as english } from '#i18n/en/take-away.ts';
import type { Translation } from '#i18n/translation.ts';
import { count } from './count.ts';

/** Words of what leaves the screen: print, files, copies. */
export const takeAway: Translation<typeof english> = {
  'take.menu': 'Copiar, guardar, imprimir',
  'take.copy-list': 'Copiar esta lista como texto',
  'take.save-csv': 'Guardar esta lista como tabla (CSV)',
  'take.print-list': 'Imprimir esta lista',
  'take.copy-line': 'Copiar en una línea',
  'take.copy-facts': 'Copiar con sus detalles',
  'take.print-record': 'Imprimir este registro',
  'take.save-text': 'Guardar el texto',
  'take.without-document': 'El documento que vino con este informe no está en este archivo.',
  'take.save-json': 'Guardar como se envió (FHIR)',
  'take.save-svg': 'Guardar como dibujo (SVG)',
  'take.save-png': 'Guardar como imagen (PNG)',
  'take.menu-trend': 'Guardar esta tendencia',
  'take.menu-growth': 'Guardar el crecimiento',
  'take.menu-changes': 'Guardar los cambios',
  'take.save-sheet': 'Guardar por fecha como tabla (CSV)',
  'take.save-values': 'Guardar los valores como tabla (CSV)',
  'take.save-changes': 'Guardar los cambios como tabla (CSV)',
  'take.menu-timeline': 'Guardar la cronología',
  'take.save-timeline': 'Guardar la cronología como tabla (CSV)',
  'take.sent-as': 'Enviado como',
  'take.drawing': ({ name, what, of }) => (of === 1 ? name : `${name}: ${what}`),
  'keys.copy': 'Copiar como texto la línea de una lista',
  'take.copied': 'Copiado.',
  'take.saved': ({ name }) => `Se guardó como ${name} donde este navegador guarda las descargas.`,
  'take.save-failed': 'El archivo no se pudo crear.',
  'take.no-patient':
    'No se ha leído de quién se trata, así que todavía no se puede imprimir, guardar ni copiar nada.',
  'take.copy-title': 'Copie este texto',
  'take.copy-by-hand':
    'El navegador no permitió copiar. El texto está seleccionado: cópielo con Ctrl C, o con ⌘ C en una Mac.',
  'take.text': 'Texto para copiar',
  'take.labelled': ({ label, value }) => `${label}: ${value}`,
  'take.source': ({ system, time }) => `Leído de ${system} (${time})`,
  'take.note': ({ text }) => `Nota: ${text}`,
  'take.patient': 'Paciente',
  'take.born': 'Fecha de nacimiento',
  'take.marks': 'Observaciones',
  'take.more': 'Más',
  'take.date': 'Fecha',
  'take.until': 'Hasta',
  'take.codes': 'Códigos',
  'take.record': 'Registro',
  'take.from': 'Origen',
  'take.read-at': 'Leído',
  'take.narrowed': ({ shown, n }) =>
    `Lista limitada: contiene ${count(shown, 'registro', 'registros')} de ${n}.`,

  'take.title': 'Imprimir o guardar',
  'take.own-act':
    'Lo que usted imprime, guarda o copia sale de esta aplicación por decisión suya y queda bajo su cuidado. Los archivos se crean en este navegador; no se envía nada a ningún lugar.',
  'take.print-heading': 'Imprimir o PDF',
  'take.files-heading': 'Archivos',
  'take.sections': 'Secciones',
  'take.all': 'Todas',
  'take.none': 'Ninguna',
  'take.usual': 'Las habituales',
  'take.which': 'Registros',
  'take.current': 'Solo actuales',
  'take.current-and-past': 'Actuales y anteriores',
  'take.range': 'Fechas',
  'take.range-from': 'Desde',
  'take.range-to': 'Hasta',
  'take.range-year': 'Últimos 12 meses',
  'take.range-any': 'Cualquier fecha',
  'take.range-hint':
    'Los registros sin fecha y las alergias, problemas de salud, medicamentos, planes y objetivos actuales se incluyen sean cuales sean las fechas.',
  'take.range-wrong': 'La primera fecha es posterior a la última.',
  'take.print': 'Imprimir o guardar como PDF',
  'take.print-nothing': 'Elija al menos una sección.',
  'take.still-reading': ({ n }) =>
    `${count(n, 'sección todavía se está leyendo', 'secciones todavía se están leyendo')}; lo que se imprima ahora lo indicará.`,
  'take.preview': 'Vista previa de lo que se imprimirá',
  'take.whole-chart': 'Elegir secciones en su lugar',
  'take.bundle': 'El expediente médico tal como se leyó (FHIR)',
  'take.bundle-what':
    'Un Bundle de tipo collection: cada registro que se leyó, exactamente como llegó, con los decimales como se escribieron, e indicando de dónde y cuándo se leyó, qué no se pudo leer y a qué hacen referencia sus registros que no está en él.',
  'take.referred':
    'Las personas, organizaciones y lugares que los registros mencionan en su mayoría no se pidieron. Se pueden leer antes: cada uno es una solicitud a la historia clínica electrónica (EHR), dentro de su límite.',
  'take.read-referred': 'Leer aquello a lo que los registros hacen referencia',
  'take.referred-reading': ({ done, n }) => `Leyendo: ${done} de ${n}.`,
  'take.referred-read': ({ n, missing }) =>
    `${n === 1 ? 'Se leyó' : 'Se leyeron'} ${count(n, 'registro', 'registros')}.${missing === 0 ? '' : ` ${count(missing, 'otro no se pudo leer', 'otros no se pudieron leer')}.`}`,
  'take.ips': 'Resumen Internacional del Paciente (FHIR)',
  'take.ips-what':
    'Un Bundle de documento con alergias, medicamentos y problemas de salud, y con resultados, vacunas, procedimientos, dispositivos y signos vitales cuando los hay. Lo crea esta aplicación a partir de lo que se leyó; ningún profesional de la salud lo ha revisado.',
  'take.csv': 'Una sección como tabla (CSV)',
  'take.csv-what': 'Para hojas de cálculo: una línea por registro, con fechas y valores como se enviaron.',
  'take.csv-section': 'Sección',
  'take.save-bundle': 'Guardar el expediente tal como se leyó',
  'take.save-ips': 'Guardar el resumen',
  'take.save-table': 'Guardar la tabla',
  'take.elsewhere':
    'Una tendencia se puede guardar como dibujo debajo de ella; una nota se puede guardar como texto y un resultado se puede copiar desde el menú del registro abierto, y una lista, desde el menú que está encima de ella.',

  'paper.title': 'Expediente médico',
  'paper.record-title': 'Un registro',
  'paper.born': 'Fecha de nacimiento',
  'paper.sex': 'Sexo',
  'paper.number': 'Número',
  'paper.from': 'Origen',
  'paper.printed': ({ time }) => `Impreso (${time})`,
  'paper.on-it': 'En estas páginas',
  'paper.current': 'Registros actuales; donde se omiten los anteriores, se indica cuántos son.',
  'paper.all': 'Registros actuales y anteriores.',
  'paper.between': ({ from, to }) => `Con fecha de ${from} a ${to}.`,
  'paper.since': ({ from }) => `Con fecha de ${from} o posterior.`,
  'paper.until': ({ to }) => `Con fecha de ${to} o anterior.`,
  'paper.not-chosen': ({ names }) => `No están en estas páginas: ${names}.`,
  'paper.out-of-range': ({ n }) =>
    n === 1
      ? 'Se omite un registro fuera de las fechas.'
      : `Se omiten ${count(n, 'registro', 'registros')} fuera de las fechas.`,
  'paper.past-left-out': ({ n }) =>
    n === 1
      ? 'Se omite un registro anterior.'
      : `Se omiten ${count(n, 'registro anterior', 'registros anteriores')}.`,
  'paper.error-left-out': ({ n }) =>
    n === 1
      ? 'Se omite un registro ingresado por error.'
      : `Se omiten ${count(n, 'registro ingresado por error', 'registros ingresados por error')}.`,
  'paper.undated-kept': ({ n }) =>
    n === 1 ? 'Un registro no tiene fecha.' : `${count(n, 'registro', 'registros')} no tienen fecha.`,
  'paper.nothing-in-range': 'Nada dentro de las fechas.',
  'paper.nothing-current': 'Nada actual.',
  'paper.page': 'Página',
  'paper.of': 'de',
  'paper.file': 'Chartside',
  'paper.screen-only':
    'Impreso desde la pantalla: las listas largas contienen solo lo que estaba a la vista. Para una lista completa, elija “Imprimir o guardar” en el menú.',
  'paper.pdf':
    'Un PDF no se puede imprimir con el expediente: abra el documento e imprímalo desde su propio visor.',
  'paper.unread-document':
    'Este documento está en una dirección propia y no se leyó, así que no está en estas páginas.',

  'bundle.incomplete': ({ section, text }) => `${section}: ${text}`,
  'bundle.referred': ({ n }) =>
    n === 1
      ? 'Un registro al que sus registros hacen referencia no se ha leído y no está en el archivo.'
      : `${count(n, 'registro', 'registros')} a los que sus registros hacen referencia no se han leído y no están en el archivo.`,
  'bundle.away': ({ n }) =>
    n === 1
      ? 'Un documento o imagen está en una dirección propia y no está en el archivo.'
      : `${count(n, 'documento o imagen', 'documentos o imágenes')} están en direcciones propias y no están en el archivo.`,
  'bundle.app': 'Chartside',

  'ips.title': ({ system }) => `Resumen Internacional del Paciente de ${system}`,
  'ips.allergies': 'Alergias e intolerancias',
  'ips.medications': 'Resumen de medicamentos',
  'ips.problems': 'Lista de problemas de salud',
  'ips.past-problems': 'Antecedentes de enfermedades',
  'ips.immunizations': 'Vacunas',
  'ips.procedures': 'Antecedentes de procedimientos',
  'ips.devices': 'Dispositivos médicos',
  'ips.results': 'Resultados diagnósticos',
  'ips.vitals': 'Signos vitales',
  'ips.made': ({ system }) =>
    `Creado por Chartside a partir de lo que ${system} compartió con la aplicación. Ningún profesional de la salud ha revisado este resumen.`,
  'ips.not-none': 'Eso no es una declaración de que no existan.',
  'ips.latest': ({ n }) =>
    n === 1
      ? 'Lo último de cada tipo; se omite un valor anterior.'
      : `Lo último de cada tipo; se omiten ${count(n, 'valor anterior', 'valores anteriores')}.`,
  'ips.supply-left-out': ({ n }) =>
    n === 1
      ? 'Se omite un registro de dispensación o administración.'
      : `Se omiten ${count(n, 'registro', 'registros')} de dispensación o administración.`,
  'ips.past-elsewhere': ({ n }) =>
    n === 1
      ? 'Un problema de salud anterior está en “Antecedentes de enfermedades”.'
      : `${count(n, 'problema de salud anterior está', 'problemas de salud anteriores están')} en “Antecedentes de enfermedades”.`,
  'ips.not-here': ({ what }) => `${what} (no forma parte de este resumen)`,
};
