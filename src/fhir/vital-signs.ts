/** Which vital sign an observation is, in the order clinicians read them. LOINC codes of the FHIR vital signs profiles. */
import { bloodPressureCodes } from './blood-pressure.ts';
import { loinc } from './code-systems.ts';
import { hasCode, type Concept } from './concept.ts';

export type VitalId =
  | 'blood-pressure'
  | 'heart-rate'
  | 'respiratory-rate'
  | 'temperature'
  | 'oxygen-saturation'
  | 'inhaled-oxygen'
  | 'oxygen-flow'
  | 'pain'
  | 'weight'
  | 'height'
  | 'bmi'
  | 'head-circumference'
  | 'bmi-percentile'
  | 'weight-for-length'
  | 'head-percentile'
  | 'other';

/** In reading order. */
const codes: readonly (readonly [VitalId, readonly string[]])[] = [
  [
    'blood-pressure',
    [...bloodPressureCodes.panel, ...bloodPressureCodes.systolic, ...bloodPressureCodes.diastolic],
  ],
  ['heart-rate', ['8867-4', '8889-8', '8893-0', '68999-2', '76282-3']],
  ['respiratory-rate', ['9279-1']],
  ['temperature', ['8310-5', '8331-1', '8328-7', '8332-9', '8333-7', '75539-7', '8329-5', '8330-3']],
  ['oxygen-saturation', ['59408-5', '2708-6']],
  // A percentage and litres a minute: two signs, of which the one never stands for the other.
  ['inhaled-oxygen', ['3150-0', '19994-3']],
  ['oxygen-flow', ['3151-8']],
  ['pain', ['72514-3', '38208-5', '38221-8', '38214-3']],
  ['weight', ['29463-7', '3141-9', '3142-7', '8335-2', '8350-1', '8351-9']],
  ['height', ['8302-2', '8306-3', '8308-9', '3137-7', '3138-5']],
  ['bmi', ['39156-5', '89270-3']],
  ['head-circumference', ['9843-4', '8287-5']],
  ['bmi-percentile', ['59576-9', '59575-1', '59574-4']],
  ['weight-for-length', ['77606-2']],
  ['head-percentile', ['8289-1']],
];

export const vitalOrder: readonly VitalId[] = [...codes.map(([id]) => id), 'other'];

export function vitalOf(part: { readonly code: Concept | undefined }): VitalId {
  return codes.find(([, loincCodes]) => hasCode(part.code, loinc, loincCodes))?.[0] ?? 'other';
}
