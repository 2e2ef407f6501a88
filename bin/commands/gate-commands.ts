import type { Argv } from 'yargs'
import type { ExitCode } from '../cli.ts'
import { gate } from '../messages/gate.ts'
import { help } from '../messages/help.ts'
import { gateOptions } from './options.ts'

type Run = (task: () => Promise<ExitCode>) => () => Promise<void>

const ACTIONS = ['create', 'update', 'prune'] as const
const RECORD = 'scim-test-report/run.ndjson'
const BASELINE = 'scim-test.baseline.yaml'

/** What a pipeline needs beside `run`: known failures, comparison, and parts made whole again. */
export function gateCommands(cli: Argv, run: Run): Argv {
  const say = gate().help
  return cli
    .command(
      'baseline <action>',
      say.baseline,
      (y) =>
        y
          .positional('action', { choices: ACTIONS, demandOption: true, describe: say.action })
          .option('from', { type: 'string', default: RECORD, describe: say.from })
          .option('file', { type: 'string', default: BASELINE, describe: say.file })
          .option('reason', { type: 'string', describe: say.reason })
          .option('until', { type: 'string', describe: say.until })
          .option('fail-on', { type: 'string', describe: help().failOn }),
      (args) => run(async () => (await import('./baseline.ts')).baselineCommand(args))(),
    )
    .command(
      'diff <before> <after>',
      say.diff,
      (y) =>
        y
          .positional('before', { type: 'string', demandOption: true, describe: say.side })
          .positional('after', { type: 'string', demandOption: true, describe: say.side })
          .option('json', { type: 'boolean', describe: say.json })
          .option('fail-on', { type: 'string', describe: help().failOn }),
      (args) => run(async () => (await import('./diff.ts')).diffCommand(args))(),
    )
    .command(
      'merge <parts..>',
      say.merge,
      (y) =>
        gateOptions(y)
          .positional('parts', { type: 'string', array: true, demandOption: true, describe: say.parts })
          .option('out', { type: 'string', default: 'scim-test-report', describe: help().out })
          .option('quiet', { type: 'boolean', describe: help().quiet }),
      (args) => run(async () => (await import('./merge.ts')).mergeCommand(args))(),
    )
}
