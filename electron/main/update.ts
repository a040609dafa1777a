import type { App } from 'electron';
import electronUpdater from 'electron-updater';
import type { ShellOutput } from '#shared/contract/shell.ts';
import { type Log, reasonOf } from './log.ts';

export type UpdateAnswer = ShellOutput<'update.check'>;

const { AppImageUpdater, DebUpdater, MacUpdater, NsisUpdater } = electronUpdater;

/**
 * The updater that fits how this console was installed. One that runs from its sources asks the same feed and can
 * install nothing, so its answer to "is there a newer one" is all that is used.
 */
function updaterFor(app: App, feed: string, debInstalled: boolean) {
  const source = { provider: 'generic' as const, url: feed, useMultipleRangeRequest: false };
  if (app.isPackaged) {
    if (process.platform === 'win32') return new NsisUpdater(source);
    if (process.platform === 'darwin') return new MacUpdater(source);
    return debInstalled ? new DebUpdater(source) : new AppImageUpdater(source);
  }
  return new AppImageUpdater(source);
}

/** What to say of the feed's answer: a newer version, none, or that this build cannot install it by itself. */
export function answerFor(newer: string | null, installable: boolean, current: string): UpdateAnswer {
  if (newer === null) return { state: 'none', version: current, words: { key: 'update.none' } };
  const words = {
    key: installable ? 'update.available' : 'update.by-hand',
    params: { version: { t: 'text' as const, v: newer } },
  };
  return { state: installable ? 'available' : 'unsupported', version: newer, words };
}

/** Reads a failed question: a central without a feed is not a fault, an unreachable one is. */
export function answerForFailure(reason: string): UpdateAnswer {
  if (/\b404\b|ERR_UPDATER_CHANNEL_FILE_NOT_FOUND/.test(reason)) {
    return { state: 'none', version: null, words: { key: 'update.no-feed' } };
  }
  return { state: 'failed', version: null, words: { key: 'update.failed' } };
}

/**
 * Asks central's /updates whether a newer console is there; downloads nothing by itself.
 * @param centralUrl where central answers now, or null when that is not known yet
 */
export async function checkForUpdate(
  app: App,
  version: string,
  centralUrl: string | null,
  debInstalled: boolean,
  log: Log,
): Promise<UpdateAnswer> {
  if (centralUrl === null) return { state: 'failed', version: null, words: { key: 'update.no-central' } };
  const installable = app.isPackaged && (process.platform !== 'linux' || debInstalled || 'APPIMAGE' in process.env);
  try {
    const updater = updaterFor(app, `${centralUrl}/updates`, debInstalled);
    updater.logger = null;
    updater.autoDownload = false;
    updater.autoInstallOnAppQuit = false;
    updater.forceDevUpdateConfig = true;
    const found = await updater.checkForUpdates();
    const newer = found?.isUpdateAvailable ? found.updateInfo.version : null;
    log.info('asked for updates', { newer });
    return answerFor(newer, installable, version);
  } catch (error) {
    const reason = reasonOf(error).split('\n')[0] ?? '';
    log.info('asked for updates in vain', { reason });
    return answerForFailure(reason);
  }
}
