import type { ContractRouterClient } from '@orpc/contract';
import type { Actor } from '#permissions/actor.ts';
import type { TestCompany } from '#platform/http/testing.server.ts';
import { workOn } from '#imports/import-jobs.server.ts';
import type { ImportNoun } from '#imports/import-noun.ts';
import type { ImportPlan } from '#imports/import-plan.ts';
import { importsContract } from '#imports/imports.contract.ts';

type Client = ContractRouterClient<typeof importsContract>;

/** An import as a test drives it: through the API, with the job done at once instead of by a worker. */
export function importer(company: TestCompany, actor: Actor) {
  const client: Client = company.as(importsContract, actor);
  const work = (id: string, signal = new AbortController().signal) =>
    workOn(company.database)({ tenantId: company.tenantId, importId: id }, signal);

  async function put(id: string, position: number, bytes: Uint8Array): Promise<Response> {
    return company.app.request(`/api/imports/${id}/parts/${position}`, {
      method: 'PUT',
      headers: { 'x-test-user': actor.userId, 'content-type': 'application/octet-stream' },
      body: new Uint8Array(bytes),
    });
  }

  async function upload(noun: ImportNoun, file: string | Uint8Array, fileName = 'file.csv'): Promise<string> {
    const { id } = await client.create({ noun, fileName });
    const bytes = typeof file === 'string' ? Buffer.from(file) : file;
    for (let at = 0, position = 0; at < Math.max(1, bytes.length); at += 4_000_000, position++) {
      const response = await put(id, position, bytes.subarray(at, at + 4_000_000));
      if (!response.ok) throw new Error(await response.text());
    }
    return id;
  }

  async function check(id: string, change: (plan: ImportPlan) => Partial<ImportPlan> = () => ({})) {
    const { plan } = await client.read({ id });
    await client.check({ id, plan: { ...plan!, ...change(plan as ImportPlan) } });
    await work(id);
    return client.show({ id });
  }

  async function run(id: string) {
    await client.run({ id });
    await work(id);
    return client.show({ id });
  }

  /** From the file to the last row. */
  async function whole(
    noun: ImportNoun,
    file: string | Uint8Array,
    change?: (plan: ImportPlan) => Partial<ImportPlan>,
  ) {
    const id = await upload(noun, file);
    await check(id, change);
    return run(id);
  }

  async function undo(id: string) {
    await client.undo({ id });
    await work(id);
    return client.show({ id });
  }

  return { client, put, upload, check, run, whole, undo, work };
}
