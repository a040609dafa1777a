/** A set-up step that cannot go on. `message` says what is missing, `fix` is the one line that mends it. */
export class SetupError extends Error {
  constructor(message, fix) {
    super(message);
    this.name = 'SetupError';
    this.fix = fix;
  }
}

/** Prints one finished or informative line. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Runs `work` and shows how long it takes: a live line on a terminal, a line every ten seconds elsewhere.
 * `detail` (optional) is asked for a short extra word, such as the bytes fetched so far.
 */
export async function withProgress(title, work, detail = () => '') {
  const began = performance.now();
  const live = process.stderr.isTTY === true;
  const line = () => {
    const extra = detail();
    const seconds = Math.round((performance.now() - began) / 1000);
    return `  … ${title} (${seconds} s${extra === '' ? '' : `, ${extra}`})`;
  };
  say(`  … ${title}`);
  const timer = setInterval(
    () => process.stderr.write(live ? `\u001b[1A\u001b[2K${line()}\n` : `${line()}\n`),
    live ? 500 : 10_000,
  );
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

/** A failure of the disk in words with its fix, else the error as it is. */
export function inWords(error) {
  const where = error?.path === undefined ? '' : `: ${error.path}`;
  if (['ENOSPC', 'EDQUOT'].includes(error?.code))
    return new SetupError(`the disk is full${where}`, 'free some space and run the command again');
  if (['EACCES', 'EROFS', 'EPERM'].includes(error?.code) && error.path !== undefined)
    return new SetupError(`this may not be written${where}`, 'make it writable for you and run the command again');
  return error;
}

/** Prints a failure in one clear line with its fix and leaves with code 1; a bug is printed with its stack. */
export function leaveWith(thrown) {
  const error = inWords(thrown);
  if (error instanceof SetupError) {
    say(`✗ ${error.message}`);
    if (error.fix) say(`  Fix: ${error.fix}`);
  } else {
    say(`✗ ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
  process.exit(1);
}
