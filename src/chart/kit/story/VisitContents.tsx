import { type ReactNode } from 'react';
import { RecordLink } from '#chart/kit/RecordLink.tsx';
import { useWorded } from '#ui/use-worded.ts';
import { sectionOf } from '#chart/kit/section-of.ts';
import type { EncounterRecord } from '#fhir/encounters.ts';
import type { KindId } from '#fhir/plan.ts';
import { t } from '#i18n/translate.ts';
import { EntrySays } from './EntrySays.tsx';
import { lacksSome } from './missing-list.ts';
import { isComing, NotRead } from './NotRead.tsx';
import { type AllRecords, useAllRecords, useVisitLinks } from './use-all-records.ts';
import { type PartId, partKinds, type VisitPart, visitParts } from './visit-parts.ts';
import './VisitContents.css';

/** Under an open visit: its diagnoses, notes, orders, results and whatever else names it. */
export function VisitContents({ visit }: { visit: EncounterRecord }): ReactNode {
  const all = useAllRecords();
  return (
    <section className="visit-contents" aria-label={t('visit.contents')}>
      <VisitParts visit={visit} all={all} />
      <NotRead lists={all.lists} />
    </section>
  );
}

/** @param most how many of a part to show; the visit itself shows the others */
export function VisitParts({
  visit,
  all: { entries, lists },
  most = Number.POSITIVE_INFINITY,
}: {
  visit: EncounterRecord;
  all: AllRecords;
  most?: number;
}): ReactNode {
  const brief = most !== Number.POSITIVE_INFINITY;
  const links = useVisitLinks(entries);
  const parts = useWorded(() => visitParts(visit, entries, links), [visit, entries, links]);
  // At a glance: what a clinician asks for first. The rest is one click away.
  const shown = parts.filter(({ id, entries: own }) => id !== 'rest' || (own.length > 0 && !brief));
  return (
    <div className="visit-parts">
      {shown.map((part) => (
        <Part
          key={part.id}
          part={part}
          most={most}
          brief={brief}
          absence={absenceOf(lists.filter(({ kind }) => isOf(part.id, kind)))}
        />
      ))}
    </div>
  );
}

function isOf(part: PartId, kind: KindId): boolean {
  return part === 'rest' || partKinds[part].includes(kind);
}

interface PartProps {
  readonly part: VisitPart;
  readonly most: number;
  readonly brief: boolean;
  /** What to say where there is none. */
  readonly absence: ReturnType<typeof absenceOf>;
}

/** As long as a list is still being read, nothing is claimed to be absent; of what could not be read, neither. */
function absenceOf(lists: AllRecords['lists']): 'coming' | 'none-read' | 'none' {
  if (lists.some(isComing)) return 'coming';
  return lists.some(lacksSome) ? 'none-read' : 'none';
}

function Part({ part: { id, entries, named }, most, brief, absence }: PartProps): ReactNode {
  const n = entries.length + named.length;
  const more = n - most;
  return (
    <div className="visit-part">
      <h3>
        {t(`visit.${id}`)} {n > 0 && <span className="muted">{n}</span>}
      </h3>
      {n === 0 ? (
        <p className="muted">{t(`visit.${absence}`)}</p>
      ) : (
        <ul>
          {named.slice(0, most).map((name) => (
            <li key={name}>{name}</li>
          ))}
          {entries.slice(0, Math.max(0, most - named.length)).map((entry) => (
            <li key={entry.record.key}>
              <RecordLink section={sectionOf(entry.kind)} record={entry.record} />
              {(id === 'results' || (!brief && id !== 'diagnoses' && id !== 'notes')) && (
                <span className="visit-says">
                  <EntrySays entry={entry} />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {more > 0 && <p className="muted small">{t('visit.more', { n: more })}</p>}
    </div>
  );
}
