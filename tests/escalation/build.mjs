// Bundles the nights to out/escalation/player.js.
import { fileURLToPath } from 'node:url';
import { bundle } from '#tests/support/bundle.mjs';

await bundle('escalation', 'sim', { player: fileURLToPath(new URL('player.ts', import.meta.url)) });
