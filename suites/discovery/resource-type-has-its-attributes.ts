import { bodyOf, defineCheck, reading, resourcesIn } from '#check'
import { answering, isObject, type JsonObject, member } from '#scim'
import { readTypes } from './types.part.ts'

const ROWS = {
  name: ['RFC7643-6-04', 'RFC7643-6-02'],
  endpoint: ['RFC7643-6-09', 'RFC7643-6-02'],
  schema: ['RFC7643-6-12', 'RFC7643-6-02'],
} as const

export default defineCheck({
  id: 'discovery/resource-type-has-its-attributes',
  title: 'Each resource type has a name, an endpoint and a schema',
  proves: ['RFC7643-6-02', 'RFC7643-6-04', 'RFC7643-6-09', 'RFC7643-6-07', 'RFC7643-6-12', 'RFC7643-6-13'],
  needs: { features: ['resourceTypes'] },

  act: readTypes,

  judge({ list }, claim) {
    for (const [index, type] of resourcesIn(list).entries()) {
      for (const name of ['name', 'endpoint', 'schema'] as const) {
        const actual = member(type, name)
        const absolute = name === 'endpoint' && /^https?:\/\//i.test(String(actual))
        const given = typeof actual === 'string' && actual !== ''
        for (const row of ROWS[name])
          claim(row, list).holds(given, {
            expected: 'a string',
            actual,
            pointer: `/Resources/${index}/${name}`,
            ...(absolute ? { reading: reading('AMB-009/absolute', actual).reading } : {}),
          })
      }
      const description = member(type, 'description')
      const silent = description === undefined || description === null || description === ''
      claim('RFC7643-6-07', list).holds(silent || typeof description === 'string', {
        expected: 'a description in words',
        actual: description,
        pointer: `/Resources/${index}/description`,
        ...(silent ? { reading: reading('AMB-002/absent', null).reading } : {}),
      })
      const extensions = member(type, 'schemaExtensions') ?? null
      const fits = extensions === null || (Array.isArray(extensions) && extensions.every(isObject))
      const pointer = `/Resources/${index}/schemaExtensions`
      claim('RFC7643-6-13', list).holds(fits, {
        expected: 'objects in an array',
        actual: extensions,
        pointer,
      })
    }
  },

  counterexample: ({ list }) => {
    const wrong: JsonObject[] = [
      { name: '', endpoint: '', schema: '', description: ['a User'] },
      { schemaExtensions: { schema: 'urn:x' } },
    ]
    return wrong.map((type) => {
      const Resources = [{ name: 'X', endpoint: '/X', schema: 'urn:x', ...type }]
      return { list: answering(list, { body: { ...bodyOf(list), Resources } }) }
    })
  },
})
