import type { Command } from '#app/commands/command.server.ts';
import { backupCommand, migrateCommand, restoreCommand } from '#app/commands/database.server.ts';
import { checkPlaybook } from '#app/commands/playbook.server.ts';
import { createUser } from '#app/commands/user.server.ts';

export type { Command } from '#app/commands/command.server.ts';

export const commands: readonly Command[] = [createUser, checkPlaybook, backupCommand, restoreCommand, migrateCommand];
