/** The program for the terminal: `npm run zabscope -- <command> …`, or `zabscope <command> …` from a package. */
import { UsageError, optionsHelp } from './arguments.ts';
import { check } from './check.ts';
import type { Command } from './command.ts';
import { conformance } from './conformance.ts';
import { run } from './run.ts';
import { SWEEP_WORKER, sweepCommand, sweepWorker } from './sweep.ts';
import { trace } from './trace.ts';

const COMMANDS: Readonly<Record<string, Command>> = { run, check, trace, sweep: sweepCommand, conformance };

async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === SWEEP_WORKER && process.send !== undefined) return sweepWorker(args[0] ?? '');
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    console.log(help());
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined)
    throw new UsageError(`${name} is no command; there are ${Object.keys(COMMANDS).join(', ')}`);
  if (args.includes('--help') || args.includes('-h')) {
    console.log(commandHelp(command));
    return 0;
  }
  return command.run(args);
}

function help(): string {
  const rows = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(12)} ${summary}`);
  return `zabscope <command> [arguments]: ZooKeeper's atomic broadcast, simulated

${rows.join('\n')}

zabscope <command> --help says more. Exit code: 0 all well, 1 something was found, 2 it was not understood.`;
}

function commandHelp({ summary, usage, options, notes }: Command): string {
  const list = Object.keys(options).length === 0 ? '' : `\n\n${optionsHelp(options)}`;
  return `zabscope ${usage}\n\n${summary}${list}\n\n${notes}`;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`zabscope: ${error.message}`);
  process.exitCode = 2;
}
