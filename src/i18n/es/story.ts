import type { story as english } from '#i18n/en/story.ts';
import type { Translation } from '#i18n/translation.ts';
import { count } from './count.ts';

/** Words of the views over the whole chart: timeline, find, what changed, a visit with all that belongs to it. */
export const story: Translation<typeof english> = {
  'story.coming': ({ names }) => `Todavía sin leer: ${names}.`,
  'story.failed': ({ names }) => `No se pudo leer: ${names}.`,
  'story.not-shared': ({ names }) => `No se compartió con esta aplicación: ${names}.`,
  'story.partly': ({ names }) => `Se leyó solo en parte: ${names}.`,
  'story.no-choice': '–',
  'story.in-error': ({ n }) =>
    n === 1
      ? 'Aquí se omite un registro ingresado por error; su sección lo muestra si se le pide.'
      : `Aquí se omiten ${n} registros ingresados por error; sus secciones los muestran si se les pide.`,

  'timeline.rule':
    'Lo más reciente primero. Un registro aparece debajo de la consulta que menciona o, si no menciona ninguna, en su propio día; si solo se conoce el mes o el año, aparece después de los días de ese mes o año.',
  'timeline.rule-dates': 'Entre dos fechas figura todo lo que empezó, continuó o terminó en ellas.',
  'timeline.kinds': 'Tipos',
  'timeline.kinds-all': 'Tipos: todos',
  'timeline.kinds-some': ({ n }) => `Tipos: ${count(n, 'elegido', 'elegidos')}`,
  'timeline.from': 'Desde',
  'timeline.to': 'Hasta',
  'timeline.jump': 'Ir al año',
  'timeline.jump-year': ({ year, n }) => `${year} (${count(n, 'registro', 'registros')})`,
  'timeline.clear': 'Mostrar todo',
  'timeline.nothing': 'Ningún registro con fecha corresponde a lo que se eligió.',
  'timeline.none': 'Aquí no hay registros con fecha.',
  'timeline.density': ({ n, first, last }) =>
    first === last
      ? `${count(n, 'registro con fecha', 'registros con fecha')} en ${first}.`
      : `${count(n, 'registro con fecha', 'registros con fecha')} de ${first} a ${last}.`,
  'timeline.lanes': 'Problemas de salud y medicamentos a lo largo del tiempo',
  'timeline.lanes-problems': 'Problemas de salud',
  'timeline.lanes-medications': 'Medicamentos',
  'timeline.lanes-all': ({ n }) => `Mostrar los ${n}`,
  'timeline.lanes-fewer': 'Mostrar menos',
  'timeline.lanes-none': 'Ningún problema de salud ni medicamento de aquí tiene fecha.',
  'timeline.lanes-key': 'Una barra que se desvanece ya terminó, y ninguna fecha indica cuándo.',
  'timeline.span': ({ start, end }) => `${start} a ${end}`,
  'timeline.span-open': ({ start }) => `desde ${start}`,
  'timeline.span-unknown': ({ start }) => `desde ${start}, fin no registrado`,
  'timeline.undated': ({ n }) => `Sin fecha: ${count(n, 'registro', 'registros')}`,
  'timeline.fold': ({ n, kind }) => `y ${n} más: ${kind.toLowerCase()}`,
  'timeline.unfold-show': 'Mostrar por separado',
  'timeline.unfold-hide': 'Mostrar menos',
  'timeline.elsewhere': 'Problemas que empezaron otro día:',
  'timeline.visit-empty': 'Ningún registro de los que se leyeron menciona esta consulta.',
  'timeline.table': 'Cronología, lo más reciente primero',
  'timeline.kind': 'Tipo',
  'timeline.what': 'Registro',
  'timeline.says': 'Valor, estado o autor',
  'story.by': ({ names }) => `Por ${names}`,

  'find.title': 'Buscar en el expediente',
  'find.placeholder': 'Un nombre, código, valor o palabra de una nota',
  'find.results': 'Lo que se encontró',
  'find.how':
    'Se busca en todo lo leído hasta ahora, solo en esta pestaña. Las teclas de flecha eligen y Enter abre.',
  'find.count': ({ n }) => `${count(n, 'registro encontrado', 'registros encontrados')}.`,
  'find.nothing': 'Nada de lo que se ha leído coincide.',
  'find.nothing-yet': 'Todavía no se encontró nada.',
  'find.preparing': 'Todavía se está preparando la búsqueda…',
  'find.rest': ({ n }) => `Mostrar ${n} más`,
  'find.rest-of': ({ n, rest }) => `Mostrar ${n} de ${rest} más`,
  'find.page': ({ at }) => `Página ${at}:`,
  'find.pdf-reading': ({ n }) => `Leyendo el texto de ${count(n, 'archivo PDF', 'archivos PDF')}…`,
  'find.pdf-ask': ({ n }) =>
    n === 1
      ? 'Leer un archivo PDF para poder buscar en él'
      : `Leer ${n} archivos PDF para poder buscar en ellos`,
  'find.pdf-requests': ({ n, system }) => `${count(n, 'solicitud', 'solicitudes')} a ${system}.`,
  'find.pdf-failed': ({ n }) =>
    n === 1 ? 'No se pudo obtener un archivo PDF.' : `No se pudieron obtener ${n} archivos PDF.`,
  'find.pdf-no-text': ({ n }) =>
    n === 1
      ? 'Un archivo PDF no tiene texto (por ejemplo, porque se escaneó): no se busca en lo que dice.'
      : `${n} archivos PDF no tienen texto (por ejemplo, porque se escanearon): no se busca en lo que dicen.`,
  'find.pdf-some-pages': ({ n }) =>
    n === 1
      ? 'Un archivo PDF tiene páginas sin texto (por ejemplo, escaneadas): no se busca en ellas.'
      : `${n} archivos PDF tienen páginas sin texto (por ejemplo, escaneadas): no se busca en ellas.`,
  'find.pdf-unreadable': ({ n }) =>
    n === 1
      ? 'Un archivo PDF está dañado o protegido con contraseña: no se busca en él.'
      : `${n} archivos PDF están dañados o protegidos con contraseña: no se busca en ellos.`,
  'find.pdf-long': ({ n }) =>
    n === 1
      ? 'Un archivo PDF es muy largo: no se busca en todo su texto.'
      : `${n} archivos PDF son muy largos: no se busca en todo su texto.`,
  'find.pdf-long-scan': ({ n }) =>
    n === 1
      ? 'Un archivo PDF es muy largo y sus primeras páginas no tienen texto (por ejemplo, porque se escanearon): el resto no se leyó.'
      : `${n} archivos PDF son muy largos y sus primeras páginas no tienen texto (por ejemplo, porque se escanearon): el resto no se leyó.`,
  'find.pdf-late': ({ n }) =>
    n === 1
      ? 'Leer un archivo PDF tardó demasiado: no se busca en él, o no en todo su texto.'
      : `Leer ${n} archivos PDF tardó demasiado: no se busca en ellos, o no en todo su texto.`,
  'find.pdf-not-read': ({ n }) =>
    n === 1
      ? 'Un archivo PDF no se leyó porque una parte de esta aplicación no se cargó: no se busca en él.'
      : `${n} archivos PDF no se leyeron porque una parte de esta aplicación no se cargó: no se busca en ellos.`,
  'find.pdf-again': ({ n }) =>
    n === 1 ? 'Intentar leer ese archivo PDF otra vez' : `Intentar leer esos ${n} archivos PDF otra vez`,
  'find.closed-documents': ({ n }) =>
    n === 1
      ? 'No se busca en el texto de un documento, o no en todo (es una imagen, es muy largo o todavía no se ha abierto).'
      : `No se busca en el texto de ${n} documentos, o no en todo (son imágenes, son muy largos o todavía no se han abierto).`,
  'find.cut-records': ({ n }) =>
    n === 1
      ? 'Un registro contiene muchísimo texto: no se busca en todo lo que dice.'
      : `${n} registros contienen muchísimo texto: no se busca en todo lo que dicen.`,

  'visit.this': 'Esta consulta',
  'visit.all': 'Todo lo de esta consulta',
  'visit.contents': 'Lo que pertenece a esta consulta',
  'visit.missing':
    'La historia clínica electrónica (EHR) abrió este expediente desde una consulta que no ha enviado. El expediente completo está abajo.',
  'visit.diagnoses': 'Diagnósticos',
  'visit.notes': 'Notas',
  'visit.orders': 'Órdenes',
  'visit.results': 'Resultados',
  'visit.rest': 'También de esta consulta',
  'visit.none': 'Ningún registro de este tipo menciona esta consulta.',
  'visit.none-read': 'No todo se pudo leer; de lo que se leyó, nada menciona esta consulta.',
  'visit.coming': 'Todavía se está leyendo.',
  'visit.more': ({ n }) => `y ${n} más`,

  'follow-up.title': 'Pendiente de seguimiento',
  'follow-up.none': 'Ningún objetivo ha pasado de su fecha y toda orden activa tiene respuesta.',
  'follow-up.none-known':
    'No se sabe de nada pendiente; no se pudieron leer todos los objetivos, órdenes y resultados.',
  'follow-up.partly': 'No se pudieron leer todos los resultados: es posible que exista una respuesta.',
  'follow-up.due': ({ date }) => `objetivo, fecha límite vencida: ${date}`,
  'follow-up.no-result': 'orden, ningún resultado la menciona',
  'follow-up.no-result-since': ({ date }) => `orden (${date}), ningún resultado la menciona`,
  'follow-up.more-goals': ({ n }) =>
    `${count(n, 'objetivo más', 'objetivos más')} con la fecha límite vencida`,
  'follow-up.more-orders': ({ n }) => `${count(n, 'orden más', 'órdenes más')} sin resultado`,

  'summary.choose-date': 'Elegir una fecha',
  'summary.more-names': ({ n }) => `y ${n} más`,
  'summary.conflict': ({ said, section }) =>
    `Está registrado “${said}” junto a registros actuales en “${section}”`,
  'summary.conflict-ask': 'Pregunte antes de confiar en cualquiera de los dos datos.',
  'summary.coming-visit': 'próxima',
  'problems.new': ({ date }) => `nuevo: ${date}`,
  'medications.course': 'Evolución',
  'medications.for': 'Motivo',
  'medications.renewal-of': 'Igual que antes',
  'medications.instead-of': 'En lugar de',
  'medications.course-started': ({ date }) => `nuevo: ${date}`,
  'medications.course-since': ({ date }) => `desde ${date}`,
  'medications.course-changed': ({ date }) => `cambio: ${date}`,
  'medications.course-renewed': ({ first, date }) => `desde ${first}, renovación: ${date}`,
  'medications.course-before': ({ before }) => `antes: ${before}`,

  'changes.new': 'Nuevos',
  'changes.changed': 'Modificados',
  'changes.stopped': 'Suspendidos o terminados',
  'changes.resulted': 'Con resultado',
  'changes.since-visit': 'Desde la consulta',
  'changes.since-day': 'Desde el día',
  'changes.or-since-day': 'o desde el día',
  'changes.last-visit': 'Volver a la consulta anterior',
  'changes.no-visit': 'No hay una consulta anterior registrada desde la cual contar. Elija un día.',
  'changes.visits-missing':
    'Las consultas no se compartieron o no se pudieron leer por completo, así que no hay ninguna desde la que contar. Elija un día.',
  'changes.none-read': 'En lo que se pudo leer, ninguna fecha indica un cambio desde entonces.',
  'changes.none': 'Ninguna fecha de los registros muestra un cambio desde entonces.',
  'changes.none-yet': 'En lo que se ha leído hasta ahora, ninguna fecha muestra un cambio desde entonces.',
  'changes.rule':
    'Se determina solo por las fechas de los registros y de su Provenance (procedencia); se cuenta todo el día de la consulta, pero no la consulta misma. No se puede saber lo que se modificó sin dejar una fecha.',
  'changes.untold': ({ n }) =>
    n === 1
      ? 'Un registro de aquí no tiene ninguna fecha.'
      : `${count(n, 'registro', 'registros')} de aquí no tienen ninguna fecha.`,
  'changes.change': 'Cambio',
  'changes.before': 'Antes',
  'changes.says-so': 'Qué lo indica',
  'changes.by-dated': ({ date }) => `fecha: ${date}`,
  'changes.by-recorded': ({ date }) => `registro: ${date}`,
  'changes.by-released': ({ date }) => `publicación: ${date}`,
  'changes.by-ended': ({ date }) => `fin: ${date}`,
  'changes.by-status': ({ date }) => `cambio de estado: ${date}`,
  'changes.by-recurred': ({ date }) => `ocurrió de nuevo: ${date}`,
  'changes.by-corrected': ({ date }) => `corrección: ${date}`,
  'changes.by-provenance': ({ date }) => `Provenance: ${date}`,
  'changes.renewed': 'receta nueva, mismo medicamento y misma dosis',
  'changes.was': ({ before }) => `antes: ${before}`,
};
