import { bodyOf, type Claims, defineRule, type Facts, resourcesIn } from '#check'
import { answering, type Exchange, type JsonObject, member } from '#scim'
import type { Violation } from '#scim/schema'
import { buildModel, type ResourceModel, type ResourceType, validateResource } from '#scim/schema'

/** Resources that were shown at the endpoint of this type. */
function shown(exchange: Exchange, { endpoint }: ResourceType): JsonObject[] {
  const path = exchange.request.path.split('?', 1)[0] ?? ''
  const body = Math.trunc((exchange.response?.status ?? 0) / 100) === 2 ? bodyOf(exchange) : undefined
  if (!body || !`${path}/`.startsWith(`${endpoint}/`)) return []
  const isList = Object.hasOwn(body, 'totalResults') || Object.hasOwn(body, 'Resources')
  return isList ? resourcesIn(exchange) : [body]
}

const FOREIGN = 'urn:scim-test:not-made-by-this-run'
const BASE64URL = /^[\w-]+={0,2}$/
const ROWS = [
  ['RFC7643-2.3-02', ({ kind }: Violation) => kind === 'type'],
  ['RFC7643-2.4-01', ({ kind }: Violation) => kind === 'multiplicity'],
  ['RFC7643-7-34', ({ kind }: Violation) => kind === 'never-returned'],
  ['RFC7643-2.3.5-02', ({ expected }: Violation) => expected.startsWith('an xsd:dateTime')],
  ['RFC7643-2.3.7-02', ({ expected, kind }: Violation) => kind === 'format' && expected.includes('URI')],
  // RFC7643-2.3.6-02 leaves the other alphabet to attributes.
  [
    'RFC7643-2.3.6-01',
    ({ expected, kind, actual }: Violation) =>
      kind === 'format' && expected.startsWith('base64') && !BASE64URL.test(String(actual)),
  ],
] as const
type Row = (typeof ROWS)[number][0]

const models = new WeakMap<Facts, Map<ResourceType, ResourceModel>>()

/** One model a type and run: what is compiled for it lives as long as it does. */
function modelOf(type: ResourceType, facts: Facts): ResourceModel {
  const known = models.get(facts) ?? new Map<ResourceType, ResourceModel>()
  models.set(facts, known)
  const model = known.get(type) ?? buildModel(type, facts.schemas)
  known.set(type, model)
  return model
}

function claimAll(found: readonly Violation[], exchange: Exchange, claim: Claims<Row>): void {
  for (const [row, test] of ROWS) {
    const wrong = found.filter(test)
    if (wrong.length === 0) claim(row, exchange).holds(true, { expected: 'its schemas', actual: null })
    for (const { attribute, pointer, expected, actual } of wrong)
      claim(row, exchange).holds(false, { what: attribute ?? pointer, expected, actual })
  }
}

export default defineRule({
  id: 'wire/resource-matches-its-schema',
  title: 'Values have the type, number and format of their schema',
  proves: ROWS.map(([row]) => row),
  breaks: 'Booleans as strings and other JSON types: incident families A6 and P4.',

  judge(exchange, claim, facts) {
    for (const type of facts.resourceTypes) {
      const own = shown(exchange, type).filter((resource) => member(resource, FOREIGN) === undefined)
      const model = own.length > 0 ? modelOf(type, facts) : undefined
      for (const resource of own) {
        const found = model ? validateResource(resource, model, 'response', { partial: true }) : []
        claimAll(found, exchange, claim)
      }
    }
  },

  counterexample: (exchange) => {
    const dates = { displayName: 7, meta: { created: '2026-01-01', location: 'over there' } }
    const values = {
      externalId: ['a', 'b'],
      password: 't1meMa$heen',
      x509Certificates: [{ value: 'not base64!' }],
    }
    return [dates, values].map((wrong) => answering(exchange, { body: { id: '2819', ...wrong } }))
  },
})
