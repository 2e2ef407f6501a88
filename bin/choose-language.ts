import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { asWritten } from './as-written.ts'
import { CONFIG_FILES } from './config-files.ts'
import { isLanguage, speak } from './messages/language.ts'
import { settings } from './messages/settings.ts'
import { UsageError } from './usage-error.ts'

/**
 * The language from `--lang`, else from SCIM_TEST_LANG, else from `lang` of the configuration file, else English. Not
 * from LANG: what a build prints must not depend on the machine it happens to run on. Help texts are in it, too, so it
 * is chosen before the command line is understood.
 *
 * @throws UsageError for a language that there is not
 */
export async function chooseLanguage(
  argv: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
  folder = process.cwd(),
): Promise<void> {
  const option = lastOf('--lang', argv)
  const [where, chosen] = option !== undefined ? ['--lang', option] : ['SCIM_TEST_LANG', env.SCIM_TEST_LANG]
  const language = chosen || (await languageInFile(lastOf('--config', argv), folder)) || 'en'
  if (!isLanguage(language)) throw new UsageError(settings().badLanguage(where, asWritten(language)))
  speak(language)
}

/** The last one counts, as with yargs. */
function lastOf(option: string, argv: readonly string[]): string | undefined {
  const at = argv.findLastIndex((word) => word === option || word.startsWith(`${option}=`))
  const word = argv[at]
  if (word === undefined) return undefined
  return word === option ? argv[at + 1] : word.slice(option.length + 1)
}

/** What is wrong with the file is said by those who read all of it. */
async function languageInFile(named: string | undefined, folder: string): Promise<string | undefined> {
  const file = [...(named === undefined ? CONFIG_FILES : [named])]
    .map((name) => resolve(folder, name))
    .find((path) => existsSync(path))
  if (file === undefined) return undefined
  const { parse } = await import('yaml')
  try {
    const config: unknown = parse(readFileSync(file, 'utf8'))
    const lang = typeof config === 'object' && config !== null && 'lang' in config ? config.lang : undefined
    return typeof lang === 'string' && isLanguage(lang) ? lang : undefined
  } catch {
    return undefined
  }
}
