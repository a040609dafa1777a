import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** The subresource integrity of a file, such as "sha512-…", read as a stream. */
export async function integrityOf(file, algorithm = 'sha512') {
  const hash = createHash(algorithm);
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return `${algorithm}-${hash.digest('base64')}`;
}

/** Tells whether the file has exactly the integrity given. */
export async function matchesIntegrity(file, integrity) {
  return (await integrityOf(file, integrity.slice(0, integrity.indexOf('-')))) === integrity;
}
