import type { Argv } from 'yargs'
import { AUTH_TYPES } from '../auth/auth-config.ts'
import { PIPELINES } from '../init/pipelines.ts'
import { help } from '../messages/help.ts'
import { initMessages } from '../messages/init.ts'
import { syncMessages } from '../messages/sync.ts'

export const initOptions = (yargs: Argv) => {
  const says = initMessages().options
  return yargs
    .option('target', { type: 'string', describe: says.target })
    .option('auth', { type: 'string', choices: AUTH_TYPES, describe: says.auth })
    .option('auth-option', { type: 'string', array: true, describe: says.authOption })
    .option('profile', { type: 'string', describe: says.profile })
    .option('sync-api', { type: 'string', describe: syncMessages().api })
    .option('sync-org', { type: 'string', describe: syncMessages().org })
    .option('sync-system', { type: 'string', describe: syncMessages().system })
    .option('pipeline', { type: 'string', choices: PIPELINES, describe: says.pipeline })
    .option('yes', { type: 'boolean', describe: says.yes })
    .option('force', { type: 'boolean', describe: says.force })
    .option('offline', { type: 'boolean', describe: says.offline })
    .option('config', { type: 'string', describe: help().config })
    .option('ca', { type: 'string', describe: help().ca })
    .option('timeout', { type: 'number', describe: help().timeout })
    .option('allow-production', { type: 'string', describe: help().allowProduction })
}
