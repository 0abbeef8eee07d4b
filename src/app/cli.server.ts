import { commands, type Command } from '#app/commands/commands.server.ts';
import { CommandError } from '#app/commands/command.server.ts';

/** `npm run longmen -- <command> …`: what an operator does without a browser. */
const words = process.argv.slice(2);
const command = commands
  .filter(({ name }) => name.split(' ').every((part, i) => part === words[i]))
  .sort((a, b) => b.name.length - a.name.length)[0];

if (!command) {
  console.log(help(commands));
  process.exitCode = words.length === 0 || ['help', '--help', '-h'].includes(words[0]!) ? 0 : 2;
} else {
  try {
    await command.run(words.slice(command.name.split(' ').length));
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    if (error instanceof CommandError) console.error(`\n  npm run longmen -- ${command.usage}`);
    process.exitCode = 1;
  }
}

function help(all: readonly Command[]): string {
  const lines = all.flatMap(({ usage, zh, en }) => ['', `  ${usage}`, `      ${zh}。${en}`]);
  return ['Longmen 龙门', '', '  npm run longmen -- <command>', ...lines].join('\n');
}
