/**
 * THE TABLE OF CONTENTS. Navigation, routes, keys and summary derive from it; a section is one row here, one kind in
 * `fhir/` and one folder beside this file. A row whose section has no view of its own reads through `GenericSection`.
 */
import { later } from '#ui/later.ts';
import type { SectionDefinition, SectionView, SectionViewProps } from './kit/section.ts';

function view(load: () => Promise<SectionView>): SectionView {
  return later<SectionViewProps>(load);
}

const summary = view(async () => (await import('./summary/Summary.tsx')).Summary);
const timeline = view(async () => (await import('./timeline/Timeline.tsx')).Timeline);
const changes = view(async () => (await import('./changes/Changes.tsx')).Changes);
const demographics = view(async () => (await import('./demographics/Demographics.tsx')).Demographics);
const allergies = view(async () => (await import('./allergies/Allergies.tsx')).Allergies);
const problems = view(async () => (await import('./problems/Problems.tsx')).Problems);
const medications = view(async () => (await import('./medications/Medications.tsx')).Medications);
const immunizations = view(async () => (await import('./immunizations/Immunizations.tsx')).Immunizations);
const procedures = view(async () => (await import('./procedures/Procedures.tsx')).Procedures);
const encounters = view(async () => (await import('./encounters/Encounters.tsx')).Encounters);
const carePlan = view(async () => (await import('./care-plan/CarePlan.tsx')).CarePlan);
const goals = view(async () => (await import('./goals/Goals.tsx')).Goals);
const careTeam = view(async () => (await import('./care-team/CareTeam.tsx')).CareTeam);
const devices = view(async () => (await import('./devices/Devices.tsx')).Devices);
const orders = view(async () => (await import('./orders/Orders.tsx')).Orders);
const coverage = view(async () => (await import('./coverage/Coverage.tsx')).Coverage);
const people = view(async () => (await import('./people/People.tsx')).People);
const other = view(async () => (await import('./other/Other.tsx')).Other);
const laboratory = view(async () => (await import('./laboratory/Laboratory.tsx')).Laboratory);
const vitals = view(async () => (await import('./vitals/Vitals.tsx')).Vitals);
const tests = view(async () => (await import('./tests/Tests.tsx')).Tests);
const specimens = view(async () => (await import('./specimens/Specimens.tsx')).Specimens);
const documents = view(async () => (await import('./documents/Documents.tsx')).Documents);
const reports = view(async () => (await import('./reports/Reports.tsx')).Reports);
const socialHistory = view(async () => (await import('./social-history/SocialHistory.tsx')).SocialHistory);

export const sections: readonly SectionDefinition[] = [
  {
    id: 'summary',
    group: 'overview',
    kind: undefined,
    icon: 'summary',
    letter: 's',
    counted: false,
    view: summary,
  },
  {
    id: 'timeline',
    group: 'overview',
    kind: undefined,
    icon: 'timeline',
    letter: 'y',
    counted: false,
    view: timeline,
  },
  {
    id: 'changes',
    group: 'overview',
    kind: undefined,
    icon: 'changes',
    letter: 'w',
    counted: false,
    view: changes,
  },
  {
    id: 'problems',
    group: 'clinical',
    kind: 'problems',
    icon: 'list',
    letter: 'p',
    counted: true,
    view: problems,
    onSummary: 'left',
  },
  {
    id: 'allergies',
    group: 'clinical',
    kind: 'allergies',
    icon: 'alert',
    letter: 'a',
    counted: true,
    view: allergies,
  },
  {
    id: 'medications',
    group: 'clinical',
    kind: 'medications',
    icon: 'pill',
    letter: 'm',
    counted: true,
    view: medications,
    onSummary: 'left',
  },
  {
    id: 'immunizations',
    group: 'clinical',
    kind: 'immunizations',
    icon: 'syringe',
    letter: 'i',
    counted: true,
    view: immunizations,
  },
  {
    id: 'procedures',
    group: 'clinical',
    kind: 'procedures',
    icon: 'procedure',
    letter: 'c',
    counted: true,
    view: procedures,
  },
  {
    id: 'results',
    group: 'results',
    kind: 'laboratory',
    icon: 'flask',
    letter: 'r',
    counted: true,
    view: laboratory,
    onSummary: 'right',
  },
  {
    id: 'vitals',
    group: 'results',
    kind: 'vitals',
    icon: 'pulse',
    letter: 'v',
    counted: true,
    view: vitals,
    onSummary: 'right',
  },
  { id: 'tests', group: 'results', kind: 'tests', icon: 'scan', letter: 't', counted: true, view: tests },
  { id: 'specimens', group: 'results', kind: 'specimens', icon: 'tube', counted: true, view: specimens },
  {
    id: 'documents',
    group: 'notes',
    kind: 'documents',
    icon: 'page',
    letter: 'n',
    counted: true,
    view: documents,
    onSummary: 'right',
  },
  {
    id: 'reports',
    group: 'notes',
    kind: 'reports',
    icon: 'report',
    letter: 'f',
    counted: true,
    view: reports,
  },
  {
    id: 'encounters',
    group: 'care',
    kind: 'encounters',
    icon: 'calendar',
    letter: 'e',
    counted: true,
    view: encounters,
    onSummary: 'right',
  },
  {
    id: 'care-plan',
    group: 'care',
    kind: 'care-plans',
    icon: 'plan',
    letter: 'l',
    counted: true,
    view: carePlan,
  },
  {
    id: 'goals',
    group: 'care',
    kind: 'goals',
    icon: 'target',
    letter: 'g',
    counted: true,
    view: goals,
    onSummary: 'left',
  },
  { id: 'care-team', group: 'care', kind: 'care-teams', icon: 'team', counted: true, view: careTeam },
  { id: 'devices', group: 'care', kind: 'devices', icon: 'device', counted: true, view: devices },
  { id: 'orders', group: 'care', kind: 'orders', icon: 'order', letter: 'o', counted: true, view: orders },
  {
    id: 'demographics',
    group: 'person',
    kind: 'patient',
    icon: 'person',
    letter: 'd',
    counted: false,
    view: demographics,
  },
  {
    id: 'social-history',
    group: 'person',
    kind: 'social-history',
    icon: 'home',
    letter: 'h',
    counted: true,
    view: socialHistory,
  },
  { id: 'coverage', group: 'person', kind: 'coverage', icon: 'card', counted: true, view: coverage },
  { id: 'people', group: 'person', kind: 'people', icon: 'people', counted: true, view: people },
  { id: 'other', group: 'person', kind: 'other', icon: 'other', counted: true, view: other },
];
