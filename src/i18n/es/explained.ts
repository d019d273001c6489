import type { explained as english } from '#i18n/en/explained.ts';
import type { Translation } from '#i18n/translation.ts';

export const explained: Translation<typeof english> = {
  'what-is.summary':
    'Las partes más importantes del expediente en una página: lo que necesita atención, problemas y medicamentos actuales, últimos resultados y consultas. Cada línea abre el registro del que viene. Donde falta una parte, la página dice por qué.',
  'what-is.timeline':
    'Todo lo que tiene fecha en el expediente, lo más nuevo primero, agrupado por consulta o por día. Se reúne de todas las secciones que se han leído. Los registros sin fecha están aparte, y se nombran las secciones que no se pudieron leer.',
  'what-is.changes':
    'Lo que es nuevo, cambió, se suspendió o dio resultado desde una consulta o un día que usted elige. Solo las fechas escritas en el expediente pueden decirlo. “Ningún cambio” significa que ninguna fecha muestra uno, no que no haya pasado nada.',
  'what-is.problems':
    'Enfermedades y otros problemas de salud que un equipo de atención anotó en el expediente, primero los actuales. Un problema puede seguir en la lista después de haber pasado. “Ninguno registrado” significa que no se anotó ninguno en este sistema.',
  'what-is.allergies':
    'Cosas que causaron una reacción, o podrían causarla, con la reacción y qué tan grave puede ser. Las informó el equipo de atención o la persona. “Ninguna registrada” no es lo mismo que “sin alergias conocidas”: significa que no se anotó nada.',
  'what-is.medications':
    'Medicamentos que se recetaron, se dieron o se informaron, con la dosis como se escribió. Primero están los actuales. “Ninguno registrado” significa que no se anotó ninguno en este sistema: otros pueden haberse recetado en otro lugar o comprado sin receta.',
  'what-is.immunizations':
    'Vacunas que se pusieron, o que no se pusieron, con sus fechas. Las anotó el consultorio o se informaron desde otro lugar. “Ninguna registrada” no significa que no se haya puesto ninguna: pueden estar registradas en otro lugar.',
  'what-is.procedures':
    'Operaciones, tratamientos y exámenes que se hicieron, o que se planearon y no se hicieron. Vienen del expediente del consultorio. “Ninguno registrado” significa que no se anotó ninguno en este sistema.',
  'what-is.results':
    'Análisis de sangre, orina y otras muestras, con el intervalo habitual cuando el laboratorio lo dio. Un resultado fuera del intervalo no siempre es un problema, y uno dentro del intervalo no descarta un problema. “Ninguno registrado” significa que este sistema no listó resultados de laboratorio.',
  'what-is.vitals':
    'Medidas básicas del cuerpo, como presión arterial, pulso, peso y estatura, tomadas sobre todo en las consultas. “Ninguno registrado” significa que no se anotó ninguno en este sistema.',
  'what-is.tests':
    'Pruebas que no se hacen en un laboratorio, como radiografías, tomografías, trazados del corazón y pruebas de los pulmones. Las imágenes mismas casi siempre se quedan en el sistema de imágenes. “Ninguna registrada” significa que este sistema no listó ninguna.',
  'what-is.specimens':
    'Muestras que se tomaron para análisis, como sangre, orina o tejido: qué se tomó, cuándo y de dónde. Muchos sistemas no las comparten, aunque haya resultados. “Ninguna registrada” significa que ninguna muestra se anotó por separado.',
  'what-is.documents':
    'Notas, cartas, formularios y otros documentos que el equipo de atención escribió o recibió. Se muestran como se escribieron. “Ninguno registrado” significa que este sistema no compartió ningún documento: algunos pueden existir solo en papel o en otro sistema.',
  'what-is.reports':
    'Informes de análisis de laboratorio, imágenes y otros exámenes, con lo que concluyó el profesional. Cada resultado está también en su propia sección. “Ninguno registrado” significa que este sistema no listó informes.',
  'what-is.encounters':
    'Consultas, hospitalizaciones, llamadas y videoconsultas, con sus fechas y motivos. A las consultas también se les llama encuentros. “Ninguna registrada” significa que este sistema no listó ninguna: las consultas a otros lugares a menudo no aparecen.',
  'what-is.care-plan':
    'Lo que el equipo de atención planea hacer: tratamientos, análisis, consultas y consejos. Lo escribió el equipo. “Ninguno registrado” significa que no se anotó ningún plan como tal: también puede haber planes en las notas.',
  'what-is.goals':
    'Lo que la persona y el equipo de atención quieren lograr, con un valor y una fecha cuando los hay. “Ninguno registrado” significa que no se anotó ningún objetivo en este sistema.',
  'what-is.care-team':
    'Las personas que participan en la atención y qué hace cada una. “Ninguno registrado” significa que no se anotó ningún equipo en este sistema, no que nadie esté a cargo.',
  'what-is.devices':
    'Dispositivos en el cuerpo o sobre él, como un marcapasos o una prótesis, con sus números. “Ninguno registrado” significa que no se anotó ninguno en este sistema: puede faltar un dispositivo de otro lugar.',
  'what-is.orders':
    'Análisis, tratamientos y referencias que pidió un equipo de atención. Una orden no significa que se haya hecho: el resultado está en su propia sección. “Ninguna registrada” significa que este sistema no listó órdenes.',
  'what-is.demographics':
    'Quién es la persona y cómo comunicarse con ella: nombre, fecha de nacimiento, sexo, idioma, dirección y contactos. Se le dijo al consultorio. Lo que falta aquí no se registró o no se compartió; el consultorio puede corregirlo.',
  'what-is.social-history':
    'La vida diaria y los hábitos, como fumar, el trabajo y el embarazo, y respuestas a cuestionarios de salud. Es lo que se dijo o se llenó en ese momento. “Ninguno registrado” significa que no se anotó ninguna respuesta, no que la respuesta fue no.',
  'what-is.coverage':
    'El seguro médico y otra cobertura, como el consultorio los conoce para facturar. No dice qué paga un plan. “Ninguna registrada” significa que no se anotó ninguna en este sistema, no que la persona no tenga.',
  'what-is.people':
    'Familiares, cuidadores y otras personas vinculadas con este expediente, con la forma de comunicarse con ellas. “Ninguna registrada” significa que no se anotó a nadie en este sistema.',
  'what-is.other':
    'Registros que no pertenecen a otra sección, para que no falte nada de lo que envió el sistema. Se muestran como se enviaron. “Ninguno registrado” significa que todo lo enviado está en otra sección.',
  'what-is.take-away':
    'Imprima el expediente o guárdelo como archivo, para conservarlo o mostrarlo a otra persona. Los archivos se hacen en este navegador y no se envían a ninguna parte. Las páginas impresas nombran lo que no se pudo leer.',

  'what-is.find':
    'Busca una palabra, un nombre, un código o un valor en todo lo que se ha leído, y abre el registro. Busca solo en esta pestaña y no envía nada. Se nombra lo que no se ha leído o no se puede buscar.',
  'what-is.reading-pane':
    'El documento que usted eligió, como lo escribió su autor. Siguiente y anterior recorren la lista que está al lado. Si no se puede mostrar aquí, dice por qué y ofrece descargarlo cuando es posible.',

  'what-is.open': '¿Qué es esto?',
  'plain.more': ({ name }) => `Leer más sobre ${name} en MedlinePlus`,
  'plain.leaves':
    'Abre MedlinePlus, una biblioteca pública de la Biblioteca Nacional de Medicina de EE. UU., en una pestaña nueva. Esta aplicación le envía solo el código de esta entrada y el idioma, nada sobre usted.',

  'means.high':
    'Más alto que el intervalo habitual. Muchas cosas pueden causarlo, y no siempre es un problema. Pregunte a su equipo de atención qué significa para usted.',
  'means.low':
    'Más bajo que el intervalo habitual. Muchas cosas pueden causarlo, y no siempre es un problema. Pregunte a su equipo de atención qué significa para usted.',
  'means.abnormal':
    'No es lo habitual en esta prueba. Muchas cosas pueden causarlo, y no siempre es un problema. Pregunte a su equipo de atención qué significa para usted.',
  'means.critical-high':
    'Marcado como crítico: tan por encima del intervalo habitual que puede necesitar atención pronto. Pregunte a su equipo de atención si no le han llamado.',
  'means.critical-low':
    'Marcado como crítico: tan por debajo del intervalo habitual que puede necesitar atención pronto. Pregunte a su equipo de atención si no le han llamado.',
  'means.critical':
    'Marcado como crítico: puede necesitar atención pronto. Pregunte a su equipo de atención si no le han llamado.',
  'means.derived':
    'Esta aplicación comparó el valor con el intervalo que vino con él. La fuente del resultado no lo dijo.',
};
