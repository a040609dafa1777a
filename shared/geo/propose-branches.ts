import type { MessageRef } from '#shared/domain/message-ref.ts';
import type { Town } from '#shared/domain/place.ts';
import type { Router } from './route-to-branch.ts';

/** A case that is to go elsewhere. */
export interface ToPlace {
  case: string;
  place: Town | null;
  /** Where the heirs live; null where nobody said. */
  kin: Town | null;
  /** Offices that declined it; left out where none did. */
  declined?: { has(branch: string): boolean };
}

export interface Proposal {
  case: string;
  branch: string;
  /** Straight line from the incident; null where no place is known. */
  km: number | null;
  reason: MessageRef;
}

export interface ProposalWorld {
  router: Pick<Router, 'route'>;
  /** Offices that take nothing: flooded, closed, or the one the cases come from. */
  avoid: ReadonlySet<string>;
  /** Open cases by office. */
  loads: ReadonlyMap<string, number>;
  /** Shares the cases out over the nearest offices instead of giving each to the very nearest. */
  spread: boolean;
}

/** Offices among which cases are shared out. */
const NEAREST = 4;
/** What one more case in hand weighs, in km of distance. */
const CASE_IN_KM = 15;

/**
 * Proposes a branch for each case, in the order given: the heirs' office where their town is known, else the nearest to
 * the incident; shared out, the one of the nearest four that distance and load together speak for. A case without any
 * place, or with no office left, has no proposal.
 */
export function proposeBranches(cases: readonly ToPlace[], world: ProposalWorld): Proposal[] {
  const given = new Map(world.loads);
  const proposals: Proposal[] = [];
  for (const one of cases) {
    const found = proposalFor(one, world, given);
    if (found === null) continue;
    given.set(found.branch, (given.get(found.branch) ?? 0) + 1);
    proposals.push(found);
  }
  return proposals;
}

function proposalFor(one: ToPlace, world: ProposalWorld, given: ReadonlyMap<string, number>): Proposal | null {
  const may = ({ branch }: Near) => !one.declined?.has(branch);
  const near = one.place === null ? [] : nearestTo(one.place, world).filter(may);
  const [heirs] = one.kin === null ? [] : nearestTo(one.kin, world).filter(may);
  if (heirs !== undefined && one.kin !== null) {
    const km = near.find(({ branch }) => branch === heirs.branch)?.km ?? null;
    const params = { town: { t: 'text', v: one.kin.name }, km: { t: 'km', v: heirs.km } } as const;
    return { case: one.case, branch: heirs.branch, km, reason: { key: 'candidate.heirs', params } };
  }
  const weight = ({ branch, km }: Near) => km + CASE_IN_KM * (given.get(branch) ?? 0);
  const among = near.slice(0, world.spread ? NEAREST : 1);
  const best = among.reduce<Near | null>((a, b) => (a === null || weight(b) < weight(a) ? b : a), null);
  if (best === null) return null;
  const params = { km: { t: 'km', v: best.km } } as const;
  return { case: one.case, branch: best.branch, km: best.km, reason: { key: 'candidate.near', params } };
}

interface Near {
  branch: string;
  km: number;
}

/** Offices by distance, the one routing names first of equals, without those to avoid. */
function nearestTo(place: Town, { router, avoid }: ProposalWorld): Near[] {
  const { branch, reason, alternatives } = router.route(place);
  const { km } = reason.params;
  const routed = { branch, km: km?.t === 'km' ? km.v : 0 };
  const rest = alternatives.filter((one) => one.branch !== branch);
  return [routed, ...rest].filter((one) => !avoid.has(one.branch));
}
