import { formatDate } from '#chart/kit/format.ts';
import { parseDateTime } from '#fhir/dates.ts';
import type { FhirResource } from '#fhir/json.ts';
import { readNames } from '#fhir/names.ts';
import '#i18n/doors.ts';
import { t } from '#i18n/translate.ts';
import type { Opening } from '#app/opening.ts';
import { FrontPage } from './FrontPage.tsx';

type Choosing = Extract<Opening, { state: 'choosing' }>;

/** The system names nobody: the reader says whose record to open. Two identifiers each, as on any list of people. */
export function ChoosePersonPage({ opening }: { opening: Choosing }) {
  return (
    <FrontPage heading={t('choose.title')} title={t('choose.title')}>
      <ul className="front-list">
        {opening.people.map((person) => (
          <li key={person.id}>
            <Person person={person} choose={opening.choose} />
          </li>
        ))}
      </ul>
      {opening.more && <p>{t('choose.more', { system: opening.session.system.label })}</p>}
    </FrontPage>
  );
}

function Person({ person, choose }: { person: FhirResource; choose: Choosing['choose'] }) {
  const { id } = person;
  if (id === undefined) return null;
  const name = readNames(person['name'])[0]?.label ?? t('choose.unnamed');
  const born = parseDateTime(person['birthDate']);
  return (
    <button type="button" className="front-person" onClick={() => choose(id)}>
      <strong>{name}</strong>
      <span className="muted">
        {born === undefined ? t('choose.number', { id }) : t('choose.born', { date: formatDate(born) })}
      </span>
    </button>
  );
}
