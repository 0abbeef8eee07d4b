import { apiKeyCommand } from '#app/commands/api-key.server.ts';
import { auditVerify } from '#app/commands/audit.server.ts';
import type { Command } from '#app/commands/command.server.ts';
import { backupCommand, migrateCommand, restoreCommand } from '#app/commands/database.server.ts';
import { exportCommand } from '#app/commands/export.server.ts';
import { importCommand } from '#app/commands/import.server.ts';
import { checkPlaybook } from '#app/commands/playbook.server.ts';
import { createUser } from '#app/commands/user.server.ts';

export type { Command } from '#app/commands/command.server.ts';

export const commands: readonly Command[] = [
  createUser,
  apiKeyCommand,
  importCommand,
  exportCommand,
  auditVerify,
  checkPlaybook,
  backupCommand,
  restoreCommand,
  migrateCommand,
];
