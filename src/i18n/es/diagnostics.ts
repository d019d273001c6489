import type { diagnostics as english } from '#i18n/en/diagnostics.ts';
import type { Translation } from '#i18n/translation.ts';
import { count } from './count.ts';

type Values<K extends keyof typeof english> = (typeof english)[K] extends (values: infer V) => string
  ? V
  : never;

function came({ records, included, unreadable, foreign, more }: Values<'diag.came'>): string {
  return [
    `${records}`,
    ...(included > 0 ? [`${included} ${included === 1 ? 'incluido' : 'incluidos'} con ellos`] : []),
    ...(unreadable > 0 ? [`${unreadable} ${unreadable === 1 ? 'ilegible' : 'ilegibles'}`] : []),
    ...(foreign > 0 ? [`${foreign} de otras personas, ${foreign === 1 ? 'rechazado' : 'rechazados'}`] : []),
    ...(more ? ['no están todos'] : []),
  ].join(', ');
}

/** Words of the diagnostics page and of its report. Names of settings stay as they are in the configuration. */
export const diagnostics: Translation<typeof english> = {
  'diag.what-for':
    'Para quien administra esta aplicación. Nada de lo que aparece aquí se refiere a un paciente: no hay nombres, ni números, ni nada de un registro.',
  'diag.back': 'Atrás',
  'diag.start': 'Ir a la página de inicio',
  'diag.good': 'Correcto',
  'diag.note': 'Para tener en cuenta',
  'diag.fault': 'Por corregir',
  'diag.all-good': 'No hay nada que corregir.',
  'diag.to-fix': ({ n }) => `${n} por corregir`,
  'diag.to-know': ({ n }) => `${n} para tener en cuenta`,
  'diag.none': 'no hay',
  'diag.table': ({ of }) => `Tabla: ${of}`,

  'diag.report': 'Informe para el servicio de asistencia',
  'diag.report.what':
    'Toda esta página en forma de texto. No contiene nombres, números de pacientes, direcciones ni contraseñas.',
  'diag.report.show': 'Mostrar el texto',
  'diag.report.copy': 'Copiar el informe',

  'diag.failure': 'Qué falló',
  'diag.code': 'Código de asistencia',
  'diag.kind': 'Falla',

  'diag.config': 'Configuración',
  'diag.file': 'smart-config.json',
  'diag.file.good': ({ n }) => `leído, sin errores; ${count(n, 'sistema', 'sistemas')}`,
  'diag.file.do': 'Corrija esta entrada y reinicie la aplicación: hasta entonces no abre nada.',
  'diag.default': 'Apertura sin iss',
  'diag.default.none': 'rechazada: cada apertura debe indicar de qué sistema proviene',
  'diag.default.is': ({ system }) => `se considera que proviene de ${system}`,
  'diag.default.do':
    'Indique en defaultLaunch el sistema propio del consultorio antes de que el consultorio use esta aplicación: las aperturas de NextGen pueden llegar sin iss.',
  'diag.systems': 'Sistemas',
  'diag.client-id': 'Identificador de cliente',
  'diag.client-id.good': 'ingresado',
  'diag.client-id.placeholder': 'todavía es un valor provisional: este sistema no se puede abrir',
  'diag.client-id.do':
    'Ingrese en clientId el identificador de cliente que se obtuvo al registrar la aplicación.',
  'diag.client': 'Tipo de cliente',
  'diag.client.public': 'cliente público: sin secreto y sin servidor propio',
  'diag.client.public.do':
    'Las guías de NextGen piden un cliente confidencial, por lo que esta es una desviación documentada. Mientras hay un expediente abierto, sus tokens, incluido el de actualización, están en este navegador. Para poner fin a la desviación, asigne a clientAuthentication el valor broker y entregue el secreto al servidor.',
  'diag.client.broker': ({ how }) =>
    `cliente confidencial: el secreto y los tokens de actualización permanecen en el servidor (${how})`,
  'diag.endpoints': 'Direcciones de inicio de sesión',
  'diag.endpoints.pinned': 'fijadas en la configuración: no se consulta nada antes de iniciar sesión',
  'diag.endpoints.asked': ({ broker }) =>
    broker
      ? 'se consultan al sistema: el navegador, en cada inicio de sesión; el servidor, una vez por hora'
      : 'se consultan al sistema en cada inicio de sesión',
  'diag.door': 'Tarjeta en la página de inicio de sesión',
  'diag.door.shown': 'se muestra',
  'diag.door.retiring': 'se muestra como en proceso de retiro',
  'diag.door.hidden': 'oculta para los pacientes hasta que se configure',
  'diag.door.launch': 'ninguna: se abre solamente desde la historia clínica electrónica (EHR)',
  'diag.asks': 'Solicitud de autorización',
  'diag.asks.is': ({ what }) => what,
  'diag.asks.pkce': 'con un desafío (S256)',
  'diag.asks.no-pkce': 'sin desafío (pkce está desactivado)',
  'diag.asks.aud': 'con una audiencia',
  'diag.asks.no-aud': 'sin audiencia',
  'diag.asks.scopes': ({ n }) => `con ${count(n, 'permiso (scope)', 'permisos (scopes)')}`,
  'diag.asks.no-scopes': 'sin permisos (scopes): el portal del proveedor del sistema indica qué se otorga',
  'diag.asks.do': 'Desactive pkce solamente si el sistema rechaza un desafío.',
  'diag.refresh': 'Renovación de la sesión',
  'diag.refresh.is': ({ hours }) =>
    `el token de actualización se canjea dentro de ${hours === 1 ? 'la hora posterior' : `las ${hours} horas posteriores`} a su emisión`,
  'diag.inner': 'Otros sistemas bajo su dirección base',
  'diag.inner.is': ({ n }) =>
    `${n === 1 ? 'una dirección base' : `${n} direcciones base`}: el token de este sistema no se envía allí`,
  'diag.endpoints.do': 'Indique endpoints para fijarlas; es más rápido y más seguro.',
  'diag.https': 'Cifrado',
  'diag.https.good': 'todas las direcciones son https',
  'diag.https.loopback': 'http, solamente en esta máquina',
  'diag.https.do': 'Es adecuado para hacer pruebas, y para nada más.',
  'diag.redirect': 'Dirección de retorno',
  'diag.redirect.is': ({ path }) => `${path} en la dirección propia de esta aplicación`,
  'diag.redirect.shown': ({ address }) => `${address}; debe registrarse exactamente así`,
  'diag.limit': 'Límite de solicitudes',
  'diag.limit.is': ({ n, counted }) =>
    `${n} por minuto; las solicitudes preliminares (preflight) ${counted ? 'también cuentan' : 'no cuentan'}`,
  'diag.limit.none': 'no se ha fijado ninguno',
  'diag.limit.do':
    'NextGen Office permite 20 por minuto. Configure rateLimit; de lo contrario, puede rechazar partes de un expediente.',
  'diag.idle': 'Cierre automático',
  'diag.idle.is': ({ minutes, hours }) =>
    `después de ${minutes} min sin uso y, en todo caso, después de ${hours} h`,
  'diag.idle.do':
    'Más de media hora es mucho tiempo para un lugar por donde pasan otras personas: reduzca idleMinutes.',

  'discovery.ask': ({ system }) => `Consultar qué ofrece ${system}`,
  'discovery.asking': 'Consultando…',
  'discovery.what':
    'Envía una sola solicitud para obtener la descripción pública del sistema, sin datos de ninguna persona.',
  'discovery.title': ({ system }) => `Qué dice ${system} de sí mismo`,
  'discovery.document': 'Documento de descubrimiento',
  'discovery.document.do':
    'Compruebe si fhirBase es correcto y si el sistema permite consultas desde la dirección de esta aplicación.',
  'discovery.read': ({ ms }) => `leído en ${ms} ms`,
  'discovery.refused': ({ status }) => `rechazado con el código de estado ${status}`,
  'discovery.broken': 'la respuesta no es un documento de este tipo',
  'discovery.silent.network': 'no hubo ninguna respuesta que este navegador tenga permitido leer',
  'discovery.silent.timeout': 'no hubo respuesta a tiempo',
  'discovery.silent.offline': 'este dispositivo no tiene conexión',
  'discovery.silent.server-error': 'el servidor falló',
  'discovery.issuer': 'Emisor',
  'discovery.authorization': 'Dirección de inicio de sesión',
  'discovery.token': 'Dirección de tokens',
  'discovery.revocation': 'Dirección de revocación',
  'discovery.same': 'coincide con la configuración',
  'discovery.listed': 'en un host que figura en la configuración',
  'discovery.other': 'no coincide con la configuración',
  'discovery.missing': 'no se indica',
  'discovery.foreign': 'en un host que no figura en la configuración',
  'discovery.other.do':
    'Compare este valor con endpoints: es posible que el proveedor del sistema lo haya cambiado.',
  'discovery.foreign.do':
    'No se envía nada allí. Si el proveedor del sistema confirma la dirección, agregue su host a identityHosts.',
  'discovery.s256': 'PKCE con S256',
  'discovery.s256.do':
    'Consulte al proveedor del sistema. Esta aplicación inicia sesión con S256 y con nada menos seguro.',
  'discovery.yes': 'sí',
  'discovery.not-promised': 'no se garantiza',
  'discovery.not-told': 'el documento no lo indica',
  'discovery.all': 'no falta nada',
  'discovery.lacks': ({ list }) => `no figura en el documento: ${list}`,
  'discovery.scopes': 'Permisos solicitados (scopes)',
  'discovery.scopes.do':
    'Un servidor no está obligado a enumerarlos todos. Si se rechaza el inicio de sesión con el código de asistencia S32, quítelos de scopes.',
  'discovery.capabilities': 'Capacidades necesarias',
  'discovery.capabilities.do':
    'Un servidor puede ser capaz de más de lo que dice. Consulte al proveedor del sistema si el inicio de sesión no funciona.',
  'discovery.iss': 'Se identifica en la dirección de retorno',
  'discovery.clock': 'Reloj de este dispositivo',
  'discovery.clock.hidden': 'no se puede comparar: el servidor no permite leer su encabezado Date',
  'discovery.clock.is': ({ seconds }) =>
    seconds === 0
      ? 'coincide con el del servidor, al segundo'
      : `${seconds > 0 ? 'adelantado' : 'atrasado'} ${Math.abs(seconds)} s con respecto al del servidor`,
  'discovery.clock.do':
    'Ajuste el reloj de este dispositivo: los inicios de sesión podrían rechazarse y las horas podrían mostrarse mal.',

  'diag.session': 'El expediente abierto',
  'diag.no-session':
    'No hay ningún expediente abierto en esta página. Si se abre desde un expediente abierto, esta página también indica qué se leyó y con qué rapidez.',
  'diag.system': 'Sistema',
  'diag.launch': 'Se abrió',
  'diag.launch.ehr-launch': 'desde la historia clínica electrónica (EHR)',
  'diag.launch.standalone': 'desde la página de inicio de sesión de esta aplicación',
  'diag.open-for': 'Tiempo abierto',
  'diag.minutes': ({ n }) => `${n} min`,
  'diag.asked': 'Solicitado',
  'diag.granted': 'Otorgado',
  'diag.not-granted': 'No otorgado tal como se solicitó',
  'diag.not-granted.do':
    'Es posible que quien usa la aplicación no lo haya permitido o que el sistema lo otorgue con otro nombre: vea abajo lo que se recibió.',
  'diag.granted.untold': 'no se indica: se solicita todo, y lo que el sistema rechaza no se comparte',
  'diag.granted-others': 'Otorgado con otros nombres',
  'diag.searches': 'Qué se recibió',
  'diag.what': 'Solicitado',
  'diag.sections': 'Secciones',
  'diag.grant': 'Otorgado',
  'diag.search': ({ type, category }) => (category === undefined ? type : `${type} (${category})`),
  'diag.state': 'Estado',
  'diag.records': 'Registros',
  'diag.came': came,
  'diag.allows.yes': 'sí',
  'diag.allows.no': 'no',
  'diag.allows.part': 'en parte',
  'diag.state.read': 'leído',
  'diag.state.reading': 'leyendo',
  'diag.state.waiting': 'en espera',
  'diag.state.not-shared.scope': 'no compartido (no otorgado)',
  'diag.state.not-shared.consent': 'no compartido (según el sistema, se excluyó al iniciar sesión)',
  'diag.state.not-shared.server': 'no compartido (rechazado por el sistema)',
  'diag.state.not-offered': 'no ofrecido',
  'diag.state.failed': 'falló',
  'diag.state.again-failed': 'leído; se solicitó de nuevo y falló',
  'diag.budget': 'Límite',
  'diag.sent': 'Enviadas',
  'diag.sent.is': ({ n }) => `${n} en el último minuto, desde todas las pestañas`,
  'diag.next': 'Próxima solicitud',
  'diag.next.now': 'puede enviarse de inmediato',
  'diag.next.in': ({ seconds }) => `en ${seconds} s`,
  'diag.times': 'Solicitudes desde que se cargó esta página',
  'diag.requests': 'Solicitudes',
  'diag.request': 'Solicitud',
  'diag.status': 'Estado',
  'diag.status.none': 'sin respuesta',
  'diag.started': 'Comenzó a los',
  'diag.took': 'Duración',
  'diag.request.search': 'búsqueda',
  'diag.request.record': 'registro',
  'diag.request.more': 'página adicional',
  'diag.request.document': 'documento',
  'diag.request.statement': 'declaración de lo que ofrece',
  'diag.request.sign-in': 'servidor de inicio de sesión',
  'diag.request.discovery': 'documento de descubrimiento',
  'diag.request.broker': 'intermediario de tokens',

  'diag.versions': 'Versiones',
  'diag.app': 'Esta aplicación',
  'diag.browser': 'Navegador',
  'diag.zone': 'Zona horaria',
  'diag.zone.is': ({ zone, minutes }) =>
    `${zone}, ${Math.abs(minutes)} min ${minutes < 0 ? 'de atraso' : 'de adelanto'} con respecto a UTC`,
  'diag.time': 'Hora',
  'diag.page': 'Conexión con esta aplicación',
  'diag.page.good': 'segura, y el navegador conserva lo necesario',
  'diag.page.storage': 'el navegador no conserva nada para esta aplicación',
  'diag.page.storage.do': 'Permita los datos de sitio para esta dirección en los ajustes del navegador.',
  'diag.page.insecure': 'no es segura',
  'diag.page.insecure.do': 'Publique la aplicación mediante https.',
};
