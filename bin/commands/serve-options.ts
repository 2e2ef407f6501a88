import type { Argv } from 'yargs'
import { parameterMessages } from '../messages/parameters.ts'
import { recording } from '../messages/recording.ts'
import { FAULT_FLAGS } from '../serve/faults.ts'

/** What `serve --record` has besides the options of `serve`. */
export const recordOptions = <T>(yargs: Argv<T>) =>
  yargs
    .option('record', { type: 'boolean', describe: recording().record })
    .option('out', { type: 'string', describe: recording().out })
    .option('for', { type: 'string', describe: recording().for })
    .option('idle', { type: 'string', describe: recording().idle })
    .option('fault', { type: 'string', array: true, describe: recording().fault(FAULT_FLAGS) })
    .option('parameter', { type: 'string', array: true, describe: parameterMessages().describe })
    .option('strict', { type: 'boolean', describe: recording().strict })

export interface RecordFlags {
  readonly record?: boolean | undefined
  readonly out?: string | undefined
  readonly for?: string | undefined
  readonly idle?: string | undefined
  readonly fault?: string[] | undefined
  readonly parameter?: string[] | undefined
  readonly strict?: boolean | undefined
  readonly baseline?: string | undefined
  readonly failOn?: string | undefined
  readonly github?: boolean | undefined
}
