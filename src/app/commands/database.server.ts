import { backup } from '#platform/backup/backup.server.ts';
import { restore } from '#platform/backup/restore.server.ts';
import { migrate, openDatabase } from '#platform/database/database.server.ts';
import { need, needFile, onDatabase, read, type Command } from '#app/commands/command.server.ts';
import { readSettings } from '#app/settings.server.ts';

export const backupCommand: Command = {
  name: 'backup',
  usage: 'backup FILE',
  zh: '备份整个数据库（内置引擎需先停止服务）',
  en: 'back up the whole database (stop the server first on the embedded engine)',
  run: async (words) => {
    const file = need(read(words, {}).positionals[0], 'FILE');
    const { tables, rows } = await onDatabase((database) => backup(database, file, new Date().toISOString()));
    console.log(`${file}: ${tables} tables, ${rows} rows`);
  },
};

export const restoreCommand: Command = {
  name: 'restore',
  usage: 'restore FILE',
  zh: '恢复到空的数据目录或数据库',
  en: 'restore into an empty data folder or database',
  run: async (words) => {
    const file = await needFile(read(words, {}).positionals[0]);
    const { tables, rows } = await onDatabase((database) => restore(database, file));
    console.log(`${file}: ${tables} tables, ${rows} rows restored`);
  },
};

export const migrateCommand: Command = {
  name: 'db migrate',
  usage: 'db migrate',
  zh: '更新数据库结构（启动时也会自动执行）',
  en: 'bring the schema up to date (a start does so, too)',
  run: async () => {
    const { databaseUrl: url, dataFolder: folder } = readSettings();
    const database = await openDatabase({ url, folder });
    try {
      const applied = await migrate(database);
      console.log(applied.length === 0 ? '已是最新。Up to date.' : applied.join('\n'));
    } finally {
      await database.close();
    }
  },
};
