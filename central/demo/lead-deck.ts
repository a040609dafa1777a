import type { ReportReader } from '#central/intake/read-report.ts';
import { severitiesByHand } from '#shared/domain/victim-severities.ts';
import type { Lead } from './lead.ts';
import { framedLead } from './lead-frames.ts';
import { BORNEO_LEADS, MASS_LEADS } from './leads-borneo.ts';
import { SOUTH_EAST_LEADS } from './leads-south-east.ts';
import { WEST_LEADS } from './leads-west.ts';
import { type Random, shuffled } from './random.ts';
import { type ReadLead, readLead } from './read-lead.ts';

/** Leads dealt out: each written one once, then sentences with a place put in. */
export interface LeadDeck {
  /** The next lead that tells of so many victims, as near as there is one. */
  deal(victims: number): ReadLead;
  mass(): ReadLead;
}

function withVictims({ input, reading }: ReadLead, victims: number): ReadLead {
  return { input, reading: { ...reading, severities: severitiesByHand(reading.severities, { victims }) } };
}

/** Whether its victims did not all fare alike. */
const isMixed = ({ reading }: ReadLead) => new Set(reading.severities).size > 1;

/** Shuffles the written leads and reads each with the reader that reads all news. */
export function openDeck(random: Random, read: ReportReader): LeadDeck {
  const all: Lead[] = shuffled(random, [...WEST_LEADS, ...SOUTH_EAST_LEADS, ...BORNEO_LEADS]);
  // Accidents that killed one and hurt another are dealt first, so that every demo has some to show.
  const cards = all.map((lead) => readLead(lead, read)).sort((a, b) => Number(isMixed(b)) - Number(isMixed(a)));
  return {
    deal(victims) {
      const index = cards.findIndex((card) => card.reading.severities.length === victims);
      const [card] = index < 0 ? [] : cards.splice(index, 1);
      const dealt = card ?? readLead(framedLead(random, victims), read);
      return withVictims(dealt, victims);
    },
    mass() {
      const [lead] = MASS_LEADS;
      if (lead === undefined) throw new RangeError('there is no lead of a mass accident');
      const dealt = readLead(lead, read);
      return withVictims(dealt, 10);
    },
  };
}
