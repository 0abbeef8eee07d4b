import type { AnyRouter } from '@orpc/server';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import { compilePlaybook } from '#method/compiled-playbook.ts';
import { builtInPlaybooks, installPlaybooks } from '#playbooks/playbook-store.server.ts';
import { playbookHandlers } from '#playbooks/playbooks.server.ts';
import { dealsContract, type DealPage } from '#deals/deals.contract.ts';
import { dealHandlers } from '#deals/deals.server.ts';

/** A test company with the shipped playbooks and a clock that tests set. */
export async function openDealsCompany(more: { [slice: string]: object } = {}) {
  let clock = new Date('2026-03-02T02:00:00.000Z');
  const company = await openTestCompany({ deals: dealHandlers, playbooks: playbookHandlers, ...more } as AnyRouter, {
    now: () => clock,
  });
  await company.database.write(company.tenantId, (tx) => installPlaybooks(tx, company.tenantId, clock.toISOString()));
  const shipped = await builtInPlaybooks();
  const sixStep = compilePlaybook(shipped.find(({ playbook }) => playbook.id === 'six-step')!.playbook);
  const as = (name: string) => company.as(dealsContract, company.actors[name]!);
  return {
    company,
    sixStep,
    as,
    setClock: (at: string) => {
      clock = new Date(at);
    },
    newDeal: (name: string, more: Partial<Parameters<ReturnType<typeof as>['create']>[0]> = {}) =>
      as('northRep').create({ name, playbookId: 'six-step', amount: 300_000_000, closeOn: '2026-09-30', ...more }),
    satisfyGate: (id: string) => satisfyGate(company, id),
    close: () => company.close(),
  };
}

/** Written evidence for every check of the current stage that is missed, and every artifact, by the northern rep. */
async function satisfyGate(company: TestCompany, id: string): Promise<DealPage> {
  const rep = company.as(dealsContract, company.actors['northRep']!);
  const { gate, deal } = await rep.show({ id });
  for (const miss of gate.misses) {
    if (miss.kind !== 'check') continue;
    await rep.addEvidence({
      id,
      check: miss.check,
      direction: 'supports',
      strength: 'written',
      statement: '客户书面确认',
      source: { kind: 'document', name: '会议纪要' },
      observedOn: deal.stageSince.slice(0, 10),
    });
  }
  const wanted = gate.misses.flatMap((miss) => (miss.kind === 'artifact' ? [miss.artifact] : []));
  if (wanted.length > 0) {
    const artifacts = [...(deal.facts.lists.artifacts ?? []), ...wanted.map((kind) => ({ name: kind, kind }))];
    await rep.recordFacts({ id, version: deal.version, lists: { artifacts } });
  }
  return rep.show({ id });
}
