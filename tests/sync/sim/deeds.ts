import type { Database } from '#engine/store/database.ts';
import { undecidedActs } from '#engine/store/held-rows.ts';
import type { RuleBook } from '#shared/clocks/rule-book.ts';
import type { Act } from '#shared/contract/acts.ts';
import { permitted } from '#shared/domain/act-rules.ts';
import type { CaseState, IncidentState } from '#shared/domain/case-state.ts';
import type { Person } from '#shared/domain/person-role.ts';
import type { Place } from '#shared/domain/place.ts';
import { SCHEMES } from '#shared/domain/scheme.ts';
import { uuid7 } from '#shared/kit/uuid7.ts';
import { BRANCHES } from './cast.ts';
import type { Deed } from './deed-list.ts';
import { chooseAlarm, chooseTime } from './late-deeds.ts';
import type { Random } from './random.ts';
import { chooseRule, RULE_DEEDS, type RuleDeed } from './rule-deeds.ts';

const TEXTS = [
  'Pekerja maut ditimpa besi di Kluang, Johor',
  'Kebakaran kilang di Seremban, seorang cedera parah',
  'Dua pekerja jatuh dari perancah di Klang, Selangor',
  'Kemalangan lori di Johor Bahru, seorang maut',
  'Mangsa runtuhan tapak bina, tempat belum diketahui',
];
const PLACES: readonly Place[] = [
  { name: 'Kluang', state: 'Johor', lat: 2.03, lon: 103.31, confidence: 1 },
  { name: 'Seremban', state: 'Negeri Sembilan', lat: 2.72, lon: 101.93, confidence: 1 },
  { name: 'Klang', state: 'Selangor', lat: 3.03, lon: 101.44, confidence: 1 },
];
const BENEFITS = ['funeral', 'dependants'] as const;
/** Most acts fall on the newest cases, so that they meet. */
const HOT = 7;
/** Newest rows a person looks through. */
const MOST_SEEN = 16;

/** What a person at this console can see and do now. */
export interface Sight {
  db: Database;
  who: Person;
  /** The last act made here that can be taken back, or null. */
  last: string | null;
  /** Acts made here that can't be undone any more. */
  older: readonly string[];
  /** What clocks are counted by here. */
  rules: RuleBook;
  /** ms since 1970. */
  now: number;
}

/** Makes the act a person would make for this deed, from what this console shows; null when nothing fits it. */
export async function chooseAct(deed: Deed, random: Random, sight: Sight): Promise<Act | null> {
  if (deed === 'report') {
    const victims = random.chance(0.3) ? { victims: 2 + random.int(2) } : {};
    return {
      kind: 'report',
      text: random.pick(TEXTS),
      source: random.pick(['hotline', 'press', 'agency']),
      ...victims,
    };
  }
  if (deed === 'undo') return sight.last === null ? null : { kind: 'undo', act: sight.last };
  if (deed === 'reverse')
    return sight.older.length === 0 ? null : { kind: deed, act: random.pick(sight.older), reason: 'Tersilap' };
  if (isRule(deed)) return sight.who.role === 'supervisor' ? chooseRule(deed, random, sight.db, sight.now) : null;
  if (deed === 'set-time') return sight.who.role === 'supervisor' ? chooseTime(random, sight.db) : null;
  if (deed === 'acknowledge-alarm') return chooseAlarm(random, sight.db, sight.rules, sight.now);
  const incidents = await statesOf<IncidentState>(sight.db, 'incident_row');
  const all = await statesOf<CaseState>(sight.db, 'case_row');
  const incidentOf = new Map(incidents.map((one) => [one.id, one]));
  if (deed === 'join' || deed === 'part' || deed === 'place') return ofIncident(deed, random, incidents);
  if (deed === 'settle') return sight.who.role === 'supervisor' ? settling(random, [...all, ...incidents]) : null;
  if (deed === 'admit' || deed === 'turn-down') return deciding(deed, random, sight);
  const kind = deed === 'bulk-assign' || deed === 'share-out' ? ('assign' as const) : deed;
  const able = all.filter(
    (one) => permitted(kind, sight.who, one, incidentOf.get(one.incident) ?? null).verdict !== 'no',
  );
  if (able.length === 0) return null;
  const hot = able.slice(-HOT);
  const one = random.pick(hot);
  const cases = [one.id];
  switch (deed) {
    case 'assign':
      return { kind: 'assign', cases, branch: random.pick(BRANCHES), reason: 'Lebih dekat' };
    case 'bulk-assign': {
      const many = hot.filter((_, index) => index === 0 || random.chance(0.6)).map((state) => state.id);
      return { kind: 'assign', cases: many, branch: random.pick(BRANCHES), reason: 'Beban' };
    }
    case 'share-out': {
      const some = hot.filter((_, index) => index === 0 || random.chance(0.6));
      const moves = some.map((state) => ({ case: state.id, branch: random.pick(BRANCHES) }));
      return { kind: deed, moves, reason: 'Pejabat tutup' };
    }
    case 'decline':
      return { kind: deed, cases, reason: random.pick(['not-ours', 'no-officer'] as const), text: 'Di luar kawasan' };
    case 'set-assist':
      return { kind: deed, cases, branch: random.pick(BRANCHES), on: random.chance(0.7) };
    case 'place-kin':
    case 'place-employer': {
      const { confidence: _, ...town } = random.pick(PLACES);
      return { kind: deed, cases, place: random.chance(0.8) ? town : null };
    }
    case 'set-scheme':
      return { kind: deed, cases, scheme: random.pick(SCHEMES), on: random.chance(0.7) };
    case 'receive-complaint':
      return { kind: deed, case: one.id, complaint: newId(random, sight.now), text: 'Lambat' };
    case 'acknowledge-complaint': {
      const open = one.complaints?.find((complaint) => complaint.acknowledged === null);
      return open === undefined ? null : { kind: deed, case: one.id, complaint: open.id };
    }
    case 'name-payee': {
      const known = one.payees?.[0]?.id;
      const payeeId = known !== undefined && random.chance(0.5) ? known : newId(random, sight.now);
      return { kind: deed, case: one.id, payeeId, relation: random.pick(['spouse', 'son'] as const), name: 'Waris' };
    }
    case 'triage':
      return {
        kind: 'triage',
        cases,
        severity: random.pick(['death', 'injury', 'missing', 'unknown'] as const),
        ...(random.chance(0.5) ? { priority: random.pick(['normal', 'high'] as const) } : {}),
        ...(random.chance(0.3) ? { grade: random.pick(['rumour', 'one-source', 'confirmed'] as const) } : {}),
      };
    case 'acknowledge':
    case 'contact-family':
      return {
        kind: deed,
        cases,
        ...(random.chance(0.5) ? { told: { how: 'phone' as const, by: 'Ketua squad' } } : {}),
      };
    case 'first-action':
      return { kind: 'first-action', cases, action: random.pick(['family-visit', 'hospital-visit'] as const) };
    case 'complete-documents':
      return { kind: 'complete-documents', cases, benefit: random.pick(BENEFITS) };
    case 'decide-eligibility':
      return { kind: 'decide-eligibility', cases, benefit: random.pick(BENEFITS), eligible: random.chance(0.7) };
    case 'pay':
      return {
        kind: 'pay',
        cases,
        benefit: random.pick(BENEFITS),
        amountSen: 100 * (1 + random.int(3_000)),
        payee: 'Waris',
      };
    case 'pause':
      return { kind: 'pause', cases, reason: random.pick(['family-not-ready', 'police-report', 'hospital'] as const) };
    case 'resume':
      return { kind: 'resume', cases };
    case 'close':
      return { kind: 'close', cases, outcome: random.pick(['paid', 'not-eligible', 'duplicate'] as const) };
    case 'reopen':
      return { kind: 'reopen', cases, text: 'Ada berita baru' };
    case 'note':
      return { kind: 'note', cases, text: `Catatan ${random.int(1_000)}` };
    case 'describe-victim':
      return {
        kind: 'describe-victim',
        case: one.id,
        ...(random.chance(0.6) ? { name: `Mangsa ${random.int(4)}` } : {}),
        ...(random.chance(0.6) ? { age: 20 + random.int(4) } : {}),
        ...(random.chance(0.4) ? { employer: `Syarikat ${random.int(3)}` } : {}),
        ...(random.chance(0.4) ? { sex: random.pick(['male', 'female'] as const) } : {}),
      };
    case 'describe-kin':
      return {
        kind: 'describe-kin',
        case: one.id,
        name: `Waris ${random.int(3)}`,
        town: random.pick(['Muar', 'Ipoh']),
      };
    default:
      return { kind: 'open-personal', case: one.id, reason: 'Menghubungi waris' };
  }
}

const isRule = (deed: Deed): deed is RuleDeed => (RULE_DEEDS as readonly string[]).includes(deed);
const newId = (random: Random, now: number) => uuid7(now, random.bytes(10));

function ofIncident(deed: 'join' | 'part' | 'place', random: Random, incidents: readonly IncidentState[]): Act | null {
  const joined = incidents.filter((one) => one.links.length > 0);
  if (deed === 'part') return joined.length === 0 ? null : { kind: 'part', incident: random.pick(joined).id };
  const hot = incidents.slice(-HOT);
  if (hot.length < 2) return null;
  const one = random.pick(hot);
  if (deed === 'place') return { kind: 'place', incident: one.id, place: random.pick(PLACES) };
  const other = random.pick(hot.filter((incident) => incident !== one));
  return { kind: 'join', incidents: [one.id, other.id] };
}

function settling(random: Random, states: readonly (CaseState | IncidentState)[]): Act | null {
  const open = states.filter((one) => one.conflicts.length > 0);
  if (open.length === 0) return null;
  const one = random.pick(open);
  const conflict = random.pick(one.conflicts);
  const kind = 'incident' in one ? 'case' : 'incident';
  const choice = random.pick(['kept', 'other', 'both'] as const);
  return { kind: 'settle', subject: { kind, id: one.id }, field: conflict.field, other: conflict.other.event, choice };
}

async function deciding(deed: 'admit' | 'turn-down', random: Random, { db, who }: Sight): Promise<Act | null> {
  if (who.role !== 'supervisor') return null;
  const waiting = await undecidedActs(db);
  if (waiting.length === 0) return null;
  const held = random.pick(waiting);
  return deed === 'admit'
    ? { kind: 'admit', held: held.id }
    : { kind: deed, held: held.id, reason: 'Bukan lagi kes anda' };
}

async function statesOf<T>(db: Database, table: string): Promise<T[]> {
  const rows = await db.all<{ state: string }>(`SELECT state FROM ${table} ORDER BY id DESC LIMIT ${MOST_SEEN}`);
  return rows.map((row) => JSON.parse(row.state) as T).reverse();
}
