/** From what was opened to one chart. */
import type { FilePatient } from '#file/file-patient.ts';
import { noBase, startFileReading } from '#file/file-reading.ts';
import type { OpenedFiles } from '#file/gathering.ts';
import { t } from '#i18n/translate.ts';
import { documentChart, type ListedDocument } from './document-patient.ts';
import { fileChart, type FileChart } from './file-chart.ts';
import { hasNotes } from './OpenedNotes.tsx';
import type { Opened } from './use-opened-files.ts';
import { exportedWords, speakOfFile, toldWords, wordsFor } from './words.ts';

export function patientChart(files: OpenedFiles, patient: FilePatient): FileChart {
  const source = (): string => t('open.from-file', { exported: exportedWords(files.exported) });
  const reading = startFileReading(files, patient);
  const told = (): string => toldWords(reading.told(), files.isIncomplete);
  // What is printed and taken away says it too.
  speakOfFile(wordsFor(files), () => [source(), told()].filter(Boolean).join('. '));
  return fileChart({
    reading,
    told,
    label: () => t('open.label'),
    fhirBase: files.base ?? noBase,
    fhirVersion: files.version,
    source,
    back: () => t('open.about-files'),
  });
}

/** Undefined where the document can no longer be read. */
export async function chartOfDocument({ source }: ListedDocument): Promise<FileChart | undefined> {
  const chart = await documentChart(source);
  if (chart !== undefined) speakOfFile('document', chart.source);
  return chart;
}

/** Where one chart is all there is, and nothing has to be said beside it, it opens at once. */
export async function onlyChart({ files, documents }: Opened): Promise<FileChart | undefined> {
  if (hasNotes(files)) return undefined;
  const [patient, ...patients] = files.patients;
  const [document, ...others] = documents;
  if (patient !== undefined && patients.length === 0 && document === undefined && patient.met !== undefined)
    return patientChart(files, patient);
  if (document !== undefined && others.length === 0 && patient === undefined && document.fault === undefined)
    return chartOfDocument(document);
  return undefined;
}
