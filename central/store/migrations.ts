import type { Connection, Database } from './database.ts';
import { nameByDueTime } from './name-by-due-time.ts';
import { NOTIFY_STATEMENTS } from './notify-schema.ts';
import { sealPrivateParts } from './seal-private-parts.ts';
import type { Vault } from './vault.ts';

/** One forward step; `{{seq}}` is the type of the log's key. Steps are never edited once released. */
export interface Migration {
  id: number;
  name: string;
  statements: readonly string[];
  /** What statements alone cannot do, after them. */
  work?(tx: Connection, kind: Database['kind'], vault: Vault): Promise<void>;
}

export const MIGRATIONS: readonly Migration[] = [
  {
    id: 1,
    name: 'the log, its folds and who may call',
    statements: [
      `CREATE TABLE central_identity (id INTEGER PRIMARY KEY, central_id TEXT NOT NULL, profile TEXT NOT NULL,
        epoch TEXT NOT NULL, token_secret TEXT NOT NULL, created_at TEXT NOT NULL)`,
      // One row that every writing transaction takes first: it orders seq across processes.
      `CREATE TABLE central_head (id INTEGER PRIMARY KEY, seq BIGINT NOT NULL, n BIGINT NOT NULL, hlc TEXT,
        number_year INTEGER NOT NULL, number_last INTEGER NOT NULL, prefix_last INTEGER NOT NULL)`,
      'INSERT INTO central_head (id, seq, n, hlc, number_year, number_last, prefix_last) VALUES (1, 0, 0, NULL, 0, 0, 0)',
      `CREATE TABLE event (seq {{seq}}, id TEXT NOT NULL UNIQUE, device TEXT NOT NULL, n BIGINT NOT NULL, act TEXT NOT NULL,
        type TEXT NOT NULL, subject_kind TEXT NOT NULL, subject_id TEXT NOT NULL, body TEXT NOT NULL, hash TEXT NOT NULL,
        recorded_at TEXT NOT NULL, UNIQUE (device, n))`,
      'CREATE INDEX event_by_subject ON event (subject_id, seq)',
      'CREATE INDEX event_by_act ON event (act)',
      // What names or may name a person lies apart, so that it can be encrypted per case and be destroyed.
      'CREATE TABLE event_private (seq {{seq}}, body TEXT NOT NULL)',
      `CREATE TABLE incident_row (id TEXT PRIMARY KEY, rank BIGINT NOT NULL, number TEXT, label TEXT, kind TEXT NOT NULL,
        grade TEXT NOT NULL, place_state TEXT, received_ms BIGINT NOT NULL, seq BIGINT NOT NULL,
        state TEXT NOT NULL)`,
      'CREATE INDEX incident_by_rank ON incident_row (rank)',
      'CREATE INDEX incident_by_number ON incident_row (number)',
      'CREATE INDEX incident_by_label ON incident_row (label)',
      `CREATE TABLE case_row (id TEXT PRIMARY KEY, rank BIGINT NOT NULL, incident_id TEXT NOT NULL, number TEXT, label TEXT,
        ordinal INTEGER NOT NULL, status TEXT NOT NULL, severity TEXT NOT NULL, lead TEXT, victim_known INTEGER NOT NULL,
        seq BIGINT NOT NULL, state TEXT NOT NULL)`,
      'CREATE INDEX case_by_rank ON case_row (rank)',
      'CREATE INDEX case_by_incident ON case_row (incident_id)',
      'CREATE INDEX case_by_number ON case_row (number)',
      'CREATE INDEX case_by_label ON case_row (label)',
      'CREATE INDEX case_by_status ON case_row (status, lead)',
      'CREATE TABLE report_row (id TEXT PRIMARY KEY, rank BIGINT NOT NULL, seq BIGINT NOT NULL, state TEXT NOT NULL)',
      `CREATE TABLE report_origin (channel TEXT NOT NULL, external_id TEXT NOT NULL, report_id TEXT NOT NULL,
        incident_id TEXT NOT NULL, PRIMARY KEY (channel, external_id))`,
      `CREATE TABLE scope_span (subject_kind TEXT NOT NULL, subject_id TEXT NOT NULL, scope_key TEXT NOT NULL,
        entered_seq BIGINT NOT NULL, left_seq BIGINT)`,
      'CREATE INDEX scope_span_by_key ON scope_span (scope_key, entered_seq)',
      'CREATE INDEX scope_span_by_subject ON scope_span (subject_id, scope_key)',
      `CREATE TABLE user_account (id TEXT PRIMARY KEY, username TEXT NOT NULL UNIQUE, name TEXT NOT NULL, role TEXT NOT NULL,
        scope TEXT NOT NULL, password_hash TEXT NOT NULL, disabled INTEGER NOT NULL)`,
      `CREATE TABLE device (id TEXT PRIMARY KEY, name TEXT NOT NULL, public_key TEXT NOT NULL, prefix TEXT NOT NULL UNIQUE,
        enrolled_by TEXT NOT NULL, enrolled_at TEXT NOT NULL, revoked INTEGER NOT NULL)`,
      'CREATE TABLE device_user (device TEXT NOT NULL, user_id TEXT NOT NULL, PRIMARY KEY (device, user_id))',
      `CREATE TABLE refresh_token (hash TEXT PRIMARY KEY, family TEXT NOT NULL, generation INTEGER NOT NULL,
        user_id TEXT NOT NULL, device TEXT NOT NULL, expires_ms BIGINT NOT NULL, spent INTEGER NOT NULL)`,
      'CREATE INDEX refresh_token_by_family ON refresh_token (family)',
      `CREATE TABLE api_key (id TEXT PRIMARY KEY, hash TEXT NOT NULL UNIQUE, name TEXT NOT NULL, channel TEXT NOT NULL,
        source TEXT NOT NULL, per_minute INTEGER NOT NULL, disabled INTEGER NOT NULL)`,
      `CREATE TABLE idempotency_key (api_key TEXT NOT NULL, key TEXT NOT NULL, body_hash TEXT NOT NULL, reply TEXT NOT NULL,
        created_ms BIGINT NOT NULL, PRIMARY KEY (api_key, key))`,
      'CREATE TABLE setup_link (hash TEXT PRIMARY KEY, expires_ms BIGINT NOT NULL)',
    ],
  },
  {
    id: 2,
    name: 'joined incidents show as one',
    statements: [
      // What lists filter by are from here on the columns of what the row shows as: joined incidents hold the same.
      'ALTER TABLE incident_row ADD COLUMN survivor_id TEXT',
      'UPDATE incident_row SET survivor_id = id',
      'CREATE INDEX incident_by_survivor ON incident_row (survivor_id)',
      `CREATE TABLE incident_link (incident_id TEXT NOT NULL, other_id TEXT NOT NULL, owner_id TEXT NOT NULL,
        PRIMARY KEY (incident_id, other_id, owner_id))`,
      'CREATE INDEX incident_link_by_owner ON incident_link (owner_id)',
      'ALTER TABLE central_identity ADD COLUMN fold_version INTEGER NOT NULL DEFAULT 1',
    ],
  },
  {
    id: 3,
    name: 'private parts sealed, and the keys to them',
    statements: [
      'CREATE TABLE event_sealed (seq {{seq}}, key_id TEXT NOT NULL, box TEXT NOT NULL)',
      // `wrapped` under the master key; null once the key was destroyed.
      'CREATE TABLE subject_key (id TEXT PRIMARY KEY, subject_id TEXT NOT NULL, wrapped TEXT)',
      'CREATE INDEX subject_key_by_subject ON subject_key (subject_id)',
      'ALTER TABLE central_identity ADD COLUMN key_check TEXT',
    ],
    work: sealPrivateParts,
  },
  {
    id: 4,
    name: 'rights as they were, and acts before a supervisor',
    statements: [
      // Who might do what from which seq on: an act is judged by the rights of the moment its author last saw, too.
      `CREATE TABLE user_right (user_id TEXT NOT NULL, seq BIGINT NOT NULL, role TEXT NOT NULL, scope TEXT NOT NULL,
        disabled INTEGER NOT NULL, PRIMARY KEY (user_id, seq))`,
      'INSERT INTO user_right (user_id, seq, role, scope, disabled) SELECT id, 0, role, scope, disabled FROM user_account',
      "ALTER TABLE device ADD COLUMN seen_at TEXT NOT NULL DEFAULT ''",
      "ALTER TABLE device ADD COLUMN revoked_at TEXT NOT NULL DEFAULT ''",
      "ALTER TABLE device ADD COLUMN revoked_why TEXT NOT NULL DEFAULT ''",
      'CREATE INDEX refresh_token_by_device ON refresh_token (device)',
    ],
  },
  {
    id: 5,
    name: 'receipts, and what comes back to a restored central',
    statements: [
      'ALTER TABLE central_identity ADD COLUMN receipt_key TEXT',
      // Every seq up to here is of a time before a restore, or of the backup.
      'ALTER TABLE central_head ADD COLUMN epoch_base BIGINT NOT NULL DEFAULT 0',
      // The places an event had before central was restored, as JSON.
      'ALTER TABLE event ADD COLUMN was TEXT',
    ],
  },
  {
    id: 6,
    name: 'wrong passwords, counted where every process sees them',
    statements: [
      'CREATE TABLE login_try (username TEXT PRIMARY KEY, wrong INTEGER NOT NULL, last_ms BIGINT NOT NULL)',
      'CREATE INDEX login_try_by_time ON login_try (last_ms)',
    ],
  },
  {
    id: 10,
    name: 'promises, calendars and rota, found among all events',
    statements: ["CREATE INDEX event_of_rules ON event (seq) WHERE subject_kind IN ('policy', 'calendar', 'rota')"],
  },
  { id: 11, name: 'messages that leave the house', statements: NOTIFY_STATEMENTS },
  { id: 14, name: 'messages known by the identity consoles alarm by', statements: [], work: nameByDueTime },
];
