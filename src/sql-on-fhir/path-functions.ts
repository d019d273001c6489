/** The functions of SQL on FHIR v2 that `fhirpath` has not, and those which the specification's suite wants otherwise. */
import fhirpath from 'fhirpath';
import { referenceKey } from './reference-key.ts';

// What the library exports beside what its types say.
const { FP_Decimal: decimal, util } = fhirpath as unknown as {
  readonly FP_Decimal: { getDecimal(text: string): Bounded };
  readonly util: { valDataConverted(value: unknown): unknown };
};

type Edge = 'lowBoundary' | 'highBoundary';
type Bounded = Readonly<Record<Edge, (precision?: number) => unknown>>;

/** The zones that are the first and the last to reach a time of day. */
const zones: Readonly<Record<Edge, string>> = { lowBoundary: '+14:00', highBoundary: '-12:00' };

function boundary(edge: Edge) {
  return {
    internalStructures: true,
    arity: { 0: [], 1: ['Integer'] },
    fn: (of: readonly unknown[], precision?: number): readonly unknown[] => {
      const value = util.valDataConverted(of[0]);
      if (of.length !== 1 || value === null || value === undefined) return [];
      const bounded = typeof value === 'number' ? decimal.getDecimal(String(value)) : (value as Bounded);
      if (typeof bounded[edge] !== 'function')
        throw new Error(`${edge} is for numbers, dates and times alone`);
      const found = bounded[edge](precision);
      if (found === null || found === undefined) return [];
      // A date and time without a zone may be meant in any.
      const text = (found as { toString(): string }).toString();
      return /^\d{4}-\d\d-\d\dT[\d:.]+$/.test(text) ? [`${text}${zones[edge]}`] : [found];
    },
  };
}

export const pathFunctions = {
  getResourceKey: {
    fn: (of: readonly { readonly id?: unknown }[]) => of.flatMap(({ id }) => (id === undefined ? [] : [id])),
    arity: { 0: [] },
  },
  getReferenceKey: {
    fn: (
      of: readonly { readonly reference?: unknown; readonly type?: unknown }[],
      type?: { readonly name: string },
    ) =>
      of.flatMap(({ reference, type: said }) => {
        const key = typeof reference === 'string' ? referenceKey(reference, said, type?.name) : undefined;
        return key === undefined ? [] : [key];
      }),
    arity: { 0: [], 1: ['TypeSpecifier'] },
  },
  /** Of nothing, an empty text; an element that has an extension and no value has no text. */
  join: {
    fn: (of: readonly (string | null)[], separator = '') => [
      of.filter((each) => each !== null).join(separator),
    ],
    arity: { 0: [], 1: ['String'] },
  },
  lowBoundary: boundary('lowBoundary'),
  highBoundary: boundary('highBoundary'),
};

// A number whose digits would not survive: `1.0`, `1e3`, or more of them than fit.
const fragile = /\d\.\d*0[,}\]\s]|\d[eE][+-]?\d|\d[\d.]{15}/;

/** JSON in which a decimal keeps the digits it was sent with. Throws `SyntaxError` where it is no JSON. */
export function parseResource(text: string): unknown {
  if (!fragile.test(text)) return JSON.parse(text) as unknown;
  return JSON.parse(text, (_key, value: unknown, context?: { readonly source?: string }) =>
    typeof value === 'number' && context?.source !== undefined && context.source !== String(value)
      ? decimal.getDecimal(context.source)
      : value,
  ) as unknown;
}
