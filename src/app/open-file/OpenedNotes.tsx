import type { ReactNode } from 'react';
import type { OpenedFiles } from '#file/gathering.ts';
import type { FileReport } from '#file/index-files.ts';
import { t } from '#i18n/translate.ts';

/** What `bulk load` and `bulk spark` put beside an export: nobody's records, and nobody misses them. */
const madeHere = /\.(?:duckdb(?:\.wal)?|parquet)$|(?:^|\/)\.[^/]+\.crc$/;
/** Spark's mark that a folder is whole has nothing in it. */
const wholeFolder = /(?:^|\/)_SUCCESS$/;

const isMadeHere = ({ kind, path }: FileReport): boolean =>
  (kind === 'no-record' && madeHere.test(path)) || (kind === 'empty' && wholeFolder.test(path));

/** Whether there is anything about the files that their charts do not show. */
export function hasNotes(files: OpenedFiles): boolean {
  return (
    files.unnamed.size > 0 ||
    files.undecided > 0 ||
    files.reports.some((report) => saysOf(report).length > 0 && !isMadeHere(report))
  );
}

/** What is wrong with a file, in sentences. Other files of a folder (letters, pictures) are no fault of it. */
function saysOf({
  kind,
  bad,
  records,
  isCutOff,
  hasBrokenLetters,
  isUnreadable,
  withoutEntries,
}: FileReport): readonly string[] {
  const says: (string | false)[] = [
    isUnreadable && t('open.unreadable'),
    kind !== 'lines' && kind !== 'json' && kind !== 'ccda' && t(`open.kind.${kind}`),
    bad.count > 0 && records === 0 && !isCutOff && t(kind === 'json' ? 'open.not-json' : 'open.not-fhir'),
    bad.count > 0 &&
      (records > 0 || isCutOff) &&
      t('open.bad-lines', {
        n: bad.count,
        at: bad.at.join(', ') + (bad.count > bad.at.length ? ' …' : ''),
      }),
    isCutOff && t('open.cut-off'),
    withoutEntries > 0 && t('open.no-entries', { n: withoutEntries }),
    hasBrokenLetters && t('open.letters'),
  ];
  return says.filter((one) => typeof one === 'string');
}

/** What no chart shows of the opened files, and why. */
export function OpenedNotes({ files }: { files: OpenedFiles }): ReactNode {
  if (!hasNotes(files)) return null;
  const { unnamed, undecided, reports } = files;
  const isAside = ({ kind }: FileReport): boolean => kind === 'no-record' && reports.length > 1;
  const aside = reports.filter((report) => isAside(report) && !isMadeHere(report)).length;
  const unnamedCount = [...unnamed.values()].reduce((sum, n) => sum + n, 0);
  const list = [...unnamed].map(([type, n]) => `${type} ${n}`).join(', ');
  return (
    <section className="open-notes" aria-labelledby="open-notes">
      <h2 id="open-notes">{t('open.notes')}</h2>
      <ul>
        {unnamedCount > 0 && <li>{t('open.unnamed', { n: unnamedCount, list })}</li>}
        {undecided > 0 && <li>{t('open.undecided', { n: undecided })}</li>}
        {reports.map((report) => {
          const says = isAside(report) || isMadeHere(report) ? [] : saysOf(report);
          return says.length === 0 ? null : (
            <li key={report.path}>
              <strong>{report.path}</strong> {says.join(' ')}
            </li>
          );
        })}
        {aside > 0 && <li>{t('open.kind.no-record-n', { n: aside })}</li>}
      </ul>
    </section>
  );
}
