import { type Child, runChild } from '../child.ts';

/** A server under load, and the cases its rounds have acted on so far. */
export interface Target {
  server: Child;
  credentialsFile: string;
  from: number;
  cpu: number[];
}

/** How hard a round pushes. */
export interface Load {
  consoles: number;
  pushes: number;
  perPush: number;
}

/** A target nothing was pushed to yet. */
export function targetOf(server: Child): Target {
  return { server, credentialsFile: String(server.first.credentialsFile ?? ''), from: 0, cpu: [] };
}

/** One round: all pushes, accepted. @returns events per second. @throws Error when not every event was accepted. */
export async function pushRound(target: Target, load: Load): Promise<number> {
  const { server, credentialsFile, from } = target;
  const plan = { url: server.first.url, pid: server.pid, credentialsFile, from, ...load };
  const reply = await runChild('push-load', [JSON.stringify(plan)]);
  const events = load.consoles * load.pushes * load.perPush;
  if (reply.accepted !== events) throw new Error(`accepted ${reply.accepted} of ${events}`);
  target.from += Math.ceil((load.pushes * load.perPush) / 4) * load.consoles;
  target.cpu.push(Number(reply.cpuMsPerEvent));
  return events / Number(reply.seconds);
}
