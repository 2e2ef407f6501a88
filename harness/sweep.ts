import { type Json, member, type ScimRequest, withQuery } from '#scim'
import { type Client, NotOurs } from './client.ts'
import { CredentialsLost } from './credentials-lost.ts'
import { GuardRefusal } from './guard.ts'
import { type Left, type Marks, readJournal, removeJournal } from './journal.ts'

export interface Swept {
  readonly removed: number
  /** Paths that could not be removed, with the answer. */
  readonly left: readonly { readonly path: string; readonly answer: string }[]
}

const PAGE = 100
const MAX_PAGES = 200
const ROUNDS = 3

/**
 * Removes everything that a run made and that is still there, newest first, and the journal with it when all is gone.
 * What was sent without an answer is looked for by the names it carried, and only an exact match is removed.
 */
export async function sweep(file: string, client: Client): Promise<Swept> {
  const swept = await removeLeft(readJournal(file), client)
  if (swept.left.length === 0) removeJournal(file)
  return swept
}

/** Removes that alone of what a journal holds. */
export async function removeLeft(given: Pick<Left, 'paths' | 'unknown'>, client: Client): Promise<Swept> {
  const found = await findUnknown(given, client).catch(credentialsLost)
  if (typeof found === 'string') {
    const all = [...given.paths, ...given.unknown.map(({ collection }) => collection)]
    return { removed: 0, left: all.map((path) => ({ path, answer: found })) }
  }
  const paths = groupsFirst([...new Set([...found, ...given.paths])])
  for (const path of paths) client.guard.own(path)
  let left: { path: string; answer: string }[] = []
  let todo = paths
  for (let round = 0; round < ROUNDS && todo.length > 0; round++) {
    left = (await Promise.all(todo.map((path) => remove(path, client)))).flat()
    todo = left.map(({ path }) => path)
  }
  return { removed: paths.length - left.length, left }
}

/** A user may be undeletable while a group still holds it. */
function groupsFirst(paths: readonly string[]): string[] {
  const rank = (path: string) => (path.startsWith('/Groups/') ? 0 : 1)
  return [...paths].sort((a, b) => rank(a) - rank(b))
}

async function remove(path: string, client: Client): Promise<{ path: string; answer: string }[]> {
  const answered = await client.exchange({ method: 'DELETE', path }, 'cleanup').catch(notOurs)
  if (typeof answered === 'string') return [{ path, answer: answered }]
  const { exchange } = answered
  const status = exchange.response?.status ?? 0
  if (status === 404 || Math.trunc(status / 100) === 2) return []
  return [{ path, answer: exchange.failure?.message ?? `HTTP ${status}` }]
}

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

async function findUnknown(left: Pick<Left, 'unknown'>, client: Client): Promise<string[]> {
  const found: string[] = []
  for (const { collection, marks } of left.unknown) {
    if (collection.split('/').length !== 2 || Object.keys(marks).length === 0) continue
    found.push(...(await findByMarks(collection, marks, client)))
  }
  return found
}

async function findByMarks(collection: string, marks: Marks, client: Client): Promise<string[]> {
  const [name, value] = Object.entries(marks)[0] as [string, string]
  const filter = `${name} eq ${JSON.stringify(value)}`
  const filtered = await ask({ method: 'GET', path: withQuery(collection, { filter }) }, client)
  const hit = matches(filtered, collection, marks)
  if (hit.length > 0 || (Array.isArray(filtered) && filtered.length === 0)) return hit
  return walk(collection, marks, client)
}

/** For targets that cannot filter: every page, bounded. */
async function walk(collection: string, marks: Marks, client: Client): Promise<string[]> {
  const found: string[] = []
  let startIndex = 1
  for (let page = 0; page < MAX_PAGES; page++) {
    const resources = await ask(
      { method: 'GET', path: withQuery(collection, { startIndex, count: PAGE }) },
      client,
    )
    if (!resources || resources.length === 0) return found
    found.push(...matches(resources, collection, marks))
    startIndex += resources.length
  }
  return found
}

async function ask(request: ScimRequest, client: Client): Promise<Json[] | undefined> {
  const { raw } = await client.exchange(request, 'cleanup')
  const resources = member(raw?.body, 'Resources')
  if (Array.isArray(resources)) return resources
  return member(raw?.body, 'totalResults') === 0 ? [] : undefined
}

function matches(resources: Json[] | undefined, collection: string, marks: Marks): string[] {
  return (resources ?? []).flatMap((resource) => {
    const id = member(resource, 'id')
    const same = Object.entries(marks).some(([name, value]) => equalText(member(resource, name), value))
    return same && typeof id === 'string' ? [`${collection}/${encodeURIComponent(id)}`] : []
  })
}

function equalText(a: Json | undefined, b: string): boolean {
  return typeof a === 'string' && a.toLowerCase() === b.toLowerCase()
}
