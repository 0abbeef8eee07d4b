import { readFile } from 'node:fs/promises';
import { isRefusal } from '#shared/refusal.ts';
import { parsePlaybook } from '#method/playbook-text.ts';
import { reviewText } from '#method/proofread/proofread.ts';
import { needFile, read, type Command } from '#app/commands/command.server.ts';

export const checkPlaybook: Command = {
  name: 'playbook check',
  usage: 'playbook check FILE',
  zh: '检查方法论文件，一次列出所有问题',
  en: 'check a playbook file; all problems at once',
  run: async (words) => {
    const file = await needFile(read(words, {}).positionals[0]);
    const text = await readFile(file, 'utf8');
    const findings = reviewText(text);
    for (const { line, at, weight, words: text } of findings)
      console.error(`${file}${line ? `:${line}` : ''}  ${at}  ${weight}\n    ${text.zh}\n    ${text.en}`);
    const result = parsePlaybook(text);
    const errors = findings.filter(({ weight }) => weight === 'error').length;
    if (!isRefusal(result) && errors === 0) {
      const checks = result.stages.flatMap((stage) => stage.checks);
      console.log(
        `${result.name.zh} ${result.name.en} v${result.version}: ${result.stages.length} 个阶段 stages, ${checks.length} 个检查项 checks`,
      );
      return;
    }
    throw new Error(`${errors} 个问题 problems`);
  },
};
