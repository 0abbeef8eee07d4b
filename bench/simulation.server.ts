import { playbookText } from '#method/playbook-text.ts';
import { builtInPlaybooks } from '#playbooks/playbook-store.server.ts';
import type { Foresight } from '#deals/moving/foresight.ts';
import { timeRow, type Row } from './row.ts';

/** Every check that is not ★ becomes one: each open deal is judged by its version and by the draft. */
async function draft(): Promise<string> {
  const { playbook } = (await builtInPlaybooks()).find(({ playbook: { id } }) => id === 'six-step')!;
  const stages = playbook.stages.map((stage) => ({
    ...stage,
    checks: stage.checks.map((check) => ({ ...check, mandatory: true })),
  }));
  return playbookText({ ...playbook, stages });
}

/** A draft tried on all open deals of its playbook, as somebody who is about to publish it waits for it. */
export async function simulationBenchmark(
  port: number,
  headers: { [name: string]: string },
  machine: number,
): Promise<Row> {
  const body = JSON.stringify({ source: await draft() });
  const times: number[] = [];
  let deals = 0;
  let lower = 0;
  for (let turn = 0; turn < 4; turn++) {
    const start = performance.now();
    const response = await fetch(`http://127.0.0.1:${port}/api/playbooks/six-step/simulation`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body,
    });
    if (!response.ok) throw new Error(`simulation: ${response.status} ${await response.text()}`);
    const foresight = (await response.json()) as Foresight;
    times.push(performance.now() - start);
    deals = foresight.deals;
    lower = foresight.lower.reduce((sum, group) => sum + group.deals, 0);
  }
  const slowest = Math.max(...times);
  const more = ` at most of ${times.length} (${deals} deals, ${lower} would stand lower)`;
  return timeRow('simulate a draft on 5 k open deals', slowest, 5000, machine, more);
}
