import { words as enAlarms } from './en/alarms.ts';
import { words as enAround } from './en/around.ts';
import { words as enArrange } from './en/arrange.ts';
import { words as enCalendar } from './en/calendar.ts';
import { words as enClocks } from './en/clocks.ts';
import { words as enConflict } from './en/conflict.ts';
import { words as enDesk } from './en/desk.ts';
import { words as enDevices } from './en/devices.ts';
import { words as enDomain } from './en/domain.ts';
import { words as enDrawer } from './en/drawer.ts';
import { words as enEvents } from './en/events.ts';
import { words as enFailures } from './en/failures.ts';
import { words as enFaults } from './en/faults.ts';
import { words as enHeld } from './en/held.ts';
import { words as enHolidays } from './en/holidays.ts';
import { words as enHost } from './en/host.ts';
import { words as enJoin } from './en/join.ts';
import { words as enLoad } from './en/load.ts';
import { words as enMap } from './en/map.ts';
import { words as enNotices } from './en/notices.ts';
import { words as enPalette } from './en/palette.ts';
import { words as enPauses } from './en/pauses.ts';
import { words as enQueue } from './en/queue.ts';
import { words as enQuickEntry } from './en/quick-entry.ts';
import { words as enReasons } from './en/reasons.ts';
import { words as enRota } from './en/rota.ts';
import { words as enRules } from './en/rules.ts';
import { words as enSetup } from './en/setup.ts';
import { words as enTiles } from './en/tiles.ts';
import { words as enTimes } from './en/times.ts';
import { words as enWall } from './en/wall.ts';
import type { Lang } from './lang.ts';
import { words as msAlarms } from './ms/alarms.ts';
import { words as msAround } from './ms/around.ts';
import { words as msArrange } from './ms/arrange.ts';
import { words as msCalendar } from './ms/calendar.ts';
import { words as msClocks } from './ms/clocks.ts';
import { words as msConflict } from './ms/conflict.ts';
import { words as msDesk } from './ms/desk.ts';
import { words as msDevices } from './ms/devices.ts';
import { words as msDomain } from './ms/domain.ts';
import { words as msDrawer } from './ms/drawer.ts';
import { words as msEvents } from './ms/events.ts';
import { words as msFailures } from './ms/failures.ts';
import { words as msFaults } from './ms/faults.ts';
import { words as msHeld } from './ms/held.ts';
import { words as msHolidays } from './ms/holidays.ts';
import { words as msHost } from './ms/host.ts';
import { words as msJoin } from './ms/join.ts';
import { words as msLoad } from './ms/load.ts';
import { words as msMap } from './ms/map.ts';
import { words as msNotices } from './ms/notices.ts';
import { words as msPalette } from './ms/palette.ts';
import { words as msPauses } from './ms/pauses.ts';
import { words as msQueue } from './ms/queue.ts';
import { words as msQuickEntry } from './ms/quick-entry.ts';
import { words as msReasons } from './ms/reasons.ts';
import { words as msRota } from './ms/rota.ts';
import { words as msRules } from './ms/rules.ts';
import { words as msSetup } from './ms/setup.ts';
import { words as msTiles } from './ms/tiles.ts';
import { words as msTimes } from './ms/times.ts';
import { words as msWall } from './ms/wall.ts';

const ms = {
  ...msAlarms,
  ...msAround,
  ...msLoad,
  ...msClocks,
  ...msDomain,
  ...msEvents,
  ...msFailures,
  ...msFaults,
  ...msReasons,
  ...msDevices,
  ...msHeld,
  ...msHolidays,
  ...msHost,
  ...msPalette,
  ...msArrange,
  ...msQueue,
  ...msMap,
  ...msDrawer,
  ...msDesk,
  ...msQuickEntry,
  ...msWall,
  ...msConflict,
  ...msJoin,
  ...msRules,
  ...msCalendar,
  ...msRota,
  ...msPauses,
  ...msSetup,
  ...msTiles,
  ...msTimes,
  ...msNotices,
} as const;

/** Every key there is. */
export type TextKey = keyof typeof ms;

/** The Malay template of a key: its parameters are the key's parameters. */
export type Template<K extends TextKey> = (typeof ms)[K];

const en: { readonly [K in TextKey]: string } = {
  ...enAlarms,
  ...enAround,
  ...enLoad,
  ...enClocks,
  ...enDomain,
  ...enEvents,
  ...enFailures,
  ...enFaults,
  ...enReasons,
  ...enDevices,
  ...enHeld,
  ...enHolidays,
  ...enHost,
  ...enPalette,
  ...enArrange,
  ...enQueue,
  ...enMap,
  ...enDrawer,
  ...enDesk,
  ...enQuickEntry,
  ...enWall,
  ...enConflict,
  ...enJoin,
  ...enRules,
  ...enCalendar,
  ...enRota,
  ...enPauses,
  ...enSetup,
  ...enTiles,
  ...enTimes,
  ...enNotices,
};

/** All words by language; a key missing in one language does not compile. */
export const catalogue: Readonly<Record<Lang, { readonly [K in TextKey]: string }>> = { ms, en };

/** True when the catalogues hold this key. */
export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(ms, key);
}
