/** What is used of a package that comes without types. */
declare module '@lhncbc/ucum-lhc' {
  interface UcumConversion {
    readonly status: 'succeeded' | 'failed' | 'error';
    readonly toVal: number | null;
  }
  interface UcumUnit {
    readonly unit: { readonly dim_?: { readonly dimVec_?: readonly number[] | null } | null } | null;
  }
  export const UcumLhcUtils: {
    getInstance(): {
      convertUnitTo(from: string, value: number, to: string): UcumConversion;
      getSpecifiedUnit(code: string, purpose: 'validate'): UcumUnit;
    };
  };
}
