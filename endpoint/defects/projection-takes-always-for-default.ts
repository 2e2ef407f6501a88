import { isObject, type JsonObject } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'projection-takes-always-for-default',
  title: 'excludedAttributes takes away what is always returned',
  breaks: ['RFC7644-3.4.2.5-07', 'RFC7644-3.9-07'],
  kernel: (plain) => ({
    project: (resource, model, options) => {
      const shown = plain.project(resource, model, options)
      const left = new Set(options.excludedAttributes?.filter((name) => name.startsWith('urn:')))
      return Object.fromEntries(
        Object.entries(shown).map(([name, value]) => [
          name,
          isObject(value) ? without(name, value, left) : value,
        ]),
      )
    },
  }),
})

function without(urn: string, container: JsonObject, left: ReadonlySet<string>): JsonObject {
  return Object.fromEntries(Object.entries(container).filter(([name]) => !left.has(`${urn}:${name}`)))
}
