// What names people, rights withdrawn, and what a restored central lacks: S-25 to S-40.
const keys = 'tests/contract/private/keys.test.ts';
const held = 'tests/contract/central/held.test.ts';
const back = 'tests/contract/central/bring-back.test.ts';
const pushed = 'central/sync/judge-pushed.ts';
const takeBack = 'central/sync/take-back.ts';

export const LATER = [
  {
    rule: 'S-26',
    name: 'what comes back after what erased it can be read again',
    file: 'central/sync/take-back.ts',
    find: '  session.close(await erasedSince(session.tx, news));\n',
    put: '',
  },
  {
    rule: 'S-25',
    name: 'walls get what is sealed',
    first: keys,
    file: 'central/store/log-reader.ts',
    find: "    if (!sight.withPrivate) return rows.map((row) => eventJson(row, '', sight.receipts));\n",
    put: '',
  },
  {
    rule: 'S-25',
    name: 'walls get keys',
    first: keys,
    file: 'central/store/log-reader.ts',
    find: '    if (!sight.withPrivate) return [];\n',
    put: '',
  },
  {
    rule: 'S-27',
    name: 'what its author had a right to is refused',
    first: held,
    file: pushed,
    find: '(await hadRight(news, author, world, session)) ? { hold: refusal.code } : refusal',
    put: 'refusal',
  },
  {
    rule: 'S-27',
    name: 'what its author never had a right to is held',
    first: held,
    file: pushed,
    find: '(await hadRight(news, author, world, session)) ? { hold: refusal.code } : refusal',
    put: '{ hold: refusal.code }',
  },
  {
    rule: 'S-27',
    name: 'what a withdrawn console brings is accepted',
    first: 'tests/contract/engine/withdrawn.test.ts',
    file: pushed,
    find: "return revoked ? { hold: 'device-revoked' } : null;",
    put: 'return null;',
  },
  {
    rule: 'S-28',
    name: 'what was turned down goes on waiting',
    first: held,
    file: 'central/sync/hold-act.ts',
    find: "if (held.decision?.kind === 'turned-down') {",
    put: 'if (held.decision === undefined) {',
  },
  {
    rule: 'S-30',
    name: 'the screens never lock',
    first: 'tests/contract/engine/offline-sign-in.test.ts',
    file: 'electron/engine/sync/offline-lock.ts',
    find: 'end !== null && now > end',
    put: 'end === 0',
  },
  {
    rule: 'S-36',
    name: 'any receipt holds',
    first: back,
    file: takeBack,
    find: 'return receipts.holds({ hash: push.hashOf(event), seq, recordedAt, was: before }, receipt);',
    put: 'return before !== undefined;',
  },
  {
    rule: 'S-36',
    name: 'half an act comes back',
    first: back,
    file: takeBack,
    find: "    else if (proven.length < fresh.length) refuse(act, 'bad-receipt', 'receipt');\n",
    put: '',
  },
  {
    rule: 'S-37',
    name: 'what was lost for longer than the last time counts as seen through all of it',
    first: 'tests/contract/central/bring-back.test.ts',
    file: 'central/store/log-session.ts',
    find: 'const until = Math.min(head.epoch_base, event.seq + COUNT_LEAP);',
    put: 'const until = head.epoch_base;',
  },
  {
    rule: 'S-38',
    name: 'a copy does not ask what became of acts before a supervisor',
    first: 'tests/contract/engine/held-acts.test.ts',
    file: 'electron/engine/sync/sync-round.ts',
    find: '    await askHeld(parts.ledger, elsewhere, parts.device, parts.key, api, byItself, signal, asked);\n',
    put: '',
  },
  {
    rule: 'S-37',
    name: 'what was seen in the time that was lost was not seen',
    file: 'shared/sync/register.ts',
    find: 'other.was?.some(({ seq, until }) => seq <= author.seen && author.seen < until) ?? false',
    put: 'false',
  },
  {
    rule: 'S-39',
    name: 'each step of a migration commits by itself',
    first: 'tests/contract/engine/migrations.test.ts',
    file: 'electron/engine/store/migrate.ts',
    find: '[id, name, nowIso()]);\n',
    put: "[id, name, nowIso()]);\n      await db.exec('COMMIT');\n      await db.exec('BEGIN IMMEDIATE');\n",
  },
];
