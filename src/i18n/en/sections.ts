/** The sections' names, and the sentences in which a section's absence is said. */

/** `nouns` completes "No … are recorded", "could not read the …". */
function section<const Id extends string>(
  id: Id,
  title: string,
  nouns: string,
  verb: 'is' | 'are' = 'are',
): Readonly<Record<`section.${Id}`, string>> &
  Readonly<Record<`section.${Id}.none`, (values: { system: string }) => string>> &
  Readonly<Record<`section.${Id}.nouns`, string>> {
  return {
    [`section.${id}`]: title,
    [`section.${id}.none`]: ({ system }: { system: string }) => `No ${nouns} ${verb} recorded in ${system}.`,
    [`section.${id}.nouns`]: nouns,
  } as ReturnType<typeof section<Id>>;
}

export const sections = {
  ...section('summary', 'Summary', 'records'),
  ...section('timeline', 'Timeline', 'dated records'),
  ...section('changes', 'What changed', 'changes'),
  ...section('demographics', 'Demographics', 'demographics'),
  ...section('allergies', 'Allergies', 'allergies'),
  ...section('problems', 'Problems and health concerns', 'problems or health concerns'),
  ...section('medications', 'Medications', 'medications'),
  ...section('immunizations', 'Immunizations', 'immunizations'),
  ...section('procedures', 'Procedures', 'procedures'),
  ...section('results', 'Laboratory results', 'laboratory results'),
  ...section('vitals', 'Vital signs', 'vital signs'),
  ...section('tests', 'Tests and imaging', 'tests or imaging results'),
  ...section('specimens', 'Specimens', 'specimens'),
  ...section('documents', 'Notes and documents', 'notes or documents'),
  ...section('reports', 'Diagnostic reports', 'diagnostic reports'),
  ...section('encounters', 'Visits', 'visits'),
  ...section('care-plan', 'Care plan', 'care plans'),
  ...section('goals', 'Goals', 'goals'),
  ...section('care-team', 'Care team', 'care teams'),
  ...section('devices', 'Devices', 'devices'),
  ...section('orders', 'Orders', 'orders'),
  ...section('social-history', 'Social history and screening', 'social history or screening answers'),
  ...section('coverage', 'Coverage', 'coverage', 'is'),
  ...section('people', 'Related people', 'related people'),
  ...section('other', 'Other records', 'other records'),
  ...section('take-away', 'Print or take away', 'records'),
} as const;

type SectionKey = keyof typeof sections;
/** The path of a section. */
export type SectionId = SectionKey extends infer Key
  ? Key extends `section.${infer Id}.none`
    ? Id
    : never
  : never;
