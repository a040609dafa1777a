import pg from 'pg';
import { openPostgres } from '#central/store/database.ts';
import type { Geography } from '#shared/geo/geography.ts';
import type { CentralData } from './central-data.ts';
import { fillTemplate } from './central-host.ts';

/** A PostgreSQL on which worlds have their centrals. */
export interface PostgresGround {
  /** A database of one world: central's people and nothing else. */
  newData(): Promise<CentralData>;
}

/**
 * Makes the database that those of all worlds are copies of.
 * @param server its address without a database's name @param folder for what a central keeps beside its data
 */
export async function openPostgresGround(
  server: string,
  folder: string,
  geography: Geography,
  startMs: number,
): Promise<PostgresGround> {
  const admin = new pg.Client({ connectionString: `${server}/postgres` });
  // The server ends before the process that plays does.
  admin.on('error', () => {});
  await admin.connect();
  const drop = (name: string) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  const copy = (from: string, to: string) => admin.query(`CREATE DATABASE ${to} TEMPLATE ${from}`);
  const template = `sim_${process.pid}`;
  await admin.query(`CREATE DATABASE ${template}`);
  await fillTemplate(folder, geography, startMs, `${server}/${template}`);
  let made = 0;
  return {
    async newData() {
      const name = `${template}_${made++}`;
      const backup = `${name}_backup`;
      let kept = false;
      await copy(template, name);
      const url = `${server}/${name}`;
      return {
        url,
        instead: (opened) => opened,
        open: () => openPostgres(url),
        // A database is copied while nobody is connected to it.
        keep: (_, resting) =>
          resting(async () => {
            await drop(backup);
            await copy(name, backup);
            kept = true;
          }),
        get kept() {
          return kept;
        },
        async bringBack() {
          await drop(name);
          await copy(backup, name);
        },
        async remove() {
          await drop(name);
          await drop(backup);
        },
      };
    },
  };
}
