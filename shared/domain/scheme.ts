/** Laws a person may be covered under; one person can be under two. Act 800 is no benefit of the squad: routed away. */
export const SCHEMES = ['act-4', 'lindung-24-jam', 'act-789', 'act-838', 'act-800'] as const;
export type Scheme = (typeof SCHEMES)[number];
