import yargs, { type Argv } from 'yargs'
import { type Flags, runOptions, targetOptions } from './commands/options.ts'
import { UsageError } from './usage-error.ts'
import { version } from './version.ts'

/** 0 conforms · 1 does not · 2 wrong usage or configuration · 3 the harness is at fault · 130 interrupted. */
export type ExitCode = 0 | 1 | 2 | 3 | 130

/** Runs the command line. Every command is imported when it is used, so that `--help` costs nothing. */
export async function main(argv: readonly string[]): Promise<void> {
  process.stdout.on('error', leaveOnClosedPipe)
  let code: ExitCode = 0
  const run = (task: () => Promise<ExitCode>) => async () => {
    code = await task()
  }
  try {
    await program(argv, run).parseAsync()
  } catch (error) {
    code = explain(error)
  }
  process.exitCode = code
  // Sockets or threads that a target left hanging must not keep the program.
  setTimeout(() => process.exit(code), 2_000).unref()
}

type Run = (task: () => Promise<ExitCode>) => () => Promise<void>

function program(argv: readonly string[], run: Run): Argv {
  return withCommands(
    yargs([...argv])
      .scriptName('scim-test')
      .usage('$0 <command>\n\nTests a SCIM 2.0 endpoint and rehearses identity providers against it.')
      .locale('en')
      .parserConfiguration({ 'greedy-arrays': false })
      .strict()
      .demandCommand(1, 'Say what to do; `scim-test --help` lists the commands.')
      .recommendCommands()
      .fail((message, error) => {
        throw error ?? new UsageError(message)
      })
      .exitProcess(false)
      .help()
      .alias('help', 'h')
      .version(version())
      .wrap(Math.min(110, process.stdout.columns ?? 100))
      .epilogue('Start here: scim-test run --target https://host/scim/v2   (token in SCIM_TEST_TOKEN)'),
    run,
  )
}

function withCommands(cli: Argv, run: Run): Argv {
  const flags = (args: object) => args as Flags
  return cli
    .command('run', 'Test an endpoint: checks, rules and rehearsals', runOptions, (args) =>
      run(async () => (await import('./commands/run.ts')).runCommand(flags(args)))(),
    )
    .command(
      'plan',
      'Show what a run would do, without writing anything',
      (y) => runOptions(y).option('json', { type: 'boolean', describe: 'Print the plan as JSON' }),
      (args) =>
        run(async () => (await import('./commands/plan.ts')).planCommand(flags(args), args.json === true))(),
    )
    .command(
      'list [what]',
      'List checks, profiles, dialects, scenarios, defects or variants',
      (y) => y.positional('what', { type: 'string', default: 'checks' }),
      (args) => run(async () => (await import('./commands/list.ts')).listCommand(args.what))(),
    )
    .command(
      'explain <id>',
      'Explain a check, a rule, a requirement or a dialect',
      (y) => y.positional('id', { type: 'string', demandOption: true }),
      (args) => run(async () => (await import('./commands/explain.ts')).explainCommand(args.id))(),
    )
    .command(
      'simulate',
      'Play a scenario in the dialect of an identity provider',
      (y) =>
        runOptions(y)
          .option('dialect', {
            type: 'string',
            array: true,
            default: ['entra'],
            describe: 'See `scim-test list dialects`; several with commas or repeated, or `all`',
          })
          .option('scenario', {
            type: 'string',
            array: true,
            default: ['joiner-to-leaver'],
            describe: 'Names (`scim-test list scenarios`) or YAML files, likewise; or `all`',
          }),
      (args) =>
        run(async () => (await import('./commands/simulate.ts')).simulateCommand(flags(args), args))(),
    )
    .command(
      'serve',
      'Run the reference endpoint alone',
      (y) =>
        y
          .option('port', { type: 'number', default: 8080, describe: 'Port on loopback; 0 for any' })
          .option('token', { type: 'string', describe: 'Bearer token to ask for; better in SCIM_TEST_TOKEN' })
          .option('profile', { type: 'string', default: 'rfc', describe: 'Profile whose schemas it has' })
          .option('state', { type: 'string', describe: 'File that keeps its data for the next start' })
          .option('resource-types', {
            type: 'string',
            describe: 'YAML or JSON with schemas and resourceTypes to have besides User and Group',
          })
          .option('defect', { type: 'string', array: true, describe: 'Switch a defect on (repeatable)' })
          .option('variant', {
            type: 'string',
            array: true,
            describe: 'Switch a legal variant on (repeatable)',
          }),
      (args) => run(async () => (await import('./commands/serve.ts')).serveCommand(args))(),
    )
    .command('clean', 'Remove what killed runs left on the target', targetOptions, (args) =>
      run(async () => (await import('./commands/clean.ts')).cleanCommand(flags(args)))(),
    )
    .command(
      'judge <file>',
      'Judge the record of a run again, without the network',
      (y) =>
        y
          .positional('file', { type: 'string', demandOption: true })
          .option('profile', { type: 'string', describe: 'Another profile than that of the run' })
          .option('strict', { type: 'boolean', describe: 'Judge ambiguous texts to the letter' })
          .option('out', { type: 'string', describe: 'Folder for the reports  [none written]' })
          .option('quiet', { type: 'boolean', describe: 'Print the result only' }),
      (args) => run(async () => (await import('./commands/judge.ts')).judgeCommand(args))(),
    )
}

/** A user's mistake gets a sentence; only our own gets a stack trace, and says that it is ours. */
function explain(error: unknown): ExitCode {
  if (error instanceof Error && (error instanceof UsageError || error.name === 'YError')) {
    process.stderr.write(`${error.message}\n`)
    return 2
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`scim-test itself is at fault, not the target. Please report this:\n${stack}\n`)
  return 3
}

function leaveOnClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
}
