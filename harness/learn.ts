import type { Person } from '#people'
import { type Exchange, isObject, type Json, type JsonObject, member } from '#scim'
import type { Attribute, ResourceModel } from '#scim/schema'
import type { Client } from './client.ts'
import { draftBody, mergedWith } from './draft.ts'
import type { Facts, Models } from './facts.ts'
import { plausibleValue } from './plausible.ts'

/**
 * What a target wants of a new resource beyond what its schemas say, found out from its own refusals before the checks
 * begin. Without this every check that needs a resource would be blocked by the same unwritten rule.
 */
export interface Contract {
  /** Name of the resource type. */
  readonly resource: string
  /** The unwritten rule as the target put it, redacted; empty where it said nothing. */
  readonly said: string
  /** What made it accept: to be merged into each new body, `null` leaves out. Absent: nothing that was tried did. */
  readonly hint?: JsonObject
}

export interface Learner {
  readonly client: Client
  readonly facts: Facts
  readonly models: Models
  readonly tag: string
  readonly person: (n: number) => Person
  /** From the configuration. */
  readonly hints: Readonly<Record<string, JsonObject>>
}

const BY = 'learn'
/** Numbers of people beyond those of items and of shared resources. */
const FIRST = 1_200_000
const TRIES = 8
const REFUSED = new Set([400, 403, 409, 422])

/** Tries to create one resource of each type; what comes into being is removed again. */
export async function learn(learner: Learner): Promise<Contract[]> {
  const found: Contract[] = []
  for (const { name, endpoint } of learner.facts.resourceTypes) {
    const contract = await learnType(name, endpoint, learner, FIRST + found.length * 1000)
    if (contract) found.push(contract)
  }
  return found
}

/** The hints of the configuration together with what was learnt. */
export function hintsWith(
  hints: Readonly<Record<string, JsonObject>>,
  contracts: readonly Contract[],
): Readonly<Record<string, JsonObject>> {
  const learnt = contracts.flatMap(({ resource, hint }) =>
    hint ? [[resource, mergedWith(hints[resource] ?? {}, hint)] as const] : [],
  )
  return { ...hints, ...Object.fromEntries(learnt) }
}

async function learnType(
  resource: string,
  endpoint: string,
  learner: Learner,
  first: number,
): Promise<Contract | undefined> {
  const model = learner.models.get(resource)
  const tried = new Set<string>()
  let hint: JsonObject = {}
  let said = ''
  for (let n = 0; n < TRIES; n++) {
    const source = { ...learner, nextPerson: () => learner.person(first + n) }
    const hints = { ...learner.hints, [resource]: mergedWith(learner.hints[resource] ?? {}, hint) }
    const body = draftBody(resource, {}, { ...source, hints })
    const { exchange, made } = await learner.client.exchange({ method: 'POST', path: endpoint, body }, BY)
    for (const path of [made ?? []].flat())
      await learner.client.exchange({ method: 'DELETE', path }, BY).catch(() => undefined)
    const status = exchange.response?.status ?? 0
    if (Math.trunc(status / 100) === 2) return n === 0 ? undefined : { resource, said, hint }
    if (!REFUSED.has(status)) return undefined
    const complaint = complaintIn(exchange)
    if (n === 0) said = complaint
    const next = ideas(complaint, body, hint, model).find((idea) => !tried.has(JSON.stringify(idea)))
    if (!next) break
    tried.add(JSON.stringify(next))
    hint = next
  }
  return { resource, said }
}

const SAID = 300

function complaintIn({ response }: Exchange): string {
  const detail = member(response?.body, 'detail')
  return (typeof detail === 'string' ? detail : (response?.text ?? '')).slice(0, SAID)
}

/** What to try next, the likeliest first: what the complaint names, then what targets want most often. */
function ideas(
  complaint: string,
  body: JsonObject,
  hint: JsonObject,
  model: ResourceModel | undefined,
): JsonObject[] {
  const named = model ? namedIn(complaint, body, model) : {}
  const more = Object.keys(named).length > 0 ? [mergedWith(hint, named)] : []
  const domain = model?.type.name === 'User' ? inDomain(complaint, body) : undefined
  return [
    ...(domain ? [mergedWith(hint, domain)] : []),
    ...more,
    ...(typeof body.userName === 'string' ? [{ ...hint, userName: '{key}' }] : []),
    ...(model ? [mergedWith(everythingOf(model, body), hint)] : []),
  ]
}

const UNWELCOME =
  /unknown|unsupported|unrecogni[sz]ed|unexpected|additional|not (?:be )?(?:supported|allowed|permitted|known|accepted)/i

/** Attributes that the complaint names: added where the body lacks them, left out where they are not welcome. */
function namedIn(complaint: string, body: JsonObject, model: ResourceModel): JsonObject {
  const named = (name: string) => isNamed(name, complaint)
  if (UNWELCOME.test(complaint)) {
    const unwelcome = Object.keys(body).filter(
      (name) => !['schemas', 'userName'].includes(name) && named(name),
    )
    return Object.fromEntries(unwelcome.map((name) => [name, null]))
  }
  const core = wantedIn(model.core.attributes, body, named)
  if (Object.keys(core).length > 0) return core
  const extensions = model.extensions.map(({ schema }) => {
    const inside = isObject(body[schema.id]) ? (body[schema.id] as JsonObject) : {}
    return [schema.id, wantedIn(schema.attributes, inside, named)] as const
  })
  const filled = extensions.filter(([, wanted]) => Object.keys(wanted).length > 0)
  return Object.fromEntries(filled)
}

function wantedIn(
  attributes: readonly Attribute[],
  body: JsonObject,
  named: (name: string) => boolean,
): JsonObject {
  const entries = attributes.filter(isForClients).flatMap((attribute): [string, Json][] => {
    const { name, subAttributes, multiValued } = attribute
    if (body[name] === undefined) return named(name) ? [[name, plausibleValue(attribute)]] : []
    const inside = body[name]
    if (multiValued || !isObject(inside)) return []
    const parts = wantedIn(subAttributes, inside, named)
    return Object.keys(parts).length > 0 ? [[name, parts]] : []
  })
  return Object.fromEntries(entries)
}

const OURS = new Set(['id', 'meta', 'schemas', 'groups', 'members'])

function isForClients({ name, mutability }: Attribute): boolean {
  return mutability !== 'readOnly' && !OURS.has(name)
}

/** As it is spelt in the schema, or in words: `phoneNumbers`, `phone numbers`, `phoneNumber`. */
function isNamed(name: string, complaint: string): boolean {
  const words = name.replace(/([a-z])([A-Z])/g, '$1[ _-]?$2').replace(/s$/, 's?')
  return new RegExp(`(?<![A-Za-z0-9])${words.replaceAll('$', '\\$')}(?![A-Za-z0-9])`, 'i').test(complaint)
}

const DOMAIN = /(?<![\w.-])[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+(?![\w-])/gi

/** The domain that names must be in, where the complaint says so. */
function inDomain(complaint: string, body: JsonObject): JsonObject | undefined {
  if (!/domain|@/i.test(complaint)) return undefined
  const own = String(body.userName).split('@')[1]?.toLowerCase()
  const found = (complaint.match(DOMAIN) ?? []).find(
    (one) => !one.toLowerCase().endsWith(own ?? ' ') && /\.[a-z]{2,}$/i.test(one) && !/^urn$/i.test(one),
  )
  if (!found) return undefined
  const address = `{key}@${found}`
  return { userName: address, emails: [{ value: address, type: 'work', primary: true }] }
}

/** Every attribute that clients may set: found to be enough, one of them was wanted. */
function everythingOf(model: ResourceModel, body: JsonObject): JsonObject {
  const lacking = model.core.attributes.filter(
    (one) => isForClients(one) && one.name !== 'externalId' && body[one.name] === undefined,
  )
  return Object.fromEntries(lacking.map((one) => [one.name, plausibleValue(one)]))
}
