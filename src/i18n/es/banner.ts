import type { banner as english } from '#i18n/en/banner.ts';
import type { Translation } from '#i18n/translation.ts';
import { count } from './count.ts';

/**
 * Words of the banner, and of what it may have to say when something could not be read. A date may be a year alone, so
 * none of these puts "el" before it.
 */
export const banner: Translation<typeof english> = {
  'when.span': ({ start, end }) => `${start} – ${end}`,
  'when.since': ({ start }) => `desde ${start}`,
  'when.until': ({ end }) => `hasta ${end}`,
  'banner.reading': 'Abriendo el expediente…',
  'banner.born': ({ date }) => `nacimiento: ${date}`,
  'banner.birth-unknown': 'fecha de nacimiento no registrada',
  'banner.at-death': ({ age }) => `${age} al fallecer`,
  'banner.deceased': 'Falleció',
  'banner.deceased-on': ({ date }) => `Falleció: ${date}`,
  'banner.known-as': ({ name }) => `se le conoce como ${name}`,
  'banner.number': ({ label, number }) => `${label} ${number}`,
  'banner.no-number': 'número de expediente no registrado',
  'banner.sex': 'Sexo',
  'banner.sex-unknown': 'sexo no registrado',
  'banner.language': ({ language }) => `Idioma: ${language}`,
  'banner.interpreter': 'necesita intérprete',
  'banner.name-missing': 'Nombre no registrado',
  'banner.failed': 'No se pudieron leer los datos del paciente.',
  'banner.not-shared':
    'La historia clínica electrónica (EHR) no compartió los datos del paciente con esta aplicación.',
  'banner.allergies': 'Alergias',
  'banner.none-known': 'Sin alergias conocidas',
  'banner.also-recorded': ({ said }) => `también está registrado: ${said}`,
  'banner.none-recorded': 'No hay alergias registradas',
  'banner.none-current': 'No hay alergias actuales; hay anteriores registradas',
  'banner.allergies-reading': 'leyendo',
  'banner.allergies-waiting': 'en espera de la EHR',
  'banner.allergies-not-shared': 'no se compartieron con esta aplicación',
  'banner.allergies-failed': 'no se pudieron leer',
  'banner.allergies-not-offered': 'la EHR no las ofrece',
  'banner.allergies-partly': 'no están todas',
  'banner.more-allergies': ({ n, severe }) =>
    severe > 0 ? `y ${n} más, ${count(severe, 'grave', 'graves')}` : `y ${n} más`,
  'banner.severe': 'Grave:',
  'banner.read-at': ({ system, time }) => `${system}, lectura: ${time}`,
  'banner.not-read': ({ system }) => `${system}, leyendo`,
  'banner.old': ({ n }) => `datos de hace ${count(n, 'minuto', 'minutos')}`,
  'banner.read-again': 'Leer de nuevo',
  'banner.visit': 'Abierto desde una consulta',
  'banner.visit-of': ({ date }) => `Consulta: ${date}`,

  'absence.again': 'Intentar de nuevo',
  'failure.refused': 'La historia clínica electrónica (EHR) rechazó la solicitud.',
  'failure.expired': 'La sesión terminó.',
  'failure.absent': 'La historia clínica electrónica (EHR) ya no lo tiene.',
  'failure.unsupported': 'La historia clínica electrónica (EHR) no responde a esta pregunta.',
  'failure.throttled': 'La historia clínica electrónica (EHR) limita cuánto se puede leer por minuto.',
  'failure.network': 'No se pudo establecer conexión con la historia clínica electrónica (EHR).',
  'failure.timeout': 'La historia clínica electrónica (EHR) no respondió a tiempo.',
  'failure.offline': 'Este dispositivo no tiene conexión.',
  'failure.server-error': 'La historia clínica electrónica (EHR) respondió con un error.',
  'failure.not-json': 'No se pudo entender la respuesta de la historia clínica electrónica (EHR).',
  'failure.not-fhir': 'La respuesta de la historia clínica electrónica (EHR) no era un registro de salud.',
  'failure.too-large':
    'La respuesta de la historia clínica electrónica (EHR) fue más grande de lo que esta aplicación puede leer.',
  'failure.foreign-link':
    'La respuesta de la historia clínica electrónica (EHR) señalaba otra dirección, que no se siguió.',
};
