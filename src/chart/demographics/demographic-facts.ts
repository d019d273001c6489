/** What a patient's record says of the person, in groups, as labelled words. Everything sent is kept, as it was sent. */
import { type Address, isCurrentAddress } from '#fhir/addresses.ts';
import type { Period } from '#fhir/dates.ts';
import type { Identifier } from '#fhir/identifiers.ts';
import type { HumanName } from '#fhir/names.ts';
import type { PatientRecord } from '#fhir/patient.ts';
import { t } from '#i18n/translate.ts';
import { systemName } from '#chart/kit/codings-of.ts';
import { formatWhen } from '#chart/kit/format.ts';
import { languageName } from '#chart/kit/language-name.ts';
import type { Fact } from '#chart/kit/list.ts';
import { words } from '#chart/kit/words.ts';

const joined = (parts: readonly (string | undefined)[], by = ', '): string =>
  parts.filter((part) => part !== undefined && part !== '').join(by);

const span = (period: Period | undefined): string | undefined =>
  period && formatWhen({ kind: 'period', ...period }, 'days');

/** Names, numbers, birth and death. */
export function identityFacts(record: PatientRecord): readonly Fact[] {
  return [
    ...record.names.map((name) => ({
      label: nameLabel(name),
      value: joined([name.familyFirst, span(name.period)]),
    })),
    ...record.identifiers.map((identifier) => ({
      label: identifier.type?.label ?? t('demographics.number'),
      value: identifierText(identifier),
    })),
    { label: t('demographics.born'), value: record.birthWhen && formatWhen(record.birthWhen) },
    { label: t('demographics.birth-order'), value: record.multipleBirth },
    {
      label: t('demographics.died'),
      value: record.died
        ? formatWhen(record.died)
        : record.deceased === true
          ? t('banner.deceased')
          : undefined,
    },
    ...record.links.map(({ name, type }) => ({ label: t('demographics.link'), value: joined([name, type]) })),
  ];
}

function nameLabel({ use }: HumanName): string {
  return use === undefined ? t('column.name') : t('demographics.name-use', { use });
}

function identifierText({ value, use, system, assigner, period }: Identifier): string {
  return joined([joined([value, use]), joined([system && systemName(system), assigner]), span(period)], '\n');
}

/** Sex, gender, heritage, language. */
export function personFacts({
  gender,
  demographics,
  maritalStatus,
  languages,
}: PatientRecord): readonly Fact[] {
  const { race, ethnicity, tribes, birthSex, sex, genderIdentities, pronouns, interpreterWords } =
    demographics;
  return [
    { label: t('demographics.gender'), value: gender && words(gender) },
    { label: t('demographics.sex'), value: sex && words(sex) },
    { label: t('demographics.birth-sex'), value: birthSex && words(birthSex) },
    { label: t('demographics.gender-identity'), value: genderIdentities.join(', ') },
    { label: t('demographics.pronouns'), value: pronouns.join(', ') },
    { label: t('demographics.race'), value: heritage(race) },
    { label: t('demographics.ethnicity'), value: heritage(ethnicity) },
    { label: t('demographics.tribes'), value: tribes.join(', ') },
    { label: t('demographics.marital'), value: maritalStatus?.label },
    {
      label: t('demographics.languages'),
      value: languages
        .map(({ language, preferred }) =>
          preferred
            ? t('demographics.preferred', { language: languageName(language.label) })
            : languageName(language.label),
        )
        .join('\n'),
    },
    { label: t('demographics.interpreter'), value: interpreterWords && words(interpreterWords) },
  ];
}

/** The text, and the categories, broad and detailed, that it may leave out. */
function heritage(value: PatientRecord['demographics']['race']): string | undefined {
  if (value === undefined) return undefined;
  const named = [...value.categories, ...value.detailed].map(({ display, code }) => display ?? code);
  return joined([...new Set([value.label, ...named])]);
}

/** Where somebody can be reached. */
export function contactFacts({ telecoms, addresses }: PatientRecord, now: number): readonly Fact[] {
  return [
    ...telecoms.map(({ system, use, value, period }) => ({
      label: joined([system, use]) || t('demographics.telecom'),
      value: joined([value, span(period)]),
    })),
    ...addresses.map((address) => ({ label: addressLabel(address, now), value: address.lines.join('\n') })),
  ];
}

function addressLabel(address: Address, now: number): string {
  const use = address.use ?? '';
  return isCurrentAddress(address, now)
    ? t('demographics.address', { use })
    : t('demographics.address-former', { use });
}

/** Who cares for the person. */
export function careFacts({ practice, practitioners, status }: PatientRecord): readonly Fact[] {
  return [
    { label: t('demographics.practice'), value: practice },
    { label: t('demographics.practitioners'), value: practitioners.join('\n') },
    { label: t('demographics.status'), value: status && words(status) },
  ];
}
