import { readFile, writeFile } from 'node:fs/promises';
import { importNouns } from '#imports/import-noun.ts';
import { ImportPlan, missingKinds, policies } from '#imports/import-plan.ts';
import type { Import } from '#imports/import-record.ts';
import { plannedBy, planText } from '#imports/plan-file.ts';
import { stateWords } from '#imports/state-words.ts';
import { decide, Refused } from '#platform/http/refused.server.ts';
import { asColleague, asOptions } from '#app/commands/as-colleague.server.ts';
import { CommandError, needFile, onDatabase, read, type Command } from '#app/commands/command.server.ts';
import { countLine, fileLine, mappingLines, quirkLines, withSuggestions } from '#app/commands/import-report.ts';
import { importSteps } from '#app/commands/import-steps.server.ts';
import { refusedWords } from '#app/commands/refused-words.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const options = {
  ...asOptions,
  noun: text,
  plan: text,
  'write-plan': text,
  policy: text,
  create: { ...text, multiple: true },
  playbook: text,
  'take-suggestions': flag,
  'dry-run': flag,
  errors: text,
  encoding: text,
  delimiter: text,
  sheet: text,
  resume: text,
  undo: text,
} as const;
type Asked = ReturnType<typeof read<typeof options>>['values'];

export const importCommand: Command = {
  name: 'import',
  usage:
    `import FILE --noun ${importNouns.join('|')} --as ADDRESS [--company NAME] [--plan FILE.json] [--write-plan FILE.json]\n` +
    `      [--policy ${policies.join('|')}] [--create ${missingKinds.join('|')} …] [--take-suggestions] [--dry-run] [--errors FILE.csv|.xlsx]\n` +
    '      [--encoding NAME] [--delimiter CHAR] [--sheet N]  |  import --resume ID --as ADDRESS  |  import --undo ID --as ADDRESS',
  zh: '以某位同事的身份导入 Excel、CSV 或名片（.vcf）；可预检、续做、撤销',
  en: 'import an Excel or CSV file, or cards (.vcf), as a colleague; check it, resume it, undo it',
  run: async (words) => {
    const { values, positionals } = read(words, options);
    await onDatabase(async (database) => {
      const steps = importSteps(await asColleague(database, values), (line) => console.error(line));
      try {
        if (values.undo) await undo(steps, values.undo);
        else if (values.resume) await ending(steps, await steps.client.show({ id: values.resume }), values);
        else await begin(steps, await needFile(positionals[0]), values);
      } catch (error) {
        if (error instanceof CommandError) throw error;
        throw refused(error);
      }
    });
  },
};

type Steps = ReturnType<typeof importSteps>;

async function begin(steps: Steps, file: string, asked: Asked): Promise<void> {
  const noun = importNouns.find((one) => one === asked.noun);
  if (!noun) throw new CommandError(`--noun ${importNouns.join('|')}`);
  const { encoding, delimiter, sheet } = asked;
  const chosen = {
    ...(encoding && { encoding }),
    ...(delimiter && { delimiter }),
    ...(sheet && { sheet: Number(sheet) - 1 }),
  };
  const one = await steps.upload(noun, file, chosen);
  console.log(fileLine({ fileName: one.fileName, layout: one.layout! }));
  const plan = await planOf(one, asked);
  console.log(mappingLines(one.layout!, plan, one.targets).join('\n'));
  if (asked['write-plan']) {
    await writeFile(asked['write-plan'], planText(plan, one.layout!));
    console.log(
      `方案已写入，改好后用 --plan 导入。The plan is written; edit it, then import with --plan: ${asked['write-plan']}`,
    );
    return;
  }
  await ending(steps, one, asked, plan);
}

/** The guess, then the plan's file, then the options of the call. */
async function planOf(one: Import, asked: Asked): Promise<ImportPlan> {
  const { layout, plan: guessed } = one;
  const planned = asked.plan ? decide(plannedBy(await readFile(asked.plan, 'utf8'), guessed!, layout!)) : guessed!;
  const parsed = ImportPlan.safeParse({
    ...planned,
    ...(asked.policy && { policy: asked.policy }),
    ...(asked.create && { createMissing: asked.create.flatMap((kinds) => kinds.split(',')) }),
    ...(asked.playbook && { playbookId: asked.playbook }),
  });
  if (!parsed.success) throw new CommandError(parsed.error.issues.map(({ path }) => path.join('.')).join(', '));
  return parsed.data;
}

/** From wherever it stands: check, then run. */
async function ending(steps: Steps, from: Import, asked: Asked, plan?: ImportPlan): Promise<void> {
  let one = from;
  if (one.state === 'mapping' || plan) {
    one = await checked(steps, one, plan ?? (await planOf(one, asked)), asked['take-suggestions'] === true);
    if (asked['dry-run']) {
      await sheet(steps, one, one.report!.counts.faulty, asked);
      console.log(
        `只做了预检，没有写入。Checked only; nothing is written.\n${goOn(one, 'resume', '导入', 'import it')}`,
      );
      return;
    }
    if (one.report!.counts.created + one.report!.counts.updated === 0) {
      await sheet(steps, one, one.report!.counts.faulty, asked);
      if (one.report!.counts.faulty > 0) throw new Error('没有可以导入的行。There is no row to import.');
      console.log('没有要写入的内容，都已存在。Nothing to write: everything is there already.');
      return;
    }
  }
  if (one.state !== 'running') await steps.client.run({ id: one.id });
  const began = performance.now();
  one = await steps.work(one.id);
  const { zh, en } = stateWords[one.state];
  console.log(`${zh} ${en} · ${((performance.now() - began) / 1000).toFixed(1)} s\n  ${countLine(one.outcome)}`);
  await sheet(steps, one, one.outcome.faulty, asked);
  if (one.state !== 'done') {
    console.log(goOn(one, 'resume', '继续', 'go on'));
    throw new Error(one.failure ?? `${zh} ${en}`);
  }
  console.log(goOn(one, 'undo', '撤销', 'undo'));
}

async function checked(steps: Steps, one: Import, plan: ImportPlan, takes: boolean): Promise<Import> {
  await steps.client.check({ id: one.id, plan });
  const result = await steps.work(one.id);
  if (result.state !== 'checked' || !result.report) throw new Error(result.failure ?? stateWords[result.state].zh);
  const better = takes ? withSuggestions(plan, result.report) : null;
  console.log(
    ['预检 check', `  ${countLine(result.report.counts)}`, ...quirkLines(result.report, one.targets)].join('\n'),
  );
  if (!better) return result;
  console.log('采纳建议，重新预检。Suggestions taken over; checking again.');
  return checked(steps, one, better, false);
}

async function sheet(steps: Steps, one: Import, faulty: number, { errors }: Asked): Promise<void> {
  if (faulty === 0) return;
  if (!errors) {
    console.log(
      '  未导入的行与原因：加 --errors FILE.csv 存成表格。--errors FILE.csv keeps the rows not taken, with the reasons.',
    );
    return;
  }
  await steps.saveFaults(one.id, errors);
  console.log(`  未导入的行与原因 rows not taken, with the reasons: ${errors}`);
}

async function undo(steps: Steps, id: string): Promise<void> {
  await steps.client.undo({ id });
  const { undone, state, failure } = await steps.work(id);
  if (state !== 'undone' || !undone) throw new Error(failure ?? state);
  const { removed, restored, kept, keptRecords } = undone;
  console.log(`已撤销 undone · 撤回 removed ${removed} · 恢复 restored ${restored} · 保留 kept ${kept}`);
  for (const { noun, name } of keptRecords) console.log(`  ${noun}  ${name}`);
}

function goOn({ id }: Import, how: 'resume' | 'undo', zh: string, en: string): string {
  return `  ${zh} ${en}:  npm run longmen -- import --${how} ${id} --as …`;
}

/** What the API refuses, in words; everything else as it is. */
function refused(error: unknown): unknown {
  if (error instanceof Refused) return new Error(refusedWords(error.refusal));
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' && code.includes('.') ? new Error(refusedWords(error as object)) : error;
}
