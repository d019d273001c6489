import { type ReactNode, useSyncExternalStore } from 'react';
import type { Flag } from '#fhir/interpretation.ts';
import type { ChartRecord } from '#fhir/record.ts';
import type { SectionId } from '#i18n/en/sections.ts';
import { speechStore } from '#i18n/speech.ts';
import { speaksPlainly, t } from '#i18n/translate.ts';
import { isObservationRecord } from '#chart/kit/take/observation-line.ts';
import { type PlainKey, words } from '#chart/kit/words.ts';
import { medlinePlusUrl } from './medline-plus.ts';
import { aboutOf, plainNameOf, saysMore } from './plain-name.ts';
import './plain.css';

interface Props {
  readonly section: SectionId;
  readonly record: ChartRecord;
}

/** Under an open record's name, for those who read plain words: what it is, what its flag means, where to read more. */
export function PlainAbout({ section, record }: Props): ReactNode {
  const { subscribe, getSnapshot } = speechStore;
  const { language } = useSyncExternalStore(subscribe, getSnapshot, getSnapshot);
  if (!speaksPlainly() || record.enteredInError) return null;
  const plain = plainNameOf(record);
  const clinical = words(record.title);
  const flag = isObservationRecord(record) ? record.flag : undefined;
  const meaning = meaningOf(flag);
  const more = linkable.has(section) ? medlinePlusUrl(aboutOf(record)?.codings ?? [], language) : undefined;
  if (plain === undefined && meaning === undefined && more === undefined) return null;
  return (
    <div className="plain-about">
      {plain && (
        <p>
          {saysMore(plain, clinical) && <strong>{plain.name}</strong>} {plain.says}
        </p>
      )}
      {meaning && <p>{t(meaning)}</p>}
      {meaning && flag?.origin === 'derived' && <p className="muted">{t('means.derived')}</p>}
      {more && (
        <p>
          <a href={more} target="_blank" rel="noopener noreferrer" aria-describedby="plain-leaves">
            {t('plain.more', { name: clinical })}
          </a>
          <span className="muted small" id="plain-leaves">
            {` ${t('plain.leaves')}`}
          </span>
        </p>
      )}
    </div>
  );
}

/** Sections whose codes MedlinePlus tells of: diagnoses, medicines, laboratory tests, procedures; vaccines by NDC. */
const linkable: ReadonlySet<SectionId> = new Set([
  'problems',
  'medications',
  'immunizations',
  'results',
  'reports',
  'tests',
  'procedures',
]);

/** What a flag says, with care and without an alarm; nothing of one that says that all is as usual. */
function meaningOf(flag: Flag | undefined): PlainKey | undefined {
  if (flag === undefined || (flag.tone !== 'abnormal' && flag.tone !== 'critical')) return undefined;
  const critical = flag.tone === 'critical';
  if (flag.direction !== undefined)
    return critical ? `means.critical-${flag.direction}` : `means.${flag.direction}`;
  if (critical) return 'means.critical';
  return typeof flag.words !== 'string' && flag.words.key === 'interpretation.abnormal'
    ? 'means.abnormal'
    : undefined;
}
