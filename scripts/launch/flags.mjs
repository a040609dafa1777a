import { parseArgs } from 'node:util';
import { SetupError } from '../setup/words.mjs';

const usage =
  'npm start -- [--central URL | --embedded] [--data DIR] [--profile demo|live] [--wall] [--headless] [--lang ms|en] [--export-acts FILE] [--import-acts FILE]';

const known = {
  central: { type: 'string' },
  embedded: { type: 'boolean' },
  data: { type: 'string' },
  profile: { type: 'string' },
  wall: { type: 'boolean' },
  headless: { type: 'boolean' },
  lang: { type: 'string' },
  port: { type: 'string' },
  verbose: { type: 'boolean' },
  'export-acts': { type: 'string' },
  'import-acts': { type: 'string' },
};

/**
 * Reads the flags of `npm start`. Returns {values, headless, app}: `app` are the words passed on to the console.
 * Throws SetupError with the usage when a flag is unknown or contradicts another.
 */
export function readFlags(words) {
  let values;
  try {
    ({ values } = parseArgs({ args: words, options: known, strict: true, allowPositionals: false }));
  } catch (error) {
    throw new SetupError(error.message.split('.')[0], usage);
  }
  const oneOf = (name, choices) => {
    if (values[name] !== undefined && !choices.includes(values[name])) {
      throw new SetupError(`--${name} is ${choices.join(' or ')}, not "${values[name]}"`, usage);
    }
  };
  oneOf('profile', ['demo', 'live']);
  oneOf('lang', ['ms', 'en']);
  if (values.central !== undefined && values.embedded)
    throw new SetupError('--central and --embedded exclude each other', usage);
  if (values.central !== undefined && !/^https?:\/\/\S+$/.test(values.central)) {
    throw new SetupError(`--central wants an address such as https://central.example, not "${values.central}"`, usage);
  }
  if (values.profile === 'live' && values.central === undefined && !values.embedded) {
    throw new SetupError('a live console needs --central URL, or --embedded said aloud', usage);
  }
  if (values.port !== undefined && !(/^\d{1,5}$/.test(values.port) && Number(values.port) <= 65_535)) {
    throw new SetupError(`--port is a number up to 65535, not "${values.port}"`, usage);
  }
  const app = [];
  for (const [name, value] of Object.entries(values)) {
    if (name === 'headless') continue;
    app.push(...(value === true ? [`--${name}`] : [`--${name}`, String(value)]));
  }
  return { values, headless: values.headless === true, app };
}
