import { people } from '#sandbox/cast.ts';
import { at, concept, exact, hl7Concept, refer, type Concept } from './build.ts';
import type { Resource } from './resource.ts';
import { kidneyClinic, payers, pharmacy, practiceOrganization, practitioners } from './practice.ts';

const usd = (written: string): object => ({ value: exact(written), currency: 'USD' });

/** The amounts of FHIR's own value set of adjudications, in the order they are worked out. */
const worked = {
  submitted: 'Submitted Amount',
  eligible: 'Eligible Amount',
  deductible: 'Deductible',
  copay: 'CoPay',
  benefit: 'Benefit Amount',
} as const;
type Worked = keyof typeof worked;

const adjudication = (code: Worked): Concept => hl7Concept('adjudication', code, worked[code]);

function amounts(written: Partial<Record<Worked, string>>, reason?: string): readonly object[] {
  return (Object.keys(written) as Worked[]).map((code) => ({
    category: adjudication(code),
    ...(code === 'benefit' && reason !== undefined && { reason: concept(reason) }),
    amount: usd(written[code]!),
  }));
}

interface ItemOptions {
  readonly service: string;
  readonly day: string;
  readonly quantity?: number;
  readonly price: string;
  readonly net: string;
  readonly amounts?: Partial<Record<Worked, string>>;
  readonly reason?: string;
}

function item({ service, day, quantity, price, net, reason, ...of }: ItemOptions, index: number): object {
  return {
    sequence: index + 1,
    productOrService: concept(service),
    servicedDate: day,
    ...(quantity !== undefined && { quantity: { value: quantity } }),
    unitPrice: usd(price),
    net: usd(net),
    ...(of.amounts && { adjudication: amounts(of.amounts, reason) }),
  };
}

interface ClaimOptions {
  readonly id: string;
  readonly type: readonly [code: string, display: string];
  readonly use?: 'claim' | 'preauthorization' | 'predetermination';
  readonly outcome: 'queued' | 'complete' | 'error' | 'partial';
  readonly disposition: string;
  readonly period: readonly [start: string, end: string];
  readonly created: string;
  readonly provider: Resource & { name: string };
  readonly items: readonly ItemOptions[];
  readonly total?: Partial<Record<Worked, string>>;
  readonly paid?: readonly [amount: string, day: string];
  readonly more?: object;
}

function claim(options: ClaimOptions): Resource {
  const { id, type, use = 'claim', outcome, disposition, period, created, provider, total, paid } = options;
  return {
    resourceType: 'ExplanationOfBenefit',
    id,
    identifier: [{ system: 'https://claims.example.invalid/number', value: `MUM-${id}` }],
    status: 'active',
    type: hl7Concept('claim-type', ...type),
    use,
    patient: refer(`Patient/${people.david.id}`),
    billablePeriod: { start: period[0], end: period[1] },
    created,
    insurer: refer(payers.commercial),
    provider: refer(provider),
    outcome,
    disposition,
    insurance: [{ focal: true, coverage: { display: 'Made Up Mutual Health Plan, MUM000428946' } }],
    item: options.items.map(item),
    ...(total && { total: amounts(total) }),
    ...(paid && {
      payment: {
        type: hl7Concept('ex-paymenttype', 'complete', 'Complete'),
        date: paid[1],
        amount: usd(paid[0]),
      },
    }),
    ...options.more,
  };
}

/**
 * What David's insurance made of some of his visits. NextGen Enterprise's statement has no ExplanationOfBenefit: they are
 * served by the switch `enterpriseClaims` alone, in FHIR's base elements.
 */
export function enterpriseClaims(): readonly Resource[] {
  return [
    claim({
      id: '9464929101',
      type: ['professional', 'Professional'],
      outcome: 'complete',
      disposition: 'Settled as the contract says',
      period: ['2026-08-03', '2026-08-03'],
      created: at('2026-08-11T09:00'),
      provider: practiceOrganization,
      items: [
        {
          service: 'Office visit, established patient, 25 minutes',
          day: '2026-08-03',
          price: '125.50',
          net: '125.50',
          amounts: { submitted: '125.50', eligible: '110.00', copay: '30.00', benefit: '80.00' },
        },
        {
          service: 'Hemoglobin A1c',
          day: '2026-08-03',
          price: '22.00',
          net: '22.00',
          amounts: { submitted: '22.00', eligible: '14.25', deductible: '14.25', benefit: '0.00' },
          reason: 'Within the deductible of the year',
        },
      ],
      total: { submitted: '147.50', eligible: '124.25', benefit: '80.00' },
      paid: ['80.00', '2026-08-20'],
      more: {
        careTeam: [{ sequence: 1, provider: practitioners.testing, role: concept('Seen by') }],
        processNote: [{ number: 1, type: 'display', text: 'You may owe the practice 44.25 USD.' }],
      },
    }),
    claim({
      id: '9464929102',
      type: ['pharmacy', 'Pharmacy'],
      outcome: 'partial',
      disposition: 'One of two items was paid',
      period: ['2026-11-01', '2026-11-12'],
      created: '2026-11-14',
      provider: pharmacy,
      items: [
        {
          service: 'Metformin 1,000 mg tablet',
          day: '2026-11-12',
          quantity: 180,
          price: '0.10',
          net: '18.00',
          amounts: { submitted: '18.00', copay: '10.00', benefit: '8.00' },
        },
        {
          service: 'Magnesium 250 mg tablet',
          day: '2026-11-12',
          quantity: 100,
          price: '0.12',
          net: '12.00',
          amounts: { submitted: '12.00', benefit: '0.00' },
          reason: 'Sold without a prescription: not covered',
        },
      ],
      total: { submitted: '30.00', copay: '10.00', benefit: '8.00' },
      paid: ['8.00', '2026-11-16'],
    }),
    claim({
      id: '9464929103',
      type: ['professional', 'Professional'],
      use: 'preauthorization',
      outcome: 'queued',
      disposition: 'Waiting for the notes of the visit',
      period: ['2027-01-12', '2027-01-12'],
      created: '2026-11-20',
      provider: kidneyClinic,
      items: [{ service: 'Nephrology visit, follow-up', day: '2027-01-12', price: '240.00', net: '240.00' }],
    }),
  ];
}
