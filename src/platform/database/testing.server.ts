import { migrate, openDatabase, type Database } from './database.server.ts';

/** A migrated, empty database of its own for one test file, on the engine under test. */
export async function openTestDatabase(): Promise<Database> {
  const database = await openDatabase({});
  await migrate(database);
  return database;
}
