/** npm run schema: writes the JSON Schema of scenario files where the site publishes it. */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { scenarioJsonSchemaText } from '../scenario/json-schema.ts';

// The program is called by the path of its source.
const file = join(dirname(process.argv[1] ?? '.'), '../../public/scenario.v1.schema.json');
writeFileSync(file, scenarioJsonSchemaText());
console.log(`written to ${file}`);
