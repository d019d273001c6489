/** Messages */
export const app = {} as const;
