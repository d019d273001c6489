import type { Door } from './door.ts';
import { enterpriseDstu2, enterpriseEhr, enterpriseR4 } from './enterprise.ts';
import { officeEhr, officePortal, officeR3 } from './office.ts';

/** Every door of the sandbox, as its page lists them. */
export const doors: readonly Door[] = [
  officeEhr,
  officePortal,
  officeR3,
  enterpriseR4,
  enterpriseDstu2,
  enterpriseEhr,
];
