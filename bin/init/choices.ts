import { AUTH_SHAPES, AUTH_TYPES, type AuthType } from '../auth/auth-config.ts'
import type { Key } from '../auth/shape.ts'
import { builtInProfiles } from '../load.ts'
import { initMessages } from '../messages/init.ts'
import { checkUrl } from '../run/resolve.ts'
import { didYouMean, UsageError } from '../usage-error.ts'
import type { Asker, Complaint } from './asker.ts'
import { PIPELINES, type Pipeline, pipelineHere } from './pipelines.ts'

/** What `init` wants to know. */
export interface Choices {
  readonly target: string
  readonly auth: AuthType
  /** Of `auth`, by key. */
  readonly options: Readonly<Record<string, string>>
  readonly profile: string
  readonly pipeline: Pipeline
}

export interface InitFlags {
  readonly target?: string | undefined
  readonly auth?: string | undefined
  readonly authOption?: readonly string[] | undefined
  readonly profile?: string | undefined
  readonly pipeline?: string | undefined
  readonly yes?: boolean | undefined
}

/**
 * Takes what the flags say, and asks for the rest.
 *
 * @param asker absent: nobody can be asked
 * @throws UsageError for flags that will not do, and for those that are missing where nobody can be asked
 */
export async function choose(flags: InitFlags, folder: string, asker: Asker | undefined): Promise<Choices> {
  const says = initMessages()
  const get = async ({ flag, given, check, question, fallback }: Wanted): Promise<string> => {
    if (given !== undefined) {
      const complaint = check(given)
      if (complaint === undefined) return given
      throw new UsageError(`${flag}: ${complaint}`)
    }
    if (asker && !flags.yes) return asker.ask(question, check, fallback)
    if (fallback !== undefined) return fallback
    throw new UsageError(says.flagNeeded(flag))
  }
  const oneOf = (known: readonly string[]) => (answer: string) =>
    known.includes(answer) ? undefined : says.oneOf(known, didYouMean(answer, known))

  const target = await get({
    flag: '--target',
    given: flags.target,
    check: targetComplaint,
    question: says.askTarget,
  })
  const auth = (await get({
    flag: '--auth',
    given: flags.auth,
    check: oneOf(AUTH_TYPES),
    question: says.askAuth(AUTH_TYPES),
    fallback: 'bearer',
  })) as AuthType
  const given = authOptions(flags.authOption ?? [], auth)
  const options: Record<string, string> = { ...given }
  for (const name of neededKeys(auth)) {
    options[name] = await get({
      flag: `--auth-option ${name}=…`,
      given: given[name],
      check: (answer) => (answer === '' ? says.notEmpty : undefined),
      question: says.askKey(name),
    })
  }
  const profiles = builtInProfiles()
  const profile = await get({
    flag: '--profile',
    given: flags.profile,
    check: (answer) => (/^[.@\w/-]+$/.test(answer) ? undefined : says.oneOf(profiles, '')),
    question: says.askProfile(profiles),
    fallback: 'rfc',
  })
  const pipeline = (await get({
    flag: '--pipeline',
    given: flags.pipeline,
    check: oneOf(PIPELINES),
    question: says.askPipeline(PIPELINES),
    fallback: pipelineHere(folder),
  })) as Pipeline
  return { target: checkUrl(target), auth, options, profile, pipeline }
}

interface Wanted {
  readonly flag: string
  readonly given: string | undefined
  readonly check: (answer: string) => Complaint
  readonly question: string
  readonly fallback?: string
}

function targetComplaint(answer: string): Complaint {
  try {
    checkUrl(answer)
    return undefined
  } catch {
    return initMessages().badTarget
  }
}

/** Keys without which the way to sign in says nothing; the names of headers stand for their map. */
export function neededKeys(auth: AuthType): string[] {
  const keys: Readonly<Record<string, Key>> = AUTH_SHAPES[auth]
  return Object.entries(keys).flatMap(([name, { required }]) => (required ? [name] : []))
}

/** `name=value`, as often as there are. Secrets have no place here. */
function authOptions(pairs: readonly string[], auth: AuthType): Record<string, string> {
  const keys: Readonly<Record<string, Key>> = AUTH_SHAPES[auth]
  const settable = Object.entries(keys).flatMap(([name, { takes }]) =>
    name === 'headers' || takes === 'text' || takes === 'url' || Array.isArray(takes) ? [name] : [],
  )
  return Object.fromEntries(
    pairs.map((pair) => {
      const [, name = '', value = ''] = /^([^=]*)=(.*)$/s.exec(pair) ?? []
      if (settable.includes(name) && value !== '') return [name, value]
      // The pair itself is not repeated: it may hold a secret.
      throw new UsageError(initMessages().authOption(auth, settable, didYouMean(name, settable)))
    }),
  )
}
