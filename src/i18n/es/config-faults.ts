import type { configFaults as english } from '#i18n/en/config-faults.ts';
import type { Translation } from '#i18n/translation.ts';

/** What an entry of `smart-config.json` can break, for whoever writes that file: said beside the entry's path. */
const address = 'debe ser una dirección https (http solo en este equipo) sin usuario, contraseña';

export const configFaults: Translation<typeof english> = {
  'config.faults': 'Errores en smart-config.json',

  'config.json': 'no es JSON',
  'config.missing': 'falta',
  'config.unknown': 'no se reconoce aquí',
  'config.secret': 'no se acepta ningún secreto: todos los visitantes reciben este archivo',
  'config.list': 'debe ser una lista',
  'config.object': 'debe ser un objeto',
  'config.id': 'debe tener solo letras minúsculas, dígitos y guiones',
  'config.name': 'debe ser un nombre, sin espacios antes ni después',
  'config.word': 'debe ser una de las palabras que indica la documentación',
  'config.flag': 'debe ser true o false',
  'config.number': 'debe ser un número entero razonable, de 1 como mínimo',
  'config.url': `${address} ni #`,
  'config.base': `${address}, ?, # ni barra final`,
  'config.host': 'debe ser un host o host:puerto',
  'config.scope': 'debe ser un solo scope, sin espacios (RFC 6749 §3.3)',
  'config.client': 'debe ser ASCII imprimible, sin espacios antes ni después',
  'config.path': 'debe ser una ruta en nuestro propio origen',
  'config.empty': 'no debe estar vacío',
  'config.twice': 'aparece dos veces',
  'config.useless': 'no sirve de nada: este tipo de inicio no está entre los tipos indicados',
  'config.openid': 'debe contener openid y fhirUser juntos, o ninguno de los dos',
  'config.launch': 'debe contener launch para los inicios desde la EHR, y solo para ellos',
  'config.identity': 'debe estar en el host de la base FHIR o en uno de identityHosts',
  'config.origin': 'debe estar en el mismo origen que la base FHIR',
  'config.shared':
    'también pertenece a otro sistema, así que un inicio podría referirse a cualquiera de los dos',
  'config.callback':
    'es también la dirección de retorno de otro servidor de inicio de sesión, y no consta que alguno de los dos se nombre en sus respuestas (endpoints.issInCallback): podría confundirse uno con otro, así que cada uno necesita una ruta propia',
  'config.pkce': 'debe ser S256: solo un cliente confidencial puede prescindir de él',
  'config.https': 'debe ser una dirección https',
  'config.default': 'debe ser el id de un sistema que la EHR pueda iniciar',
};
