import yargs, { type Argv } from 'yargs'
import { SERVED_AUTH } from './auth/auth.ts'
import { chooseLanguage } from './choose-language.ts'
import { gateCommands } from './commands/gate-commands.ts'
import { initOptions } from './commands/init-options.ts'
import { type Flags, gateOptions, runOptions, targetOptions } from './commands/options.ts'
import type { Asked } from './commands/play-in-parts.ts'
import { recordOptions } from './commands/serve-options.ts'
import { signoffCommands } from './commands/signoff-options.ts'
import { fullDisk } from './full-disk.ts'
import { help, YARGS_NB } from './messages/help.ts'
import { initMessages } from './messages/init.ts'
import { spokenLanguage } from './messages/language.ts'
import { running } from './messages/running.ts'
import { signoff } from './messages/signoff.ts'
import { syncMessages } from './messages/sync.ts'
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
    await chooseLanguage(argv)
    await program(argv, run).parseAsync()
  } catch (error) {
    code = await explain(error)
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
      .usage(help().usage)
      .locale(spokenLanguage())
      .updateStrings(spokenLanguage() === 'nb' ? (YARGS_NB as unknown as Record<string, string>) : {})
      .parserConfiguration({ 'greedy-arrays': false })
      .strict()
      .demandCommand(1, help().sayWhat)
      .recommendCommands()
      .fail((message, error) => {
        throw error ?? new UsageError(message)
      })
      .exitProcess(false)
      .option('lang', { type: 'string', describe: help().lang })
      .help()
      .alias('help', 'h')
      .version(version())
      .wrap(Math.min(110, process.stdout.columns ?? 100))
      .epilogue(help().start),
    run,
  )
}

function withCommands(cli: Argv, run: Run): Argv {
  const flags = (args: object) => args as Flags
  const asked = (args: object) => args as Asked
  const known = cli
    .command(
      'run',
      help().commands.run,
      (y) => gateOptions(runOptions(y)),
      (args) => run(async () => (await import('./commands/run.ts')).runCommand(flags(args)))(),
    )
    .command(
      'plan',
      help().commands.plan,
      (y) => runOptions(y).option('json', { type: 'boolean', describe: help().planJson }),
      (args) =>
        run(async () => (await import('./commands/plan.ts')).planCommand(flags(args), args.json === true))(),
    )
    .command(
      'list [what]',
      help().commands.list,
      (y) => y.positional('what', { type: 'string', default: 'checks' }),
      (args) => run(async () => (await import('./commands/list.ts')).listCommand(args.what))(),
    )
    .command(
      'explain <id>',
      help().commands.explain,
      (y) => y.positional('id', { type: 'string', demandOption: true }),
      (args) => run(async () => (await import('./commands/explain.ts')).explainCommand(args.id))(),
    )
    .command(
      'simulate',
      help().commands.simulate,
      (y) =>
        runOptions(y)
          .option('dialect', {
            type: 'string',
            array: true,
            describe: help().dialect,
          })
          .option('scenario', {
            type: 'string',
            array: true,
            describe: help().scenario,
          })
          .option('state', {
            type: 'string',
            describe: help().playState,
          })
          .option('until', {
            type: 'number',
            describe: help().until,
          })
          .option('resume', { type: 'boolean', describe: help().resume }),
      (args) =>
        run(async () => (await import('./commands/simulate.ts')).simulateCommand(flags(args), asked(args)))(),
    )
    .command(
      'serve',
      help().commands.serve,
      (y) =>
        gateOptions(recordOptions(y))
          .option('port', { type: 'number', default: 8080, describe: help().port })
          .option('token', { type: 'string', describe: help().servedToken })
          .option('auth', {
            choices: SERVED_AUTH,
            describe: help().servedAuth,
          })
          .option('client-key', { type: 'string', describe: help().clientKey })
          .option('token-lifetime', { type: 'number', describe: help().tokenLifetime })
          .option('profile', { type: 'string', default: 'rfc', describe: help().servedProfile })
          .option('state', { type: 'string', describe: help().servedState })
          .option('sync-org', { type: 'string', describe: syncMessages().servedOrg })
          .option('sync-system', { type: 'string', describe: syncMessages().servedSystem })
          .option('resource-types', {
            type: 'string',
            describe: help().resourceTypes,
          })
          .option('defect', { type: 'string', array: true, describe: help().servedDefect })
          .option('variant', {
            type: 'string',
            array: true,
            describe: help().servedVariant,
          }),
      (args) => run(async () => (await import('./commands/serve.ts')).serveCommand(args))(),
    )
    .command('signoff', signoff().command, (y) => signoffCommands(y, run))
    .command('init', initMessages().command, initOptions, (args) =>
      run(async () => (await import('./commands/init.ts')).initCommand(args))(),
    )
    .command('clean', help().commands.clean, targetOptions, (args) =>
      run(async () => (await import('./commands/clean.ts')).cleanCommand(flags(args)))(),
    )
    .command(
      'judge <file>',
      help().commands.judge,
      (y) =>
        gateOptions(y)
          .positional('file', { type: 'string', demandOption: true })
          .option('profile', { type: 'string', describe: help().otherProfile })
          .option('strict', { type: 'boolean', describe: help().strictJudge })
          .option('out', { type: 'string', describe: help().judgedOut })
          .option('quiet', { type: 'boolean', describe: help().quiet }),
      (args) => run(async () => (await import('./commands/judge.ts')).judgeCommand(args))(),
    )
  return gateCommands(known, run)
}

/** Of yargs, and of a transport that got no token: they say what to do. */
const EXPLAINED = new Set(['YError', 'CredentialsLost'])

/** A user's mistake gets a sentence; only our own gets a stack trace, and says that it is ours. */
async function explain(error: unknown): Promise<ExitCode> {
  if (error instanceof Error && (error instanceof UsageError || EXPLAINED.has(error.name))) {
    process.stderr.write(`${await told(error)}\n`)
    return 2
  }
  const full = fullDisk(error)
  if (full) {
    process.stderr.write(`${running().diskFull(full)}\n`)
    return 2
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`${running().ownFault(await withoutSecrets(stack))}\n`)
  return 3
}

/** A lost token is told in English, as the record has it, until somebody reads it. */
async function told({ name, message }: Error): Promise<string> {
  if (name !== 'CredentialsLost') return message
  const [{ phraseText }, { spoken }] = await Promise.all([import('#harness'), import('./messages/spoken.ts')])
  return phraseText(message, spoken())
}

/** A stack trace is sent to others: what the environment holds for the target has no place in it, nor has anybody's number. */
async function withoutSecrets(text: string): Promise<string> {
  const { createRedactor } = await import('#harness')
  const secrets = Object.entries(process.env).flatMap(([name, value]) =>
    value && /^SCIM_TEST_.*(?:TOKEN|SECRET|PASSWORD|KEY|PASSPHRASE)/.test(name) ? [value] : [],
  )
  return createRedactor(secrets, '').text(text)
}

function leaveOnClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
}
