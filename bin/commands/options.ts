import type { Argv } from 'yargs'

/** What the commands that talk to a target have in common. Defaults are not set here: a configuration file may. */
export const targetOptions = (yargs: Argv) =>
  yargs
    .option('target', { type: 'string', describe: 'Base URL of the SCIM endpoint (none: the embedded one)' })
    .option('token', { type: 'string', describe: 'Bearer token; better in SCIM_TEST_TOKEN' })
    .option('header', { type: 'string', array: true, describe: 'Further header, "Name: value" (repeatable)' })
    .option('ca', { type: 'string', describe: 'PEM file of a certificate authority to trust' })
    .option('timeout', { type: 'number', describe: 'Milliseconds for one request  [10000]' })
    .option('rate', { type: 'number', describe: 'Requests a second at the most  [no limit]' })
    .option('config', { type: 'string', describe: 'Configuration file  [scim-test.config.yaml]' })
    .option('out', { type: 'string', describe: 'Folder for record, journal and reports  [scim-test-report]' })
    .option('allow-production', {
      type: 'string',
      describe: 'Host name of a production host to test all the same',
    })
    .option('quiet', { type: 'boolean', describe: 'Print the result only' })

/** What the commands that plan or run checks have on top. */
export const runOptions = (yargs: Argv) =>
  targetOptions(yargs)
    .option('profile', {
      type: 'string',
      describe: 'The bar: a profile, see `scim-test list profiles`  [rfc]',
    })
    .option('only', {
      type: 'string',
      array: true,
      describe: 'Ids, or beginnings of ids, to run (repeatable)',
    })
    .option('concurrency', { type: 'number', describe: 'Requests at the same time  [8]' })
    .option('seed', { type: 'string', describe: 'Seed of people and choices; same seed, same requests  [1]' })
    .option('settle', {
      type: 'number',
      describe: 'Milliseconds until the target shows its writes everywhere  [1000]',
    })
    .option('strict', { type: 'boolean', describe: 'Judge ambiguous texts to the letter; warnings fail too' })
    .option('allure', { type: 'boolean', describe: 'Write Allure results as well' })
    .option('defect', {
      type: 'string',
      array: true,
      describe: 'Switch a defect of the embedded endpoint on (repeatable)',
    })
    .option('variant', {
      type: 'string',
      array: true,
      describe: 'Switch a legal variant of it on (repeatable)',
    })

export interface Flags {
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
  readonly only?: string[]
  readonly concurrency?: number
  readonly seed?: string
  readonly settle?: number
  readonly strict?: boolean
  readonly allure?: boolean
  readonly defect?: string[]
  readonly variant?: string[]
}
