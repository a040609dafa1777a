// An offer, and what stands around a case: S-47 to S-53.
const lead = 'shared/sync/case-lead.ts';
const around = 'shared/sync/case-around.ts';

export const OFFERS = [
  {
    rule: 'S-47',
    name: 'whoever leads now is taken off by a no to an earlier offer',
    file: lead,
    find: 'if (last?.id !== assignment || last.until !== null) return;',
    put: 'if (last === undefined || last.until !== null) return;',
  },
  {
    rule: 'S-48',
    name: 'an answer that is there before its offer is lost',
    file: lead,
    find: '  if (!known) {\n    life.early.push({ event, at });\n',
    put: '  if (!known) {\n',
  },
  {
    rule: 'S-47',
    name: 'who assigns what was declined unseen is contested',
    file: lead,
    find: 'given || believedLead === lead)',
    put: 'believedLead === lead)',
  },
  {
    rule: 'S-48',
    name: 'a no takes back an offer that was accepted unseen',
    file: lead,
    find: '  if (accepted && !hadSeen(event, accepted)) {',
    put: '  if (accepted === event) {',
  },
  {
    rule: 'S-48',
    name: 'an answer to an offer takes back the choice of lead its author had made',
    file: 'shared/sync/register.ts',
    find: ' && one.other.event.type === other.event.type)',
    put: ')',
  },
  {
    rule: 'S-48',
    name: 'an acceptance of what was declined unseen is not shown',
    file: lead,
    find: "  if (declined && !hadSeen(event, declined) && registers.read('lead') === null)\n",
    put: '  if (declined === event)\n',
  },
  {
    rule: 'S-49',
    name: 'a squad for a whole state gives away what offices of another have',
    file: 'shared/sync/judge-act.ts',
    find: "  return scope.kind === 'state' && state !== null && state !== scope.state;\n",
    put: '  return false;\n',
  },
  {
    rule: 'S-49',
    name: 'a squad gives away what others lead',
    file: 'shared/sync/judge-act.ts',
    find: "  if (isStranger(world, believedLead)) return refuse(event, 'not-lead', 'payload.believedLead');\n",
    put: '',
  },
  {
    rule: 'S-50',
    name: 'the lead assists itself',
    file: lead,
    find: " && registers.read('lead') !== branch;",
    put: ';',
  },
  {
    rule: 'S-51',
    name: 'a town is said to the metre',
    file: 'shared/contract/wire/values.ts',
    find: "  lat: latSchema.refine(hundredth, 'fault.town-only'),",
    put: '  lat: latSchema,',
  },
  {
    rule: 'S-52',
    name: 'the complaint heard last counts',
    file: around,
    find: 'else if (at.ms < known.at.ms) around',
    put: 'else around',
  },
  {
    rule: 'S-52',
    name: 'the answer heard last counts',
    file: around,
    find: 'if (known === undefined || at.ms < known.ms) around',
    put: 'around',
  },
  {
    rule: 'S-53',
    name: 'one payment ends the clock of every payee',
    file: 'shared/clocks/clock-stop.ts',
    find: 'return payee !== undefined && of !== undefined && payee !== of;',
    put: 'return payee === null && of === undefined;',
  },
];
