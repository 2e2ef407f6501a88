import type { Attribute, Schema } from '#scim/schema'
import { defect } from '../deviation.ts'

export default defect({
  id: 'patch-literal-with-case',
  title: 'Values in a value path are compared with regard to case',
  breaks: ['RFC7644-3.5.2.3-08'],
  because: 'Incident family W1',
  kernel: (plain) => ({
    patch: (resource, operations, model, options) =>
      plain.patch(resource, operations, { ...model, core: withCase(model.core) }, options),
  }),
})

function withCase(core: Schema): Schema {
  const exact = (one: Attribute): Attribute => ({
    ...one,
    caseExact: true,
    subAttributes: one.subAttributes.map(exact),
  })
  return { ...core, attributes: core.attributes.map(exact) }
}
