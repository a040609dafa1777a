import type { Act } from '#shared/contract/acts.ts';

/** Acts a special case has behind it: the kind and how many minutes ago. */
export type Behind = readonly [
  kind: 'triage' | 'assign' | 'acknowledge' | 'first-action' | 'contact-family' | 'decide-eligibility',
  ago: number,
];

/** A case set up by hand, so that the board at first start looks like a control room on an ordinary day. */
export interface Special {
  /** Minutes since its report came in. */
  received: number;
  /** Minutes since its news was published, where it matters. */
  published?: number;
  victims: number;
  behind: readonly Behind[];
  pause?: { reason: Extract<Act, { kind: 'pause' }>['reason']; ago: number };
}

const H = 60;
const D = 24 * H;

/** Everything up to a decided case: assigned, acknowledged, visited within two hours; then what is said. */
function handled(received: number, rest: readonly Behind[] = []): Behind[] {
  return [['assign', received - 9], ['acknowledge', received - 21], ['first-action', received - 95], ...rest];
}

/** Late: triage, acknowledgement, family, payment, eligibility. */
const LATE: readonly Special[] = [
  { received: 21, victims: 1, behind: [] },
  { received: 66, victims: 1, behind: [['assign', 58]] },
  { received: 25 * H + 52, victims: 1, behind: handled(25 * H + 52, [['decide-eligibility', 20 * H]]) },
  {
    received: 7 * D + 2 * H,
    published: 7 * D + 3 * H + 10,
    victims: 1,
    behind: handled(7 * D + 2 * H, [
      ['contact-family', 7 * D - 4 * H],
      ['decide-eligibility', 7 * D - 12 * H],
    ]),
  },
  { received: 26 * H + 16, victims: 1, behind: handled(26 * H + 16, [['contact-family', 20 * H]]) },
];

/** More than three quarters of the time gone. */
const WARNED: readonly Special[] = [
  { received: 24, victims: 2, behind: [['triage', 17]] },
  { received: 25, victims: 1, behind: [['triage', 15]] },
  { received: 33, victims: 1, behind: [['assign', 24]] },
  { received: 34, victims: 1, behind: [['assign', 25]] },
  { received: 22 * H + 5, victims: 1, behind: handled(22 * H + 5, [['decide-eligibility', 15 * H]]) },
  { received: 21 * H + 20, victims: 1, behind: handled(21 * H + 20, [['decide-eligibility', 16 * H]]) },
  { received: 22 * H + 25, victims: 1, behind: handled(22 * H + 25, [['contact-family', 14 * H]]) },
  { received: 22 * H + 35, victims: 1, behind: handled(22 * H + 35, [['contact-family', 15 * H]]) },
];

/** Just in, nobody has them yet. */
const FRESH: readonly Special[] = [
  { received: 3, victims: 1, behind: [] },
  { received: 6, victims: 1, behind: [] },
  { received: 14, victims: 1, behind: [['triage', 8]] },
];

const PAUSES = [
  ['police-report', 1.6 * D, 5 * H],
  ['family-not-ready', 1.9 * D, 3 * H],
  ['hospital', 2.4 * D, 11 * H],
  ['police-report', 3.1 * D, 7 * H],
] as const;
const PAUSED: readonly Special[] = PAUSES.map(([reason, received, ago]) => ({
  received,
  victims: 1,
  behind: handled(received, [
    ['contact-family', received - 6 * H],
    ['decide-eligibility', received - 13 * H],
  ]),
  pause: { reason, ago },
}));

/** Nothing open is late, but every stage so far was: the family will probably be visited late. */
const DAWDLING: readonly Special[] = [112, 150].map((received) => ({
  received,
  victims: 1,
  behind: [
    ['triage', received - 26],
    ['assign', received - 48],
    ['acknowledge', received - 104],
  ],
}));

/** All set up by hand. */
export const SPECIALS: readonly Special[] = [...LATE, ...WARNED, ...FRESH, ...PAUSED, ...DAWDLING];

/** Victims of the incidents that are open and on time, besides the one with ten. */
export const ON_TIME_VICTIMS: readonly number[] = [4, 3, 2, 2, ...Array.from({ length: 24 }, () => 1)];

/** How many closed incidents lie behind, over so many days. */
export const CLOSED_INCIDENTS = 84;
export const CLOSED_DAYS = 30;
