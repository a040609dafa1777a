/** What can happen to central's next writing transaction. */
export const CENTRAL_FAULTS = ['before-commit', 'after-commit', 'disk-full'] as const;
export type CentralFault = (typeof CENTRAL_FAULTS)[number];
