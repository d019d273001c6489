/** The phrases of observations, reports, documents, plans, goals, teams, devices, orders and specimens. */
export type ClinicalPhrase = 'mark.critical-high' | 'mark.critical-low';
