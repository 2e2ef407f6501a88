import type { Argv } from 'yargs'
import type { ExitCode } from '../cli.ts'
import { signoff } from '../messages/signoff.ts'
import type * as Commands from './signoff.ts'

type Run = (task: () => Promise<ExitCode>) => () => Promise<void>

/** The commands below `signoff`, with their options. What they do is loaded when one of them is used. */
export function signoffCommands(yargs: Argv, run: Run): Argv {
  const says = signoff().describe
  const start = (task: (commands: typeof Commands) => Promise<ExitCode>) =>
    run(async () => task(await import('./signoff.ts')))()
  return yargs
    .command('create', says.create, signoffFormOptions, (args) => start((all) => all.createCommand(args)))
    .command('form', says.form, signoffFormOptions, (args) => start((all) => all.formCommand(args)))
    .command(
      'sign [file]',
      says.sign,
      (y) =>
        y
          .positional('file', { type: 'string', describe: says.file })
          .option('key', { type: 'string', demandOption: true, describe: says.key_ })
          .option('name', { type: 'string', default: '', describe: says.name })
          .option('title', { type: 'string', default: '', describe: says.title })
          .option('org', { type: 'string', describe: says.org })
          .option('authorised', { type: 'boolean', default: false, describe: says.authorised })
          .option('out', { type: 'string', describe: says.signedOut }),
      (args) => start((all) => all.signCommand(args)),
    )
    .command(
      'verify <file>',
      says.verify,
      (y) =>
        y
          .positional('file', { type: 'string', demandOption: true, describe: says.signedFile })
          .option('key', { type: 'string', describe: says.publicKey })
          .option('run', { type: 'string', array: true, describe: says.run }),
      (args) => start((all) => all.verifyCommand(args)),
    )
    .command(
      'renew <file>',
      says.renew,
      (y) =>
        signoffFormOptions(y).positional('file', {
          type: 'string',
          demandOption: true,
          describe: says.signedFile,
        }),
      (args) => start((all) => all.renewCommand(args)),
    )
    .command(
      'key',
      says.key,
      (y) => y.option('out', { type: 'string', default: 'signoff-key.pem', describe: says.keyOut }),
      (args) => start((all) => all.keyCommand(args)),
    )
    .demandCommand(1, signoff().sayWhat)
}

const signoffFormOptions = <T>(yargs: Argv<T>) =>
  yargs
    .option('from', { type: 'string', array: true, describe: signoff().describe.from })
    .option('profile', { type: 'string', describe: signoff().describe.profile })
    .option('form', { type: 'string', default: 'signoff.yaml', describe: signoff().describe.formFile })
    .option('out', { type: 'string', default: 'scim-test-signoff', describe: signoff().describe.out })
