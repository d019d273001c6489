/** The phrases of observations, reports, documents, plans, goals, teams, devices, orders and specimens. */

type ClinicalMark =
  | 'also-coded'
  | 'no-result-yet'
  | 'partial'
  | 'preliminary'
  | 'amended'
  | 'corrected'
  | 'appended'
  | 'cancelled'
  | 'superseded'
  | 'date-is-release'
  | 'do-not-perform'
  | 'no-content'
  | 'unfinished'
  | 'unsatisfactory';

type ClinicalStatus =
  | 'registered'
  | 'partial'
  | 'preliminary'
  | 'final'
  | 'amended'
  | 'corrected'
  | 'appended'
  | 'cancelled'
  | 'current'
  | 'superseded'
  | 'draft'
  | 'active'
  | 'inactive'
  | 'on-hold'
  | 'revoked'
  | 'completed'
  | 'proposed'
  | 'planned'
  | 'accepted'
  | 'rejected'
  | 'suspended'
  | 'stopped'
  | 'in-progress'
  | 'not-started'
  | 'scheduled'
  | 'available'
  | 'unavailable'
  | 'unsatisfactory'
  | 'preparation'
  | 'not-done'
  | 'entered-in-error'
  | 'unknown';

type Interpretation =
  | 'normal'
  | 'high'
  | 'high-derived'
  | 'low'
  | 'low-derived'
  | 'critical-high'
  | 'critical-low'
  | 'abnormal'
  | 'critical'
  | 'significantly-high'
  | 'significantly-low'
  | 'above-threshold'
  | 'below-threshold'
  | 'outside-threshold'
  | 'off-scale-high'
  | 'off-scale-low'
  | 'changed-up'
  | 'changed-down'
  | 'better'
  | 'worse'
  | 'resistant'
  | 'synergy-resistant'
  | 'non-susceptible'
  | 'intermediate'
  | 'moderately-susceptible'
  | 'susceptible-dose-dependent'
  | 'susceptible'
  | 'very-susceptible'
  | 'synergy-susceptible'
  | 'no-breakpoint'
  | 'insufficient-evidence'
  | 'positive'
  | 'negative'
  | 'detected'
  | 'not-detected'
  | 'reactive'
  | 'weakly-reactive'
  | 'not-reactive'
  | 'indeterminate'
  | 'equivocal'
  | 'expected'
  | 'unexpected'
  | 'carrier'
  | 'cytotoxic'
  | 'quality-failure'
  | 'hold';

type AbsentReason =
  | 'unknown'
  | 'asked-unknown'
  | 'temp-unknown'
  | 'not-asked'
  | 'asked-declined'
  | 'masked'
  | 'not-applicable'
  | 'unsupported'
  | 'as-text'
  | 'error'
  | 'not-a-number'
  | 'negative-infinity'
  | 'positive-infinity'
  | 'not-performed'
  | 'not-permitted';

type UnnamedThing =
  | 'observation'
  | 'blood-pressure'
  | 'imaging-study'
  | 'report'
  | 'document'
  | 'questionnaire'
  | 'unnamed-question'
  | 'care-plan'
  | 'assess-plan'
  | 'activity'
  | 'goal'
  | 'care-team'
  | 'unnamed-member'
  | 'device'
  | 'order'
  | 'specimen';

type Intent =
  | 'proposal'
  | 'plan'
  | 'directive'
  | 'order'
  | 'original-order'
  | 'reflex-order'
  | 'filler-order'
  | 'instance-order'
  | 'option';

type Achievement =
  | 'in-progress'
  | 'improving'
  | 'worsening'
  | 'no-change'
  | 'achieved'
  | 'sustaining'
  | 'not-achieved'
  | 'no-progress'
  | 'not-attainable';

export type ClinicalPhrase =
  | `mark.${ClinicalMark}`
  | `clinical-status.${ClinicalStatus}`
  | `interpretation.${Interpretation}`
  | `absent.${AbsentReason}`
  | `title.${UnnamedThing}`
  | `intent.${Intent}`
  | `priority.${'routine' | 'urgent' | 'asap' | 'stat'}`
  | `achievement.${Achievement}`
  | `value.${'yes' | 'no' | 'sampled' | 'see-note' | 'none' | 'attachment' | 'unreadable'}`
  | `document.${'replaces' | 'transforms' | 'signs' | 'appends' | 'related'}`
  | `order.${'as-needed' | 'as-needed-for'}`;
