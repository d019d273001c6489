/** What an open observation says, field by field: every must-support element of US Core's observation profiles. */
import type { ReactNode } from 'react';
import type { ObservationRecord } from '#fhir/observations.ts';
import { t } from '#i18n/translate.ts';
import { flagWords } from '#chart/kit/Flag.tsx';
import { formatDate, formatWhen } from '#chart/kit/format.ts';
import { joined } from '#chart/kit/fact-words.ts';
import { refs } from '#chart/kit/RecordRefs.tsx';
import type { Fact } from '#chart/kit/list.ts';
import { words } from '#chart/kit/words.ts';
import { rangesWords } from './range-words.ts';

export function observationFacts(record: ObservationRecord): readonly Fact[] {
  const fact = (label: string, value: ReactNode): Fact => ({ label, value });
  return [
    fact(t('record.status'), record.status && words(record.status)),
    fact(t('observation.taken'), record.when && formatWhen(record.when)),
    fact(t('observation.meaning'), joined(record.flags.map(flagSent), '\n')),
    fact(t('observation.range'), rangesWords(record)),
    fact(
      t('observation.absent'),
      record.values.length > 0 && record.absent ? words(record.absent) : undefined,
    ),
    fact(t('observation.performer'), refs(record.performers)),
    fact(t('observation.ordered'), refs(record.basedOn)),
    fact(t('observation.specimen'), refs([record.specimen])),
    fact(t('observation.site'), record.bodySite?.label),
    fact(t('observation.method'), record.method?.label),
    fact(t('observation.device'), refs([record.device])),
    fact(t('observation.members'), refs(record.members)),
    fact(t('observation.derived'), refs(record.derivedFrom)),
    fact(t('observation.encounter'), refs([record.encounter])),
    fact(t('observation.issued'), record.issued && formatDate(record.issued)),
    fact(t('observation.category'), joined(record.categories.map(({ label }) => label))),
    fact(t('observation.also-coded'), joined(record.code?.conflicting ?? [])),
  ];
}

/** A flag in words, with the code as it was sent where this app does not know it. */
function flagSent(flag: ObservationRecord['flags'][number]): string {
  const said = flagWords(flag);
  return flag.known || flag.code === undefined || said === flag.code ? said : `${said} (${flag.code})`;
}
