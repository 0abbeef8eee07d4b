import type { ChainHead, Verification } from '#audit/audit.ts';
import { sealEvents } from '#audit/seal-events.server.ts';
import { verifyChain } from '#audit/verify-chain.server.ts';
import { CommandError, companyOf, onDatabase, read, type Command } from '#app/commands/command.server.ts';

export const auditVerify: Command = {
  name: 'audit verify',
  usage: 'audit verify [--company NAME] [--head SEQ:HASH]',
  zh: '校验审计记录；--head 给出以前抄存的链头',
  en: 'verify the audit log; --head is a head of the chain noted earlier',
  run: async (words) => {
    const text = { type: 'string' } as const;
    const { values } = read(words, { company: text, head: text });
    const known = headOf(values.head);
    const result = await onDatabase(async (database) => {
      const tenantId = await companyOf(database, values.company);
      await sealEvents(database, tenantId);
      return verifyChain(database, tenantId, known);
    });
    console.log(reportOf(result));
    if (!result.intact) process.exitCode = 1;
  },
};

function headOf(text: string | undefined): ChainHead | undefined {
  if (text === undefined) return undefined;
  const [, seq, hash] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? [];
  if (!seq || !hash) throw new CommandError('--head SEQ:HASH');
  return { seq: Number(seq), hash };
}

function reportOf({ intact, sealed, faultCount, faults, head }: Verification): string {
  const lines = faults.map(({ kind, seq, eventId, at, type }) =>
    [kind, seq ?? '-', eventId ?? '-', at ?? '-', type ?? '-'].join('\t'),
  );
  const said = intact
    ? `完好 intact · ${sealed} 条 events`
    : `发现 ${faultCount} 处异常 · ${faultCount} faults in ${sealed} events`;
  return [said, ...lines, `head ${head.seq}:${head.hash}`].join('\n');
}
