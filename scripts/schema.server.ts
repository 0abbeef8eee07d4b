import { writeFile } from 'node:fs/promises';
import { generatedFiles } from '#platform/database/catalogue.server.ts';
import { migrate, openDatabase } from '#platform/database/database.server.ts';

// npm run schema: rewrites schema.sql and the row types from the migrations.
const database = await openDatabase();
await migrate(database);
for (const [path, content] of Object.entries(await generatedFiles(database.system))) {
  await writeFile(new URL(`../${path}`, import.meta.url), content);
  console.log(`wrote ${path}`);
}
await database.close();
