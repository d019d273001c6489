import { type ReactNode, useMemo, useState } from 'react';
import { sexWords } from '#fhir/demographics.ts';
import { words } from '#chart/kit/words.ts';
import { findInPatients, type FilePatient } from '#file/file-patient.ts';
import { t } from '#i18n/translate.ts';
import { Link } from '#ui/Link.tsx';
import { DocumentList } from './DocumentList.tsx';
import type { FileChart } from './file-chart.ts';
import { patientChart } from './open-chart.ts';
import { OpenedNotes } from './OpenedNotes.tsx';
import { OpenFileFrame } from './OpenFileFrame.tsx';
import { type Only, populationPath } from './PopulationPage.tsx';
import type { Opened } from './use-opened-files.ts';
import { dayOf, exportedWords } from './words.ts';

/** Rows that are drawn; whoever is further down is found by name, birth date or number. */
const mostRows = 200;

interface Props {
  readonly opened: Opened;
  /** Those behind a number of the population. */
  readonly only: Only | undefined;
  readonly everybody: () => void;
  readonly show: (chart: FileChart) => void;
  /** Left out where nothing else can be opened. */
  readonly close: (() => void) | undefined;
}

/** Who is in the opened files, what is not in any chart, and how a chart is opened. */
export function OpenedList({ opened, only, everybody, show, close }: Props): ReactNode {
  const { files, documents, counted } = opened;
  const { patients: all, reports, version, exported } = files;
  const patients = only === undefined ? all : all.filter(({ number }) => only.ids.has(number));
  const n = reports.reduce((sum, { records }) => sum + records, 0);
  return (
    <OpenFileFrame
      heading={t(patients.length > 0 || documents.length === 0 ? 'open.patients' : 'open.documents')}
    >
      <p className="muted">
        {n > 0 && (
          <>
            {t('open.from-file', { exported: exportedWords(exported) })}
            {'. '}
            {t('open.summary', { patients: all.length, n, version })}
            {'. '}
          </>
        )}
        {close && (
          <button type="button" className="link-button" onClick={close}>
            {t('open.other')}
          </button>
        )}
      </p>
      {counted !== undefined && (
        <p>
          <Link to={populationPath}>{t('population.open')}</Link>
        </p>
      )}
      {only !== undefined && (
        <p>
          <strong>{t('population.of', { title: only.title })}</strong>{' '}
          <button type="button" className="link-button" onClick={everybody}>
            {t('population.everybody')}
          </button>
        </p>
      )}
      {patients.length > 0 && (
        <Patients patients={patients} open={(patient) => show(patientChart(files, patient))} />
      )}
      {documents.length > 0 && (
        <DocumentList documents={documents} show={show} hasHeading={patients.length > 0} />
      )}
      {patients.length === 0 && documents.length === 0 && (
        <p>
          <output>{t('open.no-patients')}</output>
        </p>
      )}
      <OpenedNotes files={files} />
    </OpenFileFrame>
  );
}

function Patients({
  patients,
  open,
}: {
  patients: readonly FilePatient[];
  open: (patient: FilePatient) => void;
}): ReactNode {
  const [find, setFind] = useState('');
  const found = useMemo(() => findInPatients(patients, find), [patients, find]);
  const names = useMemo(() => countOf(patients.map(({ met }) => met?.name)), [patients]);
  const first = found.slice(0, mostRows);
  return (
    <>
      <search>
        <form
          className="open-find"
          onSubmit={(event) => {
            event.preventDefault();
            const [only, ...others] = found;
            if (only !== undefined && others.length === 0 && !only.isAmbiguous) open(only);
          }}
        >
          <label>
            <span>{t('open.find')}</span>
            <input
              type="search"
              value={find}
              autoComplete="off"
              onChange={(event) => setFind(event.target.value)}
            />
          </label>
          <output>{find.trim() !== '' && t('open.found', { n: found.length })}</output>
        </form>
      </search>
      {first.length > 0 && (
        <div className="open-scroll">
          <table className="open-table">
            <thead>
              <tr>
                <th scope="col">{t('open.name')}</th>
                <th scope="col">{t('open.born')}</th>
                <th scope="col">{t('open.sex')}</th>
                <th scope="col">{t('open.number')}</th>
                <th scope="col" data-numeric="">
                  {t('open.records')}
                </th>
              </tr>
            </thead>
            <tbody>
              {first.map((patient) => (
                <PatientRow
                  key={patient.number}
                  patient={patient}
                  isNamesake={(names.get(patient.met?.name) ?? 0) > 1}
                  open={open}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {found.length > first.length && (
        <p className="muted">{t('open.more', { n: found.length - first.length })}</p>
      )}
    </>
  );
}

function PatientRow({
  patient,
  isNamesake,
  open,
}: {
  patient: FilePatient;
  isNamesake: boolean;
  open: (patient: FilePatient) => void;
}): ReactNode {
  const { met, id, records, isAmbiguous, onlyIn } = patient;
  const name = met?.name ?? t('open.no-name');
  const sex = sexWords(met?.gender);
  const born = met?.birthDate === undefined ? t('banner.birth-unknown') : dayOf(met.birthDate);
  const marks = [
    isAmbiguous && t('open.ambiguous'),
    !isAmbiguous && onlyIn !== undefined && t('open.only-in', { file: onlyIn }),
    isNamesake && met?.name !== undefined && t('open.namesake'),
  ].filter((mark) => typeof mark === 'string');
  return (
    <tr>
      <th scope="row">
        {isAmbiguous ? (
          <span>{name}</span>
        ) : (
          // Heard alone, a name is not enough to tell people apart.
          <button
            type="button"
            className="link-button"
            aria-label={`${name}, ${born}`}
            onClick={() => open(patient)}
          >
            {name}
          </button>
        )}
        {marks.length > 0 && <span className="open-marks">{marks.join('; ')}</span>}
      </th>
      <td>{born}</td>
      <td>{sex === undefined ? '' : words(sex)}</td>
      <td>{met?.numbers[0] ?? id}</td>
      <td data-numeric="">{records}</td>
    </tr>
  );
}

function countOf(names: readonly (string | undefined)[]): ReadonlyMap<string | undefined, number> {
  const counts = new Map<string | undefined, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
