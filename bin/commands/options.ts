import type { Argv } from 'yargs'
import { help } from '../messages/help.ts'
import { loadMessages } from '../messages/load.ts'
import { parameterMessages } from '../messages/parameters.ts'
import { syncMessages } from '../messages/sync.ts'

/** What the commands that talk to a target have in common. Defaults are not set here: a configuration file may. */
export const targetOptions = (yargs: Argv) =>
  yargs
    .option('target', { type: 'string', describe: help().target })
    .option('token', { type: 'string', describe: help().token })
    .option('header', { type: 'string', array: true, describe: help().header })
    .option('ca', { type: 'string', describe: help().ca })
    .option('timeout', { type: 'number', describe: help().timeout })
    .option('rate', { type: 'number', describe: help().rate })
    .option('config', { type: 'string', describe: help().config })
    .option('out', { type: 'string', describe: help().out })
    .option('allow-production', {
      type: 'string',
      describe: help().allowProduction,
    })
    .option('quiet', { type: 'boolean', describe: help().quiet })

/** What the commands that end a build have in common. */
export const gateOptions = <T>(yargs: Argv<T>) =>
  yargs
    .option('baseline', {
      type: 'string',
      describe: help().baseline,
    })
    .option('fail-on', {
      type: 'string',
      describe: help().failOn,
    })
    .option('github', {
      type: 'boolean',
      describe: help().github,
    })

export interface GateFlags {
  readonly baseline?: string
  readonly failOn?: string
  readonly github?: boolean
}

/** What the commands that plan or run checks have on top. */
export const runOptions = (yargs: Argv) =>
  targetOptions(yargs)
    .option('profile', {
      type: 'string',
      describe: help().profile,
    })
    .option('parameter', {
      type: 'string',
      array: true,
      describe: parameterMessages().describe,
    })
    .option('sync-api', { type: 'string', describe: syncMessages().api })
    .option('sync-org', { type: 'string', describe: syncMessages().org })
    .option('sync-system', { type: 'string', describe: syncMessages().system })
    .option('sync-settle', { type: 'number', describe: syncMessages().settle })
    .option('only', {
      type: 'string',
      array: true,
      describe: help().only,
    })
    .option('shard', {
      type: 'string',
      describe: help().shard,
    })
    .option('load', { type: 'string', describe: loadMessages().describe })
    .option('concurrency', { type: 'number', describe: help().concurrency })
    .option('seed', { type: 'string', describe: help().seed })
    .option('settle', {
      type: 'number',
      describe: help().settle,
    })
    .option('strict', { type: 'boolean', describe: help().strict })
    .option('allure', { type: 'boolean', describe: help().allure })
    .option('defect', {
      type: 'string',
      array: true,
      describe: help().defect,
    })
    .option('variant', {
      type: 'string',
      array: true,
      describe: help().variant,
    })

export interface Flags extends GateFlags {
  readonly target?: string
  readonly token?: string
  readonly header?: string[]
  readonly ca?: string
  readonly timeout?: number
  readonly rate?: number
  readonly config?: string
  readonly out?: string
  readonly allowProduction?: string
  readonly quiet?: boolean
  readonly profile?: string
  readonly parameter?: string[]
  readonly syncApi?: string
  readonly syncOrg?: string
  readonly syncSystem?: string
  readonly syncSettle?: number
  readonly only?: string[]
  readonly shard?: string
  readonly load?: string
  readonly concurrency?: number
  readonly seed?: string
  readonly settle?: number
  readonly strict?: boolean
  readonly allure?: boolean
  readonly defect?: string[]
  readonly variant?: string[]
}
