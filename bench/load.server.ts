import { Agent, request } from 'node:http';
import { summarise, type LoadResult } from './load.ts';

type Asked = { path: string; method?: string; body?: unknown; headers?: Record<string, string> };

/** Seconds until the compiler has seen enough of what the server does; nobody measures the first request of the day. */
const WARM_UP = 4;

/**
 * Keeps `connections` requests under way for `seconds`, or until there is no next one; each as soon as the last is answered. Its process needs a
 * small young generation (package.json): its own collector would be measured with the server (docs/decisions/0008).
 */
export async function load(
  port: number,
  next: (turn: number) => Asked | undefined,
  { connections = 10, seconds = 5, warmUp = WARM_UP }: { connections?: number; seconds?: number; warmUp?: number } = {},
): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latencies: number[] = [];
  let failures = 0;
  let turn = 0;
  const start = performance.now() + warmUp * 1000;
  const end = start + seconds * 1000;
  const worker = async () => {
    while (performance.now() < end) {
      const asked = next(turn++);
      if (!asked) return;
      const sent = performance.now();
      const status = await once(agent, port, asked);
      if (sent < start) continue;
      latencies.push(performance.now() - sent);
      if (status !== 200) failures++;
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  agent.destroy();
  return summarise(latencies, (Math.min(performance.now(), end) - start) / 1000, failures);
}

function once(agent: Agent, port: number, { path, method = 'GET', body, headers = {} }: Asked): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        agent,
        port,
        host: '127.0.0.1',
        path,
        method,
        headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
      },
      (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? 0));
      },
    );
    sent.on('error', reject);
    sent.end(body ? JSON.stringify(body) : undefined);
  });
}
