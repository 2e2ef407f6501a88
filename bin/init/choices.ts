import { AUTH_SHAPES, AUTH_TYPES, type AuthType } from '../auth/auth-config.ts'
import type { Key } from '../auth/shape.ts'
import { builtInProfiles, loadProfiles } from '../load.ts'
import { initMessages } from '../messages/init.ts'
import { syncMessages } from '../messages/sync.ts'
import { offersSync } from '../run/embedded.ts'
import { checkUrl } from '../run/resolve.ts'
import { checkOrg, encrypted } from '../run/sync.ts'
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
  readonly sync?: SyncChoice
  readonly pipeline: Pipeline
}

/** Where that is read which was provisioned. */
export interface SyncChoice {
  readonly api: string
  readonly org: string
  readonly system: string
}

export interface InitFlags {
  readonly target?: string | undefined
  readonly auth?: string | undefined
  readonly authOption?: readonly string[] | undefined
  readonly profile?: string | undefined
  readonly syncApi?: string | undefined
  readonly syncOrg?: string | undefined
  readonly syncSystem?: string | undefined
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
  const get: Get = async ({ flag, given, check, question, fallback }) => {
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
  const sync = await chooseSync(flags, profile, get)
  const pipeline = (await get({
    flag: '--pipeline',
    given: flags.pipeline,
    check: oneOf(PIPELINES),
    question: says.askPipeline(PIPELINES),
    fallback: pipelineHere(folder),
  })) as Pipeline
  return { target: checkUrl(target), auth, options, profile, ...(sync ? { sync } : {}), pipeline }
}

type Get = (wanted: Wanted) => Promise<string>

interface Wanted {
  readonly flag: string
  readonly given: string | undefined
  readonly check: (answer: string) => Complaint
  readonly question: string
  readonly fallback?: string
}

/** Asked for where the profile has a Sync API; whoever has no address for it goes without. */
async function chooseSync(
  { syncApi, syncOrg, syncSystem }: InitFlags,
  profile: string,
  get: Get,
): Promise<SyncChoice | undefined> {
  const says = initMessages()
  // A profile that is not installed yet has to be taken at its word.
  const profiles = await loadProfiles(profile).catch(() => [])
  if (!offersSync(profiles)) {
    if (syncApi ?? syncOrg ?? syncSystem) throw new UsageError(syncMessages().notOffered(profile))
    return undefined
  }
  const api = await get({
    flag: '--sync-api',
    given: syncApi,
    check: (answer) => (answer === '' ? undefined : complaintOf(() => encrypted(checkUrl(answer)))),
    question: says.askSyncApi,
    fallback: '',
  })
  if (api === '') {
    const flag = syncOrg === undefined ? '--sync-system' : '--sync-org'
    if (syncOrg ?? syncSystem) throw new UsageError(syncMessages().alone(flag))
    return undefined
  }
  const org = await get({
    flag: '--sync-org',
    given: syncOrg,
    check: (answer) => complaintOf(() => checkOrg(answer)),
    question: says.askSyncOrg,
  })
  const system = await get({
    flag: '--sync-system',
    given: syncSystem,
    check: (answer) => (answer === '' ? says.notEmpty : undefined),
    question: says.askSyncSystem,
  })
  return { api: checkUrl(api), org, system }
}

function complaintOf(check: () => unknown): Complaint {
  try {
    check()
    return undefined
  } catch (error) {
    if (error instanceof UsageError) return error.message
    throw error
  }
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
