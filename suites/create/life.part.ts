import { type Act, bodyOf, createdId, get, patch } from '#check'
import { answering, type Exchange } from '#scim'

/** One resource through everything that its endpoint offers: made, read, listed, replaced, modified, deleted. */
export async function live({ facts, draft, endpoint, mark, send, blocked }: Act, type: 'User' | 'Group') {
  const body = draft(type)
  const created = await send({ method: 'POST', path: endpoint(type), body })
  const id = createdId(created) ?? blocked('the create gave no id to go on with')
  const path = `${endpoint(type)}/${encodeURIComponent(id)}`
  const read = await send(get(path))
  const listed = await send(get(endpoint(type), { count: 1 }))
  const replaced = await send({ method: 'PUT', path, body: { ...body, displayName: mark('byttet') } })
  const change = { op: 'replace', path: 'displayName', value: mark('endret') }
  const modified = facts.features.patch.offered ? [await send(patch(path, change))] : []
  const deleted = await send({ method: 'DELETE', path })
  return { created, read, listed, replaced, modified, deleted }
}

export type Life = Awaited<ReturnType<typeof live>>

/** What a step shows when it is there at all. That it does the right thing in each particular is for others to judge. */
export const steps = ({ created, read, listed, replaced, modified, deleted }: Life) => [
  { exchange: created, done: answers(created) },
  { exchange: read, done: answers(read) && bodyOf(read)?.id === createdId(created) },
  { exchange: listed, done: answers(listed) },
  { exchange: replaced, done: answers(replaced) },
  ...modified.map((exchange) => ({ exchange, done: answers(exchange) })),
  { exchange: deleted, done: answers(deleted) },
]

const answers = ({ response }: Exchange) => Math.trunc((response?.status ?? 0) / 100) === 2

/** A target that lacks one of the steps, for each of them. */
export function lacking(life: Life): Life[] {
  const refused = (exchange: Exchange) => answering(exchange, { status: 501 })
  return [
    { ...life, created: refused(life.created) },
    { ...life, read: refused(life.read) },
    { ...life, listed: refused(life.listed) },
    { ...life, replaced: refused(life.replaced) },
    { ...life, modified: life.modified.map(refused) },
    { ...life, deleted: refused(life.deleted) },
  ]
}

/** What is said of a step that is not there. */
export const missing = ({ request, response }: Exchange) => ({
  what: `${request.method} ${request.path.split('?')[0]}`,
  expected: '2xx',
  actual: response?.status,
})
