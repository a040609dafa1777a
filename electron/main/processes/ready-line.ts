/** Finds the address in central's `ready http://…` line, in text that comes in pieces. */
export function createReadyReader(found: (url: string) => void): (chunk: string) => void {
  let rest = '';
  return (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const url = /^ready (https?:\/\/\S+)\s*$/.exec(line)?.[1];
      if (url !== undefined) found(url);
    }
  };
}
