/** Scenarios of older versions, brought up to the present one before anything else looks at them. */

/** The n-th turns version n + 1 into version n + 2. None so far: version 1 is the present one. */
const MIGRATIONS: readonly ((json: Readonly<Record<string, unknown>>) => Record<string, unknown>)[] = [];

/** The present version: every step of it has a migration, and samples that are decoded for ever. */
export const SCENARIO_VERSION = MIGRATIONS.length + 1;

/** Leaves alone what has no version, or one that this program does not know. */
export function migrateScenario(json: unknown): unknown {
  let scenario = json;
  for (const [n, migrate] of MIGRATIONS.entries()) {
    if (isVersion(scenario, n + 1)) scenario = migrate(scenario);
  }
  return scenario;
}

function isVersion(json: unknown, version: number): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && 'version' in json && json.version === version;
}
