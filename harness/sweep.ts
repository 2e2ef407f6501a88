import { carriesRun, runTag } from '#people'
import { type Json, member, type ScimRequest, withQuery } from '#scim'
import { type Answered, type Client, NotOurs } from './client.ts'
import { CredentialsLost } from './credentials-lost.ts'
import { GuardRefusal } from './guard.ts'
import { createHope, type Hope } from './hope.ts'
import { type Intent, type Left, readJournal, removeJournal, type Unknown } from './journal.ts'
import { sideBySide } from './side-by-side.ts'

export interface Swept {
  readonly removed: number
  /** Paths that could not be removed, or not be looked at, with the answer. */
  readonly left: readonly Rest[]
}

interface Rest {
  readonly path: string
  readonly answer: string
}

const PAGE = 100
const MAX_PAGES = 200
const ROUNDS = 3

/**
 * Removes everything that a run made and that is still there, newest first, and the journal with it when all is gone.
 * What was sent without an answer is looked for by the names it carried, and only an exact match is removed. At last the
 * target is asked for whatever carries the run's mark: it may have made what it refused, or kept what it said to delete.
 *
 * @param settle milliseconds within which the target promises to show its own writes everywhere
 */
export async function sweep(file: string, client: Client, settle = 0): Promise<Swept> {
  const journal = readJournal(file)
  const known = await removeLeft(journal, client, settle)
  const more = await removeMarked(journal, client, settle).catch(credentialsLost)
  const late = typeof more === 'string' ? { removed: [], left: unless(known.left, more) } : more
  const left = new Map([...known.left, ...late.left].map((rest) => [rest.path, rest]))
  if (left.size === 0) removeJournal(file)
  const removed = new Set([...known.removed, ...late.removed].filter((path) => !left.has(path)))
  return { removed: removed.size, left: [...left.values()] }
}

/** Where nobody may look any more: what is known to be left says so already. */
const unless = (known: readonly Rest[], answer: string): Rest[] =>
  known.length > 0 ? [] : [{ path: '/', answer }]

/** Paths: those of which the target says that they are gone, and the rest. */
interface Removed {
  readonly removed: readonly string[]
  readonly left: readonly Rest[]
}

/** Removes that alone of what a journal holds. */
export async function removeLeft(
  given: Pick<Left, 'paths' | 'unknown'>,
  client: Client,
  settle = 0,
): Promise<Removed> {
  const search = await findUnknown(given, client, settle).catch(credentialsLost)
  if (typeof search === 'string') {
    const all = [...given.paths, ...given.unknown.map(({ collection }) => collection)]
    return { removed: [], left: all.map((path) => ({ path, answer: search })) }
  }
  const paths = groupsFirst([...new Set([...search.found, ...given.paths])])
  for (const path of paths) client.guard.own(path)
  let left: Rest[] = []
  let todo = paths
  const hope = createHope()
  for (let round = 0; round < ROUNDS && todo.length > 0 && hope.isThere(); round++) {
    left = await removeEach(todo, client, hope)
    todo = left.map(({ path }) => path)
  }
  const removed = paths.filter((path) => !left.some((rest) => rest.path === path))
  return { removed, left: [...left, ...search.unsure] }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** A user may be undeletable while a group still holds it. */
function groupsFirst(paths: readonly string[]): string[] {
  const rank = (path: string) => (path.startsWith('/Groups/') ? 0 : 1)
  return [...paths].sort((a, b) => rank(a) - rank(b))
}

/** As many under way as there are connections, and no more: what waits need not be tried once there is no use in it. */
const AT_ONCE = 16

async function removeEach(paths: readonly string[], client: Client, hope: Hope): Promise<Rest[]> {
  const removed = sideBySide(paths.length, (n) => remove(paths[n] as string, client, hope), AT_ONCE)
  return (await removed).flat()
}

async function remove(path: string, client: Client, hope: Hope): Promise<Rest[]> {
  if (!hope.isThere()) return [{ path, answer: NOT_TRIED }]
  const answered = await client.exchange({ method: 'DELETE', path }, 'cleanup').catch(notOurs)
  if (typeof answered === 'string') return [{ path, answer: answered }]
  const { exchange } = answered
  hope.note(exchange.failure === undefined)
  const status = exchange.response?.status ?? 0
  if (status === 404 || Math.trunc(status / 100) === 2) return []
  return [{ path, answer: answerOf(exchange) }]
}

const answerOf = ({ failure, response }: Answered['exchange']): string =>
  failure?.message ?? `HTTP ${response?.status ?? 0}`

/** What does not carry the run's mark, is at no clear place, or cannot be asked for any more, is left alone, and named. */
function notOurs(error: unknown): string {
  const known = [NotOurs, GuardRefusal, CredentialsLost].some((kind) => error instanceof kind)
  if (known) return (error as Error).message
  throw error
}

/** Nothing can be looked for any more: all of it stays in the journal. */
function credentialsLost(error: unknown): string {
  if (error instanceof CredentialsLost) return error.message
  throw error
}

const NOT_TRIED = 'not tried: the target answers nothing any more'
/** Searches in a row without an answer: each may take as long as a request may. */
const MOST_SILENT = 3

interface Search {
  readonly found: readonly string[]
  /** What could not be looked for: it may be there or not. */
  readonly unsure: readonly Rest[]
}

/** By a filter for each; what no filter finds is looked for on every page, once for all of it and after a while. */
async function findUnknown(
  { unknown }: Pick<Left, 'unknown'>,
  client: Client,
  settle: number,
): Promise<Search> {
  const found: string[] = []
  const missing: Unknown[] = []
  let silent = 0
  for (const intent of unknown) {
    if (intent.collection.split('/').length !== 2 || Object.keys(intent.marks).length === 0) continue
    const listed = silent < MOST_SILENT ? await filtered(intent, client) : undefined
    const hit = listed?.kind === 'list' ? matches(listed.resources, intent) : []
    silent = listed && listed.kind !== 'silence' ? 0 : silent + 1
    found.push(...hit)
    if (hit.length === 0) missing.push(intent)
  }
  if (missing.length === 0) return { found, unsure: [] }
  if (silent === 0) await pause(Math.max(...missing.map((intent) => untilShown(intent, settle))))
  const collections = [...new Set(missing.map(({ collection }) => collection))]
  const walks = await Promise.all(collections.map((collection) => walk(collection, missing, client)))
  return {
    found: [...found, ...walks.flatMap((one) => one.found)],
    unsure: walks.flatMap(({ unsure }) => unsure),
  }
}

/** Milliseconds until the target must show what it made: as many as it promises, less those that have gone by. */
function untilShown({ answered }: Unknown, settle: number): number {
  if (answered === undefined) return settle
  // Whoever sets the clock back has to wait no longer than without it.
  return Math.min(settle, Math.max(0, answered + settle - Date.now()))
}

async function filtered({ collection, marks }: Intent, client: Client): Promise<Listed> {
  const [name, value] = Object.entries(marks)[0] as [string, string]
  return await list(collection, { filter: `${name} eq ${JSON.stringify(value)}` }, client)
}

/** For targets that cannot filter, or not rightly: every page, bounded. */
async function walk(collection: string, missing: readonly Intent[], client: Client): Promise<Search> {
  const here = missing.filter((intent) => intent.collection === collection)
  const found: string[] = []
  let startIndex = 1
  let first: string | undefined
  for (let page = 0; page < MAX_PAGES; page++) {
    const listed = await list(collection, { startIndex, count: PAGE }, client)
    if (listed.kind === 'silence') return { found, unsure: [{ path: collection, answer: listed.answer }] }
    if (listed.kind === 'no list' || listed.resources.length === 0) break
    // Every page is the first one for some.
    const [top = ''] = pathIn(collection, listed.resources[0] ?? null)
    if (top === first) break
    first = top
    for (const intent of here) found.push(...matches(listed.resources, intent))
    startIndex += listed.resources.length
  }
  return { found, unsure: [] }
}

/** `no list`: the target does not offer that. `silence`: it would not say now, and may another time. */
type Listed =
  | { readonly kind: 'list'; readonly resources: readonly Json[] }
  | { readonly kind: 'no list' }
  | { readonly kind: 'silence'; readonly answer: string }

async function list(
  collection: string,
  query: Parameters<typeof withQuery>[1],
  client: Client,
): Promise<Listed> {
  const request: ScimRequest = { method: 'GET', path: withQuery(collection, query) }
  const { raw, exchange } = await client.exchange(request, 'cleanup')
  const resources = member(raw?.body, 'Resources')
  if (Array.isArray(resources)) return { kind: 'list', resources }
  if (member(raw?.body, 'totalResults') === 0) return { kind: 'list', resources: [] }
  const status = raw?.status ?? 0
  const isSilence = status === 0 || (status >= 500 && status !== 501) || SILENCES.has(status)
  return isSilence ? { kind: 'silence', answer: answerOf(exchange) } : { kind: 'no list' }
}

/** Of who may not ask at the moment, and may another time. */
const SILENCES = new Set([401, 403, 408, 425, 429])

/**
 * Removes what carries the run's mark in one of its names, as often as something more turns up; a target may show its
 * writes late.
 */
async function removeMarked(journal: Left, client: Client, settle: number): Promise<Removed> {
  const collections = [...journal.collections.keys()].filter((path) => path.split('/').length === 2)
  const all: Removed[] = []
  for (const collection of groupsFirst(collections))
    all.push(await removeMarkedIn(collection, journal, client, settle))
  return { removed: all.flatMap(({ removed }) => removed), left: all.flatMap(({ left }) => left) }
}

async function removeMarkedIn(
  collection: string,
  journal: Left,
  client: Client,
  settle: number,
): Promise<Removed> {
  const answers = new Map<string, string>()
  for (let round = 0; ; round++) {
    const marked = await markedIn(collection, journal, client)
    if (!marked && answers.size === 0) return keptIn(collection, journal, client)
    const there = marked ?? [...answers.keys()]
    const isKnown = there.every((path) => answers.has(path))
    const isOver = !marked || marked.length === 0 || (isKnown && round >= ROUNDS) || round >= MOST_ROUNDS
    if (isOver) return atLast(answers, there)
    if (isKnown) await pause(settle / ROUNDS)
    for (const path of there) {
      client.guard.own(path)
      answers.set(path, KEPT)
    }
    for (const { path, answer } of await removeEach(there, client, createHope())) answers.set(path, answer)
  }
}

/** However many more a target makes of it. */
const MOST_ROUNDS = 20
const KEPT = 'it says that it is deleted, and shows it'

function atLast(answers: ReadonlyMap<string, string>, there: readonly string[]): Removed {
  const left = there.map((path) => ({ path, answer: answers.get(path) ?? KEPT }))
  return { removed: [...answers.keys()].filter((path) => !there.includes(path)), left }
}

/** Paths of what carries the run's mark; nothing where the target cannot be asked for that. */
async function markedIn(
  collection: string,
  { collections, run }: Left,
  client: Client,
): Promise<string[] | undefined> {
  const names = NAMES.filter((name) => collections.get(collection)?.has(name))
  const [name] = names
  if (name === undefined) return undefined
  const found: string[] = []
  const tag = runTag(run)
  const filter = `${name} co ${JSON.stringify(tag)}`
  for (let page = 0; page < MAX_PAGES; page++) {
    const query = page === 0 ? { filter } : { filter, startIndex: found.length + 1 }
    const listed = await list(collection, query, client)
    if (listed.kind !== 'list') return page === 0 ? undefined : found
    const marked = listed.resources.filter((one) => isMarked(one, run))
    const fresh = marked.flatMap((one) => pathIn(collection, one)).filter((path) => !found.includes(path))
    // It shows others as well: it does not filter, and the next page is as good as none.
    const isFiltered = listed.resources.every((one) => carries(member(one, name), tag))
    if (!isFiltered) return page === 0 && fresh.length === 0 ? undefined : [...found, ...fresh]
    if (fresh.length === 0) return found
    found.push(...fresh)
  }
  return found
}

const NAMES = ['userName', 'displayName', 'externalId'] as const

const carries = (text: Json | undefined, tag: string): boolean =>
  typeof text === 'string' && text.toLowerCase().includes(tag)

/** By its own names alone: a group of somebody else may list a member of ours, with the name. */
function isMarked(resource: Json | undefined, run: string): boolean {
  return NAMES.some((name) => {
    const value = member(resource, name)
    return typeof value === 'string' && carriesRun(value, run)
  })
}

/** Where nothing can be searched for, the one that was deleted last tells whether deleted is deleted. */
async function keptIn(collection: string, journal: Left, client: Client): Promise<Removed> {
  const gone = journal.gone.filter((path) => path.startsWith(`${collection}/`)).reverse()
  const left: Rest[] = []
  for (const path of gone.slice(0, MOST_LOOKED_AT)) {
    const { raw } = await client.exchange({ method: 'GET', path }, 'cleanup')
    if (raw?.status === 200 && isMarked(raw.body, journal.run)) left.push({ path, answer: KEPT })
    else if (left.length === 0) break
  }
  return { removed: [], left }
}

const MOST_LOOKED_AT = 500

function matches(resources: readonly Json[], { collection, marks }: Intent): string[] {
  return resources.flatMap((resource) => {
    const same = Object.entries(marks).some(([name, value]) => equalText(member(resource, name), value))
    return same ? pathIn(collection, resource) : []
  })
}

function pathIn(collection: string, resource: Json): string[] {
  const id = member(resource, 'id')
  return typeof id === 'string' && id !== '' ? [`${collection}/${encodeURIComponent(id)}`] : []
}

function equalText(a: Json | undefined, b: string): boolean {
  return typeof a === 'string' && a.toLowerCase() === b.toLowerCase()
}
