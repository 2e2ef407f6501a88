import { changed, defineClientRule, reading, writesIn } from '#check'
import { isObject } from '#scim'
import { sameUrn } from '#scim/schema'
import { coreSchema } from './schema.part.ts'

export default defineClientRule({
  id: 'client/schemas-are-named',
  title: 'A resource names its schemas, each once, its own among them',
  proves: ['RFC7643-2.1-01', 'RFC7643-3.3-03', 'RFC7643-3-07', 'RFC7643-3-05'],
  breaks: 'Servers that go by schemas drop or refuse what is not announced there: AMB-014, AMB-040.',

  judge(trace, claim, facts) {
    for (const { method, endpoint, body, exchange, at } of writesIn(trace)) {
      const core = coreSchema(facts, endpoint)
      if (core === undefined || (method !== 'POST' && method !== 'PUT')) continue
      const given = Array.isArray(body.schemas) ? body.schemas.map(String) : []
      const pointer = `${at}/schemas`
      const about = { what: 'schemas', actual: body.schemas, pointer }
      claim('RFC7643-2.1-01', exchange).holds(given.length > 0, { ...about, expected: 'one or more URIs' })
      if (given.length === 0) continue
      const names = (urn: string) => given.some((one) => sameUrn(one, urn))
      claim('RFC7643-3.3-03', exchange).holds(names(core), { ...about, expected: `${core} among them` })
      const distinct = new Set(given.map((one) => one.toLowerCase())).size
      claim('RFC7643-3-07', exchange).holds(distinct === given.length, { ...about, expected: 'each once' })
      for (const urn of Object.keys(body).filter((name) => /^urn:/i.test(name) && isObject(body[name]))) {
        const detail = { ...about, expected: `${urn} among them` }
        const { reading: tolerated } = reading('AMB-014/container-without-urn', urn)
        claim('RFC7643-3-05', exchange).holds(true, names(urn) ? detail : { ...detail, reading: tolerated })
      }
    }
  },

  counterexample: (trace) => {
    const resource = (change: (schemas: string[]) => string[]) =>
      changed(trace, ({ method, body }) =>
        method === 'POST' && Array.isArray(body.schemas)
          ? { ...body, schemas: change(body.schemas as string[]) }
          : undefined,
      )
    const extended = changed(trace, ({ method, body }) =>
      method === 'POST' && Array.isArray(body.schemas)
        ? { ...body, 'urn:example:extension:User': { colour: 'blue' } }
        : undefined,
    )
    return [
      ...resource(() => []),
      ...resource(() => ['urn:example:other']),
      ...resource((all) => [...all, ...all]),
      ...extended,
    ]
  },
})
