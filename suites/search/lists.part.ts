import { type Act, bodyOf, type Detail, idsIn, search } from '#check'
import { type Exchange, header, type Json, type JsonObject, sameJson } from '#scim'

/** What is returned searches for it with more parameters until it is found. */
export async function searchForOwn({ endpoint, eventually, shared }: Act) {
  const { id, sent } = await shared('User')
  const filter = `userName eq ${JSON.stringify(sent.userName)}`
  return (parameters: JsonObject): Promise<Exchange> =>
    eventually(search(endpoint('User'), { filter, ...parameters }), (list) => idsIn(list).includes(id))
}

/** The id as the target shows it. A create may answer without a body; then its Location tells. */
export function idOf(created: Exchange | undefined): Json {
  const last = created && header(created, 'location')?.split('/').at(-1)
  return (created && bodyOf(created)?.id) ?? (last ? decodeURIComponent(last) : null)
}

/** Whether there are so many, whatever part of them the first page holds: it may be a single one. */
export function counts(list: Exchange, size: number): boolean {
  const { totalResults, nextCursor } = bodyOf(list) ?? {}
  const shown = idsIn(list).length
  if (totalResults !== undefined) return totalResults === size
  return shown === size || (typeof nextCursor === 'string' && shown < size)
}

/** A statement that just these are found, in whatever order; what is beyond the first page is merely counted. */
export function findsJust(list: Exchange, ids: readonly Json[]): [boolean, Detail] {
  const [expected, actual] = [ids.toSorted(), idsIn(list).sort()]
  const isPage = actual.length > 0 && actual.length < expected.length && counts(list, expected.length)
  const isMet = isPage ? actual.every((id) => expected.includes(id)) : sameJson(actual, expected)
  return [isMet, { what: 'ids found', expected, actual }]
}
