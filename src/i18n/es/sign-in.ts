import type { signIn as english } from '#i18n/en/sign-in.ts';
import type { Translation } from '#i18n/translation.ts';

/** Words of waiting, of choosing a person, and of the page that says why no chart is open. */
export const signIn: Translation<typeof english> = {
  'app.name': 'Chartside',
  'sign-in.opening': 'Abriendo el expediente…',
  'sign-in.closing': 'Cerrando el expediente…',

  'beside.diagnostics': 'Diagnóstico técnico',
  'beside.privacy': 'Privacidad',

  'failure.title': 'El expediente no está abierto',
  'failure.untold':
    'No se puede decir qué pasó, porque el resto de esta página no se pudo cargar. Revise la conexión y vuelva a cargar la página.',
  'failure.retry': 'Intentar de nuevo',
  'failure.sign-in': 'Iniciar sesión de nuevo',
  'failure.start': 'Ir a la página de inicio',
  'failure.code': ({ code }) => `Código de asistencia ${code}`,
  'failure.details': 'Detalles para el servicio de asistencia',
  'failure.details-what': 'Este informe no contiene nombres, números de pacientes ni contraseñas.',
  'failure.copy': 'Copiar el informe',
  'failure.copied': 'El informe se copió.',
  'failure.not-copied': 'Este navegador no permite copiar. Seleccione el texto de arriba y cópielo.',
};
