import type { session as english } from '#i18n/en/session.ts';
import type { Translation } from '#i18n/translation.ts';

/** Words of a session's life: the warning before it ends by itself, and a way to end it. */
export const session: Translation<typeof english> = {
  'idle.title': '¿Sigue ahí?',
  'idle.left': ({ clock }) => `Su sesión se cerrará en ${clock}.`,
  'idle.spoken': ({ seconds }) =>
    `Su sesión se cerrará en ${seconds} ${seconds === 1 ? 'segundo' : 'segundos'}.`,
  'idle.why':
    'Nadie ha usado este expediente durante un tiempo. Se cerrará para que ninguna otra persona pueda leerlo.',
  'idle.stay': 'Mantener la sesión abierta',
  'idle.leave': 'Cerrar sesión ahora',

  // Ends with the clock's own full stop: "2:02 p.m."
  'session.ends-at': ({ time }) => `Hora de fin de esta sesión: ${time}`,
  'session.sign-in-again': 'Iniciar sesión de nuevo ahora; volverá al lugar donde estaba',
  'session.open-again': ({ system }) =>
    `Después, abra de nuevo la aplicación desde el expediente del paciente en ${system}.`,
  'session.hide': 'Ocultar esto',

  'session.sign-out-there': ({ system }) => `Cerrar sesión también en ${system}`,
};
