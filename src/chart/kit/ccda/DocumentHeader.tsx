import type { ReactNode } from 'react';
import type { ClinicalDocument } from '#ccda/clinical-document.ts';
import type { DocumentEncounter, DocumentPatient, HeaderLine } from '#ccda/header.ts';
import type { Party } from '#ccda/party.ts';
import { t } from '#i18n/translate.ts';
import { FactList } from '#chart/kit/FactList.tsx';
import { joined } from '#chart/kit/fact-words.ts';
import type { Fact } from '#chart/kit/list.ts';
import type { PlainKey } from '#chart/kit/words.ts';
import {
  daySentWords,
  codedWords,
  codesWords,
  contactLines,
  idWords,
  nullWords,
  partyLines,
  timeWords,
} from './cda-words.ts';

/** Everything the header says: the document, its patient, who took part in it, the encounter. */
export function DocumentHeader({ document }: { document: ClinicalDocument }): ReactNode {
  const { patients, header, encounter } = document;
  return (
    <>
      <FactList facts={documentFacts(document)} />
      {patients.map((patient, at) => (
        // Patients of a document have no key of their own, and their order never changes.
        // oxlint-disable-next-line react/no-array-index-key
        <section key={at} aria-label={t('ccda.patient')}>
          <h4 className="cda-part">{t('ccda.patient')}</h4>
          <FactList facts={patientFacts(patient)} />
        </section>
      ))}
      {encounter !== undefined && (
        <section aria-label={t('ccda.encounter')}>
          <h4 className="cda-part">{t('ccda.encounter')}</h4>
          <FactList facts={encounterFacts(encounter)} />
        </section>
      )}
      <FactList facts={header.map(lineFact)} />
    </>
  );
}

function documentFacts(document: ClinicalDocument): readonly Fact[] {
  const relations = { RPLC: 'ccda.replaces', APND: 'ccda.adds-to', XFRM: 'ccda.transforms' } as const;
  return [
    { label: t('ccda.kind'), value: codedWords(document.kind) },
    { label: t('ccda.written'), value: timeWords(document.written) },
    { label: t('ccda.covers'), value: joined(document.covers.map(timeWords), '\n') },
    { label: t('ccda.confidentiality'), value: codedWords(document.confidentiality) },
    { label: t('ccda.language'), value: document.language },
    { label: t('ccda.version'), value: document.version },
    { label: t('ccda.identifiers'), value: idWords(document.ids) },
    ...document.related.map(({ how = '', ids }) => ({
      label: t(Object.hasOwn(relations, how) ? relations[how as keyof typeof relations] : 'ccda.related'),
      value: idWords(ids),
    })),
  ];
}

function patientFacts(patient: DocumentPatient): readonly Fact[] {
  return [
    {
      label: t('ccda.name'),
      value: joined(
        patient.names.map(({ text }) => text),
        '\n',
      ),
    },
    { label: t('ccda.birth-date'), value: daySentWords(patient.birth, 'time') },
    { label: t('ccda.sex'), value: codedWords(patient.sex) },
    { label: t('ccda.identifiers'), value: idWords([...patient.ids, ...patient.unsaid.ids]) },
    { label: t('ccda.race'), value: codesWords(patient.races) },
    { label: t('ccda.ethnicity'), value: codesWords(patient.ethnicities) },
    { label: t('ccda.languages'), value: joined(patient.languages) },
    { label: t('ccda.marital'), value: codedWords(patient.maritalStatus) },
    { label: t('ccda.religion'), value: codedWords(patient.religion) },
    { label: t('ccda.birth-place'), value: patient.birthPlace },
    { label: t('ccda.address'), value: contactLines(patient.addresses, patient.unsaid.addresses) },
    { label: t('ccda.telecom'), value: contactLines(patient.telecoms, patient.unsaid.telecoms) },
    ...patient.guardians.map((party) => ({ label: t('ccda.guardian'), value: wholeParty(party) })),
    { label: t('ccda.provider'), value: patient.provider && wholeParty(patient.provider) },
  ];
}

function encounterFacts(encounter: DocumentEncounter): readonly Fact[] {
  return [
    { label: t('ccda.kind'), value: codedWords(encounter.code) },
    { label: t('ccda.when'), value: timeWords(encounter.when) },
    { label: t('ccda.discharge'), value: codedWords(encounter.discharge) },
    { label: t('ccda.location'), value: encounter.location && wholeParty(encounter.location) },
    { label: t('ccda.identifiers'), value: idWords(encounter.ids) },
    ...encounter.people.map(({ role, party }) => ({ label: roleWords(role), value: wholeParty(party) })),
  ];
}

function lineFact({ role, party, part }: HeaderLine): Fact {
  const plain = role === 'participant' && part !== undefined;
  return { label: plain ? `${roleWords(role)} (${part})` : roleWords(role), value: wholeParty(party) };
}

/** A party with what is not known of it, named: its lines have no labels of their own. */
function wholeParty(party: Party): string {
  const { addresses, telecoms, ids } = party.unsaid;
  const named = (label: string, whys: readonly string[]): string =>
    whys.length === 0 ? '' : t('take.labelled', { label, value: joined([...new Set(whys)]) });
  return joined(
    [
      partyLines(party),
      named(t('ccda.address'), addresses.map(nullWords)),
      named(t('ccda.telecom'), telecoms.map(nullWords)),
      named(
        t('ccda.identifiers'),
        ids.map((id) => idWords([id])),
      ),
    ],
    '\n',
  );
}

const roles = {
  author: 'ccda.role.author',
  dataEnterer: 'ccda.role.dataEnterer',
  informant: 'ccda.role.informant',
  custodian: 'ccda.role.custodian',
  informationRecipient: 'ccda.role.informationRecipient',
  legalAuthenticator: 'ccda.role.legalAuthenticator',
  authenticator: 'ccda.role.authenticator',
  participant: 'ccda.role.participant',
  inFulfillmentOf: 'ccda.role.inFulfillmentOf',
  authorization: 'ccda.role.authorization',
  performer: 'ccda.role.performer',
  responsibleParty: 'ccda.role.responsibleParty',
  encounterParticipant: 'ccda.role.encounterParticipant',
  specimen: 'ccda.role.specimen',
  subject: 'ccda.role.subject',
} as const satisfies Readonly<Record<string, PlainKey>>;

/** What somebody is to the document; the element's own name where we have no word for it. */
export function roleWords(role: string): string {
  return Object.hasOwn(roles, role) ? t(roles[role as keyof typeof roles]) : role;
}
