import {
  annotation,
  at,
  concept,
  coding,
  hl7Code,
  hl7Concept,
  period,
  quantity,
  refer,
  sct,
  systems,
  type Concept,
  type Reference,
} from './build.ts';
import type { Chart } from './chart.ts';
import { pharmacy, practitioners } from './practice.ts';
import type { Resource } from './resource.ts';

export interface MedicationOptions {
  readonly status?: string;
  readonly intent?: string;
  readonly authored?: string;
  readonly reported?: boolean;
  readonly by?: Reference;
  /** [amount, unit] of one dose. */
  readonly dose?: readonly [string, string];
  readonly timing?: object;
  readonly route?: keyof typeof routes | undefined;
  readonly asNeeded?: true | Concept;
  readonly reason?: Concept;
  readonly reasonReference?: Resource;
  readonly statusReason?: Concept;
  readonly encounter?: Resource;
  readonly quantity?: readonly [string, string];
  readonly refills?: number;
  readonly days?: number;
  readonly category?: 'community' | 'outpatient' | 'inpatient' | 'discharge';
  readonly note?: string;
  readonly end?: string;
  readonly more?: object;
}

export const routes = {
  mouth: sct('26643006', 'Oral route', 'by mouth'),
  inhaled: sct('447694001', 'Respiratory tract route', 'inhaled'),
  subcutaneous: sct('34206005', 'Subcutaneous route', 'under the skin'),
  intramuscular: sct('78421000', 'Intramuscular route', 'into a muscle'),
  intravenous: sct('47625008', 'Intravenous route', 'intravenous'),
  eye: sct('54485002', 'Ophthalmic route', 'in the eye'),
  skin: sct('6064005', 'Topical route', 'on the skin'),
  sublingual: sct('37839007', 'Sublingual route', 'under the tongue'),
} as const;

/** How often, as `timing.repeat`: twice a day, once a week … */
export function times(
  frequency: number,
  period: number,
  unit: 'h' | 'd' | 'wk',
  text?: string,
  more: object = {},
): object {
  return {
    repeat: { frequency, period, periodUnit: unit, ...more },
    ...(text !== undefined && { code: { text } }),
  };
}
export const daily = times(1, 1, 'd', 'QD');
export const twiceDaily = times(2, 1, 'd', 'BID');
export const bedtime = {
  repeat: { frequency: 1, period: 1, periodUnit: 'd', when: ['HS'] },
  code: { text: 'QHS' },
};

/** A prescription or a reported medicine. `drug` is a concept, or a reference or contained Medication in `more`. */
export function medication(
  chart: Chart,
  drug: Concept | undefined,
  sig: string | undefined,
  options: MedicationOptions = {},
): Resource {
  const { asNeeded } = options;
  return chart.add('MedicationRequest', {
    status: options.status ?? 'active',
    statusReason: options.statusReason,
    intent: options.intent ?? 'order',
    category: [hl7Concept('medicationrequest-category', options.category ?? 'community')],
    reportedBoolean: options.reported ?? false,
    medicationCodeableConcept: drug,
    subject: chart.patient,
    encounter: options.encounter === undefined ? undefined : refer(options.encounter),
    authoredOn: options.authored === undefined ? undefined : at(options.authored),
    requester: options.by ?? practitioners.testing,
    reasonCode: options.reason === undefined ? undefined : [options.reason],
    reasonReference: options.reasonReference === undefined ? undefined : [refer(options.reasonReference)],
    note: options.note === undefined ? undefined : [annotation(options.note)],
    dosageInstruction:
      sig === undefined
        ? undefined
        : [
            {
              text: sig,
              ...(options.timing !== undefined && { timing: options.timing }),
              ...(asNeeded === true && { asNeededBoolean: true }),
              ...(asNeeded !== undefined && asNeeded !== true && { asNeededCodeableConcept: asNeeded }),
              ...(options.route !== undefined && { route: routes[options.route] }),
              ...(options.dose !== undefined && {
                doseAndRate: [
                  {
                    type: hl7Concept('dose-rate-type', 'ordered', 'Ordered'),
                    doseQuantity: quantity(...options.dose),
                  },
                ],
              }),
            },
          ],
    dispenseRequest:
      options.quantity === undefined
        ? undefined
        : {
            ...(options.end !== undefined && { validityPeriod: period(options.authored, options.end) }),
            numberOfRepeatsAllowed: options.refills ?? 0,
            quantity: quantity(...options.quantity),
            ...(options.days !== undefined && {
              expectedSupplyDuration: { value: options.days, unit: 'days', system: systems.ucum, code: 'd' },
            }),
          },
    ...options.more,
  });
}

/** What the pharmacy handed over for a prescription. */
export function dispense(
  chart: Chart,
  request: Resource,
  when: string,
  amount: readonly [string, string],
  more: object = {},
): Resource {
  return chart.add('MedicationDispense', {
    status: 'completed',
    medicationCodeableConcept: request['medicationCodeableConcept'],
    subject: chart.patient,
    performer: [
      { actor: practitioners.pharmacist },
      { actor: refer(pharmacy, (pharmacy as Resource & { name: string }).name) },
    ],
    authorizingPrescription: [refer(request)],
    type: concept(undefined, hl7Code('v3-ActCode', 'RF', 'Refill')),
    quantity: quantity(...amount),
    daysSupply: { value: 90, unit: 'days', system: systems.ucum, code: 'd' },
    whenHandedOver: at(when),
    dosageInstruction: request['dosageInstruction'],
    ...more,
  });
}

/** A dose given (or not given) by someone. */
export function administration(
  chart: Chart,
  drug: Concept,
  when: string,
  dose: readonly [string, string],
  route: keyof typeof routes,
  more: object = {},
): Resource {
  return chart.add('MedicationAdministration', {
    status: 'completed',
    category: hl7Concept('medication-admin-category', 'outpatient', 'Outpatient'),
    medicationCodeableConcept: drug,
    subject: chart.patient,
    effectiveDateTime: at(when),
    performer: [{ actor: practitioners.nurse }],
    dosage: { route: routes[route], dose: quantity(...dose) },
    ...more,
  });
}

const drug = (code: string, name: string, text: string): Concept =>
  concept(text, coding(systems.rxnorm, code, name));

/** RxNorm clinical drugs, with the words of the prescription. */
export const drugs = {
  lisinopril10: drug('314076', 'lisinopril 10 MG Oral Tablet', 'Lisinopril 10 mg tablet'),
  lisinopril20: drug('314077', 'lisinopril 20 MG Oral Tablet', 'Lisinopril 20 mg tablet'),
  metformin1000: drug('861004', 'metformin hydrochloride 1000 MG Oral Tablet', 'Metformin 1,000 mg tablet'),
  metformin500: drug('861007', 'metformin hydrochloride 500 MG Oral Tablet', 'Metformin 500 mg tablet'),
  spironolactone25: drug('313096', 'spironolactone 25 MG Oral Tablet', 'Spironolactone 25 mg tablet'),
  atorvastatin40: drug('617311', 'atorvastatin 40 MG Oral Tablet', 'Atorvastatin 40 mg tablet'),
  hydrochlorothiazide25: drug(
    '310798',
    'hydrochlorothiazide 25 MG Oral Tablet',
    'Hydrochlorothiazide 25 mg tablet',
  ),
  aspirin81: drug('243670', 'aspirin 81 MG Oral Tablet', 'Aspirin 81 mg tablet'),
  amlodipine5: drug('197361', 'amlodipine 5 MG Oral Tablet', 'Amlodipine 5 mg tablet'),
  albuterol: drug(
    '745679',
    '200 ACTUAT albuterol 0.09 MG/ACTUAT Metered Dose Inhaler',
    'Albuterol HFA 90 mcg inhaler',
  ),
  fluticasone44: drug(
    '895994',
    '120 ACTUAT fluticasone propionate 0.044 MG/ACTUAT Metered Dose Inhaler',
    'Fluticasone HFA 44 mcg inhaler',
  ),
  epinephrine03: drug(
    '1870230',
    'NDA020800 0.3 ML epinephrine 1 MG/ML Auto-Injector',
    'Epinephrine 0.3 mg auto-injector',
  ),
  levothyroxine75: drug('966222', 'levothyroxine sodium 0.075 MG Oral Tablet', 'Levothyroxine 75 mcg tablet'),
  sertraline50: drug('312941', 'sertraline 50 MG Oral Tablet', 'Sertraline 50 mg tablet'),
  omeprazole20: drug('198051', 'omeprazole 20 MG Delayed Release Oral Capsule', 'Omeprazole 20 mg capsule'),
  amoxicillin500: drug('308191', 'amoxicillin 500 MG Oral Capsule', 'Amoxicillin 500 mg capsule'),
  prednisone20: drug('312615', 'prednisone 20 MG Oral Tablet', 'Prednisone 20 mg tablet'),
  cetirizine10: drug('1014678', 'cetirizine hydrochloride 10 MG Oral Tablet', 'Cetirizine 10 mg tablet'),
  metoprolol50: drug(
    '866436',
    '24 HR metoprolol succinate 50 MG Extended Release Oral Tablet',
    'Metoprolol succinate ER 50 mg tablet',
  ),
  apixaban25: drug('1364435', 'apixaban 2.5 MG Oral Tablet', 'Apixaban 2.5 mg tablet'),
  warfarin5: drug('855332', 'warfarin sodium 5 MG Oral Tablet', 'Warfarin 5 mg tablet'),
  furosemide20: drug('310429', 'furosemide 20 MG Oral Tablet', 'Furosemide 20 mg tablet'),
  furosemide40: drug('313988', 'furosemide 40 MG Oral Tablet', 'Furosemide 40 mg tablet'),
  digoxin: drug('197604', 'digoxin 0.125 MG Oral Tablet', 'Digoxin 125 mcg tablet'),
  nitroglycerin: drug(
    '198039',
    'nitroglycerin 0.4 MG Sublingual Tablet',
    'Nitroglycerin 0.4 mg sublingual tablet',
  ),
  donepezil10: drug('997223', 'donepezil hydrochloride 10 MG Oral Tablet', 'Donepezil 10 mg tablet'),
  mirtazapine15: drug('311725', 'mirtazapine 15 MG Oral Tablet', 'Mirtazapine 15 mg tablet'),
  trazodone50: drug('856377', 'trazodone hydrochloride 50 MG Oral Tablet', 'Trazodone 50 mg tablet'),
  acetaminophen500: drug('198440', 'acetaminophen 500 MG Oral Tablet', 'Acetaminophen 500 mg tablet'),
  gabapentin300: drug('310431', 'gabapentin 300 MG Oral Capsule', 'Gabapentin 300 mg capsule'),
  ferrousSulfate: drug('310325', 'ferrous sulfate 325 MG Oral Tablet', 'Ferrous sulfate 325 mg tablet'),
  latanoprost: drug('314072', 'latanoprost 0.05 MG/ML Ophthalmic Solution', 'Latanoprost 0.005 % eye drops'),
  senna: drug('312935', 'sennosides, USP 8.6 MG Oral Tablet', 'Senna 8.6 mg tablet'),
  cephalexin500: drug('309114', 'cephalexin 500 MG Oral Capsule', 'Cephalexin 500 mg capsule'),
  lorazepam1: drug('197901', 'lorazepam 1 MG Oral Tablet', 'Lorazepam 1 mg tablet'),
  glargine: drug(
    '847230',
    '3 ML insulin glargine 100 UNT/ML Pen Injector',
    'Insulin glargine 100 units/mL pen',
  ),
  ibuprofen200: drug('310965', 'ibuprofen 200 MG Oral Tablet', 'Ibuprofen 200 mg tablet'),
  naproxen500: drug('198014', 'naproxen 500 MG Oral Tablet', 'Naproxen 500 mg tablet'),
  allopurinol100: drug('197319', 'allopurinol 100 MG Oral Tablet', 'Allopurinol 100 mg tablet'),
} as const;
