/** Messages */
export const elements = {} as const;
