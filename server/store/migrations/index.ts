/** Numbered steps, named by intent. A step that has shipped is never changed. */
import type { Migration } from 'kysely/migration';
import * as m0001 from './m0001_first_tables.ts';
import * as m0002 from './m0002_version_of_runs.ts';
import * as m0003 from './m0003_fresh_of_runs.ts';
import * as m0004 from './m0004_names_and_trash_of_models.ts';

export const migrations: Record<string, Migration> = {
  '0001_first_tables': m0001,
  '0002_version_of_runs': m0002,
  '0003_fresh_of_runs': m0003,
  '0004_names_and_trash_of_models': m0004,
};
