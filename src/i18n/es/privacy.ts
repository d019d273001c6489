import type { privacy as english } from '#i18n/en/privacy.ts';
import type { Translation } from '#i18n/translation.ts';

/** Words of the privacy page: for patients first, then for practices. */
export const privacy: Translation<typeof english> = {
  'privacy.title': 'Privacidad',
  'privacy.short':
    'Esta aplicación muestra un expediente médico en su navegador. No guarda nada de él ni envía nada de él a ningún lugar.',
  'privacy.print': 'Imprimir esta página',

  'privacy.read': 'Qué se lee',
  'privacy.read.1':
    'El expediente de una sola persona, y solo después de que usted inició sesión y lo permitió: nombre y fecha de nacimiento, alergias, problemas de salud, medicamentos, resultados, consultas, notas y todo lo demás que usted compartió.',
  'privacy.read.2':
    'Se lee del propio sistema del consultorio, la historia clínica electrónica (EHR). Allí no se escribe nada: esta aplicación no puede cambiar un expediente.',

  'privacy.goes': 'A dónde va',
  'privacy.goes.1':
    'Del sistema del consultorio a este navegador, y a ningún otro lugar. No hay análisis de uso ni publicidad, y ninguna otra empresa lo recibe.',
  'privacy.goes.2':
    'La barra de direcciones y el historial del navegador no contienen ningún nombre ni ninguna palabra del expediente: a lo sumo, el número propio del sistema de una entrada que usted abrió. Mientras un expediente está abierto, el título de su ventana muestra el nombre del paciente.',
  'privacy.goes.3':
    'Donde un expediente en palabras sencillas ofrece leer más en MedlinePlus, una biblioteca pública de la Biblioteca Nacional de Medicina de EE. UU., no se envía nada hasta que usted lo elige. Entonces su página se abre en una pestaña nueva y recibe el código de esa entrada y el idioma: ningún nombre, ninguna fecha, ningún valor. Como todo sitio, ve la dirección de internet desde la que usted llega.',

  'privacy.kept': 'Qué se guarda',
  'privacy.kept.1':
    'Del expediente: nada. Está en la memoria de esta pestaña mientras el expediente está abierto.',
  'privacy.kept.2':
    'Mientras un expediente está abierto, esta pestaña también recuerda el inicio de sesión, para no pedirlo otra vez si se vuelve a cargar la página: las claves del sistema del consultorio, el número del paciente en ese sistema y cuándo se usó el expediente por última vez. Todo eso se olvida cuando usted cierra sesión o cierra la pestaña.',
  'privacy.kept.3':
    'Este navegador también recuerda cómo prefiere ver la aplicación (clara u oscura, altura de las filas, unidades, idioma, palabras clínicas o sencillas), qué sistema eligió la última vez en la página de inicio de sesión (allí puede hacer que lo olvide), cuándo se hicieron solicitudes al sistema del consultorio, para no superar su límite, y, durante un tiempo, que una sesión terminó. Nada de eso se refiere a la salud de nadie.',
  'privacy.kept.4':
    'Algunos consultorios permiten que un pequeño servidor de esta aplicación guarde las claves. En ese caso, una cookie sellada las lleva: ningún script puede leerla, y se borra cuando usted cierra sesión.',
  'privacy.kept.5': 'Lo que usted mismo imprime, guarda o copia queda bajo su cuidado.',

  'privacy.sees': 'Quién puede verlo',
  'privacy.sees.1':
    'Usted, y cualquiera que pueda mirar esta pantalla. Nadie de quienes crean o administran esta aplicación ve el expediente.',
  'privacy.sees.2':
    'El sistema del consultorio lleva su propia lista de quién abrió cada expediente, como lo hace con todas las aplicaciones.',

  'privacy.leave': 'Cerrar sesión',
  'privacy.leave.1':
    'Elija “Cerrar sesión” en el menú del expediente. El expediente desaparece de la pantalla, las claves se devuelven al sistema del consultorio y las demás pestañas de la misma sesión también lo cierran.',
  'privacy.leave.2':
    'Si nadie usa el expediente durante un tiempo, se cierra solo. De todos modos, cierre sesión en un dispositivo que usen otras personas.',
  'privacy.leave.3':
    'Para retirar su permiso por completo, pídalo al consultorio o quite esta aplicación en los ajustes del portal del consultorio.',

  'privacy.practices': 'Para los consultorios',
  'privacy.practices.1':
    'El servidor que entrega esta aplicación entrega archivos y ningún expediente. Su registro de actividad no contiene datos de salud, tokens ni direcciones de expedientes. Con el intermediario de tokens, intercambia y renueva claves, y no conserva ninguna después de enviar la respuesta. Donde está activada la retransmisión, los expedientes pasan por ese servidor y no se guardan allí.',
  'privacy.practices.2':
    'La aplicación se comunica con los sistemas que figuran en su configuración y con ningún otro; el navegador hace cumplir esa lista.',
  'privacy.practices.3':
    'La página de diagnóstico técnico genera un informe para el servicio de asistencia en el que nada identifica a un paciente.',
};
