// npm run build: builds out/ anew, whatever it was built from.
import { ensureBuilt } from './launch/ensure-built.mjs';
import { setUpBasics } from './setup/set-up.mjs';
import { leaveWith } from './setup/words.mjs';

try {
  setUpBasics();
  await ensureBuilt({ always: true });
} catch (error) {
  leaveWith(error);
}
