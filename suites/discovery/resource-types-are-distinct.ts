import { bodyOf, defineCheck, resourcesIn } from '#check'
import { answering, member } from '#scim'
import { readTypes } from './types.part.ts'

export default defineCheck({
  id: 'discovery/resource-types-are-distinct',
  title: 'No two resource types share a name or an endpoint',
  proves: ['RFC7643-6-06', 'RFC7643-6-10'],
  needs: { features: ['resourceTypes'] },

  act: readTypes,

  judge({ list }, claim) {
    for (const [row, name] of [
      ['RFC7643-6-06', 'name'],
      ['RFC7643-6-10', 'endpoint'],
    ] as const) {
      const values = resourcesIn(list).map((type) => member(type, name) ?? null)
      const distinct = new Set(values).size === values.length
      claim(row, list).holds(distinct, { what: name, expected: 'each once', actual: values })
    }
  },

  counterexample: ({ list }) => {
    const Resources = resourcesIn(list).flatMap((type) => [type, type])
    return { list: answering(list, { body: { ...bodyOf(list), Resources } }) }
  },
})
