import type { doors as english } from '#i18n/en/doors.ts';
import type { Translation } from '#i18n/translation.ts';

/** Words of the sign-in page: which system is mine, and what its card means. Loaded with that page. */
export const doors: Translation<typeof english> = {
  'sign-in.title': 'Abrir un expediente médico',
  'sign-in.lead':
    'Elija el sistema que usa su consultorio. Allí inicia sesión, con la cuenta que tiene en él, e indica qué puede leer esta aplicación.',
  'sign-in.still-there': ({ system }) =>
    `Es posible que su sesión siga abierta en ${system}: cierre este navegador si otras personas lo usan.`,
  'sign-in.signed-out': 'Su sesión está cerrada. En este navegador no se guarda nada del expediente.',
  'sign-in.which': '¿Qué sistema usa su consultorio?',
  'sign-in.go': 'Iniciar sesión',
  'sign-in.with': ({ system }) => `Iniciar sesión con ${system}`,
  'sign-in.none': 'Aquí no hay ningún sistema en el que una persona pueda iniciar sesión desde esta página.',
  'sign-in.none-yet':
    'Todavía no se ha configurado aquí el sistema de ningún consultorio. Quien administra esta aplicación puede ver qué falta en “Diagnóstico técnico”.',
  'sign-in.practice-search': ({ host }) => `consultorios en ${host} (se abre en una pestaña nueva)`,
  'sign-in.unsure':
    '¿No sabe cuál es? Pregunte en su consultorio o búsquelo en la lista del proveedor del sistema:',
  'sign-in.last': 'Usó este la última vez',
  'sign-in.forget': 'Olvidar esto',
  'sign-in.forgotten': 'Olvidado: este navegador ya no sabe cuál usó usted.',
  'sign-in.retiring': 'En proceso de retiro',

  'sign-in.then': 'Qué hace esta aplicación',
  'sign-in.what':
    'Esta aplicación muestra el expediente de una sola persona: quién es, alergias, problemas de salud, medicamentos, resultados, notas y lo demás.',
  'sign-in.kept':
    'Lee el expediente del sistema del consultorio mientras está abierto en esta pestaña, y no guarda nada de él.',
  'sign-in.clinicians':
    'Los profesionales de la salud abren esta aplicación desde el expediente de un paciente en la historia clínica electrónica (EHR).',
  'sign-in.open-file':
    'O abra un archivo que usted tenga: una exportación, un Bundle de FHIR, un documento C-CDA',
  'sign-in.sandbox': 'Expedientes ficticios para probar',
  'sign-in.sandbox-what': 'Todas las personas que aparecen en ellos son inventadas.',

  'door.office-patient.who': 'Para pacientes de un consultorio que usa NextGen Office.',
  'door.office-patient.how':
    'Inicie sesión con su nombre de usuario y contraseña de YourHealthFile. Puede abrir su propio expediente o el de una persona a su cuidado.',
  'door.office-patient-r3.who': 'La cuenta de YourHealthFile, con el expediente en un formato más antiguo.',
  'door.office-patient-r3.how': 'Úsela solo si su consultorio o el servicio de asistencia se lo piden.',
  'door.enterprise-patient.who': 'Para pacientes de un consultorio que usa NextGen Enterprise.',
  'door.enterprise-patient.how':
    'Inicie sesión con la cuenta que su consultorio le dio para su portal de pacientes. Después elige, tema por tema, qué compartir.',
  'door.enterprise-patient-dstu2.who':
    'La cuenta para NextGen Enterprise, con el expediente en un formato más antiguo y un permiso aparte.',
  'door.enterprise-patient-dstu2.how':
    'NextGen está retirando de servicio esta opción. Úsela solo si su consultorio no ofrece otra.',
  'door.ehr.who':
    'Para profesionales de la salud, con la cuenta que tienen para la historia clínica electrónica (EHR).',
  'door.ehr.how': 'Por lo general, esta aplicación se abre desde el expediente del paciente.',
  'choose.title': '¿De quién es el expediente que desea abrir?',
  'choose.born': ({ date }) => `nacimiento: ${date}`,
  'choose.unnamed': 'Nombre no registrado',
  'choose.more': ({ system }) =>
    `${system} tiene más personas de las que envió: es posible que falte alguien en esta lista.`,
  'choose.number': ({ id }) => `Expediente ${id}`,
  'door.own-records.who': 'Registros de archivos propios, si el entorno de pruebas se inició con alguno.',
  'door.own-records.how':
    'Inicie sesión con una cuenta del personal del consultorio inventado y elija qué expediente abrir.',
};
