import type { absences as english } from '#i18n/en/absences.ts';
import type { Translation } from '#i18n/translation.ts';
import { count } from './count.ts';

/** Types of records, by their names in FHIR. */
const named = (list: readonly string[]): string => (list.length === 0 ? '' : `: ${list.join(', ')}`);

/**
 * The sentences that stand where records would have stood. Each face of absence has its own. `nouns` comes with its
 * article, singular or plural (`sections.ts`), so no verb agrees with it.
 */
export const absences: Translation<typeof english> = {
  'absence.waiting': ({ nouns, seconds }) =>
    seconds === undefined
      ? `En espera de la historia clínica electrónica (EHR) antes de leer ${nouns}.`
      : `En espera de la historia clínica electrónica (EHR) antes de leer ${nouns}, ${seconds} s.`,
  'absence.reading': ({ nouns }) => `Leyendo ${nouns}…`,
  'absence.not-shared': ({ nouns }) =>
    `La historia clínica electrónica (EHR) no compartió ${nouns} con esta aplicación.`,
  'absence.not-shared-clinician':
    'Quien inició sesión puede permitirlo si abre de nuevo la aplicación desde el expediente.',
  'absence.not-shared-patient': 'Usted puede permitirlo si inicia sesión de nuevo.',
  'absence.not-consented': ({ nouns, system }) =>
    `${system} indica que al iniciar sesión no se permitió compartir ${nouns} con esta aplicación. Indica lo mismo de lo que no ofrece.`,
  'absence.refused': ({ nouns, system }) => `${system} no permite que esta aplicación lea ${nouns}.`,
  'absence.refused-who': 'El consultorio puede cambiarlo.',
  'absence.refused-who-patient':
    'Si usted no lo permitió al iniciar sesión, puede hacerlo si inicia sesión de nuevo; si no, el consultorio puede cambiarlo.',
  'absence.not-offered': ({ nouns, system }) => `${system} no ofrece ${nouns} a las aplicaciones.`,
  'absence.not-asked': ({ nouns, system }) =>
    `Esta aplicación no le pide ${nouns} a ${system}: puede haber algo.`,
  'absence.failed': ({ nouns }) => `No fue posible leer ${nouns}.`,
  'absence.part-failed': 'Una parte de esta lista no se pudo leer.',
  'absence.older': ({ time }) =>
    `No se pudo leer de nuevo esta lista. Se muestra lo que se leyó antes (${time}).`,
  'absence.part-not-shared': ({ list }) =>
    `Una parte de esta lista no se compartió con esta aplicación${named(list)}.`,
  'absence.part-not-consented': ({ system, list }) =>
    `${system} indica que al iniciar sesión no se permitió compartir una parte de esta lista con esta aplicación${named(list)}. Indica lo mismo de lo que no ofrece.`,
  'absence.part-refused': ({ system, list }) =>
    `${system} no permite que esta aplicación lea una parte de esta lista${named(list)}.`,
  'absence.shared-empty': ({ nouns }) => `En lo que se compartió no hay nada de esto: ${nouns}.`,
  'absence.none-by-itself': ({ nouns, others }) =>
    `Nada de esto llegó por separado: ${nouns}. Puede que figure en ${others}, que no se leyeron todos.`,
  'absence.part-not-offered': ({ system, list }) =>
    `${system} no ofrece a las aplicaciones una parte de esta lista${named(list)}.`,
  'absence.in-no-category': ({ n, others }) =>
    n === 1
      ? `Una observación no indica su categoría y figura en «${others}».`
      : `${n} observaciones no indican su categoría y figuran en «${others}».`,
  'absence.by-category': ({ system, nouns }) =>
    `${system} da ${nouns} solo por categoría. Lo que guarda fuera de las categorías habituales no se puede pedir y no está aquí.`,
  'absence.by-category-other': ({ system }) =>
    `${system} da los resultados y otras observaciones solo por categoría. Lo que guarda fuera de las categorías habituales estaría en esta lista, pero no se puede pedir.`,
  'absence.part-reading': 'Todavía se está leyendo el resto de esta lista.',
  'absence.part-waiting': 'El resto de esta lista está en espera de la historia clínica electrónica (EHR).',
  'absence.more': ({ system }) => `${system} tiene más de lo que se muestra aquí.`,
  'absence.more-of': ({ system, read, total }) =>
    `${system} tiene más de lo que se muestra aquí: leídos ${read} de ${count(total, 'registro', 'registros')}.`,
  'absence.unreadable': ({ n }) =>
    n === 1
      ? 'Una entrada que envió la historia clínica electrónica (EHR) no se pudo leer.'
      : `${n} entradas que envió la historia clínica electrónica (EHR) no se pudieron leer.`,
  'absence.unreadable-show': 'Mostrar como se envió',
  'absence.foreign': ({ n }) =>
    n === 1
      ? 'Con estos registros llegó uno de otra persona. Se rechazó.'
      : `Con estos registros llegaron ${n} de otra persona. Se rechazaron.`,
  'absence.in-error': ({ n }) =>
    n === 1
      ? 'Un registro ingresado por error está oculto.'
      : `${n} registros ingresados por error están ocultos.`,
  'absence.in-error-shown': ({ n }) =>
    n === 1
      ? 'Un registro ingresado por error se muestra tachado.'
      : `${n} registros ingresados por error se muestran tachados.`,
  'absence.in-error-show': 'Mostrar',
  'absence.in-error-hide': 'Ocultar',
  'absence.only-in-error': 'Todo lo que se envió fue ingresado por error.',
  'absence.view-broken': 'Esta sección no se pudo mostrar. Las demás secciones no están afectadas.',
};
