/** Messages */
export const chart = {} as const;
