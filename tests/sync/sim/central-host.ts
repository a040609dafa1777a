import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import argon2 from 'argon2';
import pino from 'pino';
import { addPerson } from '#central/auth/add-person.ts';
import { changePerson } from '#central/auth/change-person.ts';
import { type Central, createCentral } from '#central/create-central.ts';
import type { Database } from '#central/store/database.ts';
import { readHeadSeq } from '#central/store/head-row.ts';
import { beginNewEpoch } from '#central/store/new-epoch.ts';
import { anyAccountById } from '#central/store/user-rows.ts';
import type { Geography } from '#shared/geo/geography.ts';
import { uuid7 } from '#shared/kit/uuid7.ts';
import { CAST, PASSWORD } from './cast.ts';
import type { CentralData } from './central-data.ts';
import type { CentralFault } from './central-fault.ts';
import type { Answer, Sent } from './line.ts';
import { createRandom, type Random } from './random.ts';
import type { Rights } from './rights.ts';

/** The real central of one world, without a socket, with a hand on its store. */
export interface CentralHost {
  /** Null while it is down, or when it dies over this request. */
  ask(sent: Sent): Promise<Answer>;
  start(): Promise<void>;
  /** As if the process were killed between two requests. */
  kill(): Promise<void>;
  readonly up: boolean;
  /** Strikes in the next writing transaction. */
  arm(fault: CentralFault, onStruck: () => void): void;
  disarm(): void;
  /** Keeps a copy of the data as it is now. */
  backUp(): Promise<void>;
  /** Puts the kept copy back under a new epoch. @returns false when none was kept */
  restore(): Promise<boolean>;
  /** As an admin does. @returns false when central is down */
  changeRights(id: string, rights: Rights): Promise<boolean>;
  /** The log's end as the live stream tells it; null while central is down. */
  readonly head: number | null;
  readonly central: Central;
  readonly epoch: string;
  /** One backup was brought back a second time: the one thing that may give a number twice (S-22). */
  readonly sameBackupTwice: boolean;
}

export interface HostParts {
  folder: string;
  data: CentralData;
  geography: Geography;
  clock: () => number;
  /** How long an access token is good, seconds. */
  accessSeconds: number;
  random: Random;
  /** Told what it logs as an error, but for the faults it was given. */
  onError(line: string): void;
}

/** A hash that no password of this world has. */
const NOBODY = '$argon2id$v=19$m=1024,t=2,p=1$mL7qk6q11O9Pp1ortUihMg$3tQ0hTxOmpB5OK4a9J0d2IdGH0ML0Sv1w/VoIvB/ysU';

/** The same in every world, so that a copy of the data opens anywhere. */
const MASTER_KEY = new Uint8Array(32).fill(7);

/** The data of a central that has its people and nothing else; made once per process. @param name of the file, unique */
export async function makeTemplate(
  root: string,
  geography: Geography,
  startMs: number,
  name: string | number = 'one',
): Promise<string> {
  const folder = mkdtempSync(join(root, 'template-'));
  await fillTemplate(folder, geography, startMs);
  const file = join(root, `central-template-${name}.sqlite`);
  copyFileSync(join(folder, 'central.sqlite'), file);
  rmSync(folder, { recursive: true, force: true });
  return file;
}

/** The same in any place. @param database postgres://… of an empty one; a file in the folder when left out */
export async function fillTemplate(
  folder: string,
  geography: Geography,
  startMs: number,
  database?: string,
): Promise<void> {
  const random = createRandom('template');
  const clock = () => startMs - 86_400_000;
  const newId = () => uuid7(clock(), random.bytes(10));
  const log = pino({ level: 'silent' });
  const central = await createCentral({
    dataFolder: folder,
    database,
    profile: 'demo',
    version: 'sim',
    masterKey: MASTER_KEY,
    clock,
    newId,
    log,
    geography,
  });
  // As cheap as argon2 allows: what a password costs is not what is simulated.
  const passwordHash = await argon2.hash(PASSWORD, { memoryCost: 1_024, timeCost: 2, parallelism: 1 });
  await central.parts.writer.submit(async (session) => {
    for (const person of CAST) await addPerson(session, { ...person, passwordHash }, newId);
  });
  if (database === undefined) await central.parts.database.writer.raw('PRAGMA wal_checkpoint(TRUNCATE)');
  await central.close();
}

const GONE = 'this central is dying by design';
class Gone extends Error {
  constructor() {
    super(GONE);
  }
}

/** Starts a central on its data. */
export async function openCentralHost(parts: HostParts): Promise<CentralHost> {
  const { data } = parts;
  mkdirSync(parts.folder, { recursive: true });
  // A backup restarts central on one database and not on the other: what a start draws must move no id of the log.
  const atStart = createRandom('starts of central');
  let central: Central | null = null;
  const newId = () => uuid7(parts.clock(), (central === null ? atStart : parts.random).bytes(10));
  let head = 0;
  let dying = false;
  let armed: { fault: CentralFault; onStruck: () => void } | null = null;
  let broughtBack = 0;
  let again = false;

  const holding = (opened: Database): Database => {
    const database = data.instead(opened);
    const transaction = async (work: (tx: unknown) => Promise<unknown>): Promise<unknown> => {
      const now = armed;
      armed = null;
      if (now === null) return database.writer.transaction(work as never);
      now.onStruck();
      if (now.fault === 'disk-full')
        throw Object.assign(new Error('SQLITE_FULL: database or disk is full'), { code: 'SQLITE_FULL' });
      dying = true;
      await database.writer.transaction(async (tx) => {
        await work(tx);
        if (now.fault === 'before-commit') throw new Gone();
      });
      throw new Gone();
    };
    const writer = new Proxy(database.writer, {
      get: (target, name, self) =>
        name === 'transaction' ? transaction : (Reflect.get(target, name, self) as unknown),
    });
    return { ...database, writer };
  };
  const drop = async () => {
    dying = false;
    const old = central;
    central = null;
    await old?.close();
  };
  const noteError = (line: string) => {
    if (!line.includes(GONE) && !line.includes('SQLITE_FULL')) parts.onError(line.slice(0, 600));
  };
  /** What another process would be rung for comes over a socket, in its own time: looked at instead, so that runs are alike. */
  const lookAtHead = async () => {
    if (central !== null && data.url !== undefined) head = await readHeadSeq(central.parts.database.reader);
  };

  const host: CentralHost = {
    async ask({ method, path, headers, body }) {
      if (central === null) return null;
      const reply = await central.inject({
        method,
        url: path,
        headers,
        ...(body === undefined ? {} : { payload: body }),
      });
      if (dying) {
        await drop();
        return null;
      }
      await lookAtHead();
      const kept = { 'content-type': String(reply.headers['content-type'] ?? 'application/json') };
      return { status: reply.statusCode, headers: kept, body: reply.rawPayload };
    },
    async start() {
      if (central !== null) return;
      armed = null;
      const log = pino({ level: 'error' }, { write: noteError });
      const { clock, geography } = parts;
      central = await createCentral({
        dataFolder: parts.folder,
        database: data.url,
        profile: 'demo',
        version: 'sim',
        masterKey: MASTER_KEY,
        clock,
        newId,
        log,
        geography,
        holding,
        accessSeconds: parts.accessSeconds,
        nobody: NOBODY,
      });
      head = await readHeadSeq(central.parts.database.reader);
      central.parts.bell.listen((seq) => {
        head = seq;
      });
    },
    kill: drop,
    get head() {
      return central === null ? null : head;
    },
    get up() {
      return central !== null;
    },
    arm(fault, onStruck) {
      armed = { fault, onStruck };
    },
    disarm() {
      armed = null;
    },
    async backUp() {
      if (central === null) return;
      await data.keep(central.parts.database, async (work) => {
        await drop();
        await work();
        await host.start();
      });
      broughtBack = 0;
    },
    async restore() {
      if (!data.kept) return false;
      await drop();
      await data.bringBack();
      again ||= broughtBack > 0;
      broughtBack += 1;
      const opened = data.open();
      await beginNewEpoch(opened, uuid7(parts.clock(), parts.random.bytes(10)), parts.clock());
      await opened.close();
      await host.start();
      return true;
    },
    async changeRights(id, rights) {
      if (central === null) return false;
      // What is armed is meant for what consoles send.
      const kept = armed;
      armed = null;
      await central.parts.writer.submit(async (session) => {
        const account = await anyAccountById(session.tx, id);
        if (account !== null) await changePerson(session, account, rights, newId);
      });
      await lookAtHead();
      armed = kept;
      return true;
    },
    get central() {
      if (central === null) throw new Error('central is down');
      return central;
    },
    get sameBackupTwice() {
      return again;
    },
    get epoch() {
      return host.central.parts.identity.epoch;
    },
  };
  await host.start();
  return host;
}
