import type { signInFailures as english } from '#i18n/en/sign-in-failures.ts';
import type { Translation } from '#i18n/translation.ts';

/** What happened, and what to do: one sentence each. `how` is what the reader can do on this page. */

interface ToDo {
  readonly system: string;
  /** `retry` and `sign-in` are buttons beside the sentence; `ehr`: only the EHR can open the app again. */
  readonly how: 'retry' | 'sign-in' | 'ehr';
}

function again({ system, how }: ToDo): string {
  if (how === 'retry') return 'Espere un momento y vuelva a intentarlo.';
  if (how === 'sign-in') return 'Inicie sesión de nuevo para continuar.';
  return `Regrese al expediente del paciente en ${system} y abra de nuevo la aplicación desde allí.`;
}

export const signInFailures: Translation<typeof english> = {
  // Feminine, so that no "de el" or "a el" can arise where it is put in.
  'failure.the-ehr': 'la historia clínica electrónica (EHR)',
  'failure.again': again,

  'failure.config-faulty': 'La configuración de esta aplicación tiene errores, así que no abre nada.',
  'failure.config-faulty.do':
    'Quien administra esta aplicación debe corregir las siguientes entradas de smart-config.json e iniciarla de nuevo.',

  'failure.not-set-up': ({ system }) => `Todavía falta configurar ${system} en esta aplicación.`,
  'failure.not-set-up.placeholder.do':
    'Quien administra esta aplicación debe ingresar en smart-config.json el “client id” de su registro.',

  'failure.browser-unfit.storage':
    'Este navegador no guarda nada para esta aplicación, así que no es posible iniciar sesión.',
  'failure.browser-unfit.storage.do':
    'Permita los datos de sitio para esta dirección en los ajustes del navegador y cargue la página de nuevo.',
  'failure.browser-unfit.insecure': 'Esta página no llegó por una conexión segura.',
  'failure.browser-unfit.insecure.do':
    'Abra la aplicación en su dirección https, con un navegador actualizado.',

  'failure.not-opened-from-ehr': 'Esta página no se abrió desde el expediente de un paciente.',
  'failure.not-opened-from-ehr.do': ({ system }) =>
    `Abra el expediente del paciente en ${system} y elija allí esta aplicación.`,

  'failure.unknown-system': 'Esta aplicación no funciona con el sistema que la abrió.',
  'failure.unknown-system.do':
    'No se envió nada a ese sistema. Abra la aplicación desde la historia clínica electrónica (EHR) para la que se configuró.',

  'failure.launch-expired': 'Pasó demasiado tiempo desde que se eligió la aplicación en el expediente.',
  'failure.launch-expired.do': again,

  'failure.not-enabled': ({ system }) =>
    `${system} no permite el acceso a esta aplicación: es posible que el consultorio no la haya activado.`,
  'failure.not-enabled.do':
    'Pida al administrador del consultorio que active la aplicación y luego ábrala de nuevo.',

  'failure.consent-refused': 'El expediente no se compartió con esta aplicación.',
  'failure.consent-refused.do': ({ system, how }) =>
    how === 'ehr'
      ? `Para continuar, abra de nuevo la aplicación desde el expediente del paciente en ${system} y permítale leer el expediente.`
      : 'Para continuar, inicie sesión de nuevo y permita que la aplicación lea el expediente.',

  'failure.scope-refused': ({ system }) => `${system} no ofrece a esta aplicación todo lo que pide leer.`,
  'failure.scope-refused.do':
    'Avise a quien administra esta aplicación e indique el código de asistencia que aparece abajo.',

  'failure.patient-not-shared': ({ system }) =>
    `${system} no tuvo permiso para decir a esta aplicación quién es el paciente.`,
  'failure.patient-not-shared.do': ({ system, how }) =>
    how === 'ehr'
      ? `Un expediente sin nombre podría confundirse con el de otra persona. Abra de nuevo la aplicación desde el expediente en ${system} y permita los datos del paciente.`
      : 'Un expediente sin nombre podría confundirse con el de otra persona. Inicie sesión de nuevo y permita los datos del paciente.',

  'failure.sign-in-unreachable': ({ system }) => `El inicio de sesión de ${system} no responde.`,
  'failure.offline': 'Este dispositivo no tiene conexión.',

  'failure.discovery-refused': ({ system }) =>
    `${system} indica una dirección de inicio de sesión en la que esta aplicación no tiene motivos para confiar.`,
  'failure.discovery-refused.do':
    'No se envió nada allí. Avise a quien administra esta aplicación e indique el código de asistencia que aparece abajo.',

  'failure.exchange-blocked': ({ system }) =>
    `${system} aceptó su inicio de sesión, pero no permitió que este navegador lo completara.`,
  'failure.exchange-blocked.do': ({ system, how }) =>
    `${again({ system, how })} Si vuelve a ocurrir, avise a quien administra esta aplicación: es posible que su dirección no esté registrada allí.`,

  'failure.code-refused': 'Este inicio de sesión ya se había usado o tardó demasiado.',
  'failure.sign-in-failed': ({ system }) => `No se pudo iniciar sesión en ${system}.`,
  'failure.callback-unexpected':
    'Esta pestaña no pidió el inicio de sesión que recibió, así que no se abrió nada.',
  'failure.interrupted': 'La página se volvió a cargar antes de que terminara el inicio de sesión.',
  'failure.answer-broken': ({ system }) =>
    `${system} terminó el inicio de sesión con una respuesta que esta aplicación no puede usar.`,

  'failure.patient-missing': ({ system }) =>
    `${system} no indicó de quién es el expediente que se debe abrir.`,
  'failure.patients-unreadable': ({ system }) =>
    `No se pudo leer de ${system} la lista de personas cuyo expediente puede abrir.`,

  'failure.over.expired': 'Su sesión venció.',
  'failure.over.idle': 'El expediente se cerró porque nadie lo usó durante un tiempo.',
  'failure.over.limit': 'Terminó el tiempo que dura una sesión.',
  'failure.over.elsewhere': 'Usted cerró sesión en otra pestaña.',
  'failure.over.patient-changed': ({ system }) =>
    `${system} respondió con los datos de otro paciente, así que este expediente se cerró.`,
  'failure.over.person-changed':
    'La sesión se renovó a nombre de otra persona, así que este expediente se cerró.',
  'failure.over.other': 'Este expediente está cerrado.',
  'failure.over.place-kept': 'Inicie sesión de nuevo para continuar; volverá al lugar donde estaba.',

  'failure.fault': 'Ocurrió un error en esta aplicación.',
  'failure.fault.do':
    'Cargue la página de nuevo. Si vuelve a ocurrir, envíe el siguiente informe a quien administra esta aplicación.',
};
