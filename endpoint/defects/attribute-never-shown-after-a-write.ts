import { isObject, type JsonObject } from '#scim'
import { defect } from '../deviation.ts'
import { trialSchema } from '../trial-schema.ts'

export default defect({
  id: 'attribute-never-shown-after-a-write',
  title: 'Answers to writes show what is never returned',
  breaks: ['RFC7643-7-34'],
  kernel: (plain) => ({
    project: (resource, model, options) => {
      const shown = plain.project(resource, model, options)
      if (!(options.op === 'write')) return shown
      const inside = shown[trialSchema.id]
      return { ...shown, [trialSchema.id]: { ...(isObject(inside) ? inside : {}), ...hidden(resource) } }
    },
  }),
})

function hidden(resource: JsonObject): JsonObject {
  const values = resource[trialSchema.id]
  return isObject(values) && values.memo !== undefined ? { memo: values.memo } : {}
}
