import type { JsonObject } from '#scim'
import type { Attribute, ResourceModel } from '#scim/schema'
import { reading, rewritten } from '../deviation.ts'

export default reading({
  id: 'user-name-is-case-exact',
  title: 'userName is case-exact, and said to be',
  readings: ['AMB-079/metadata'],
  kernel: (plain) => ({
    matches: (filter, resource, model) => plain.matches(filter, resource, exact(model)),
    uniqueKey: (value, attribute) => plain.uniqueKey(value, exactly(attribute)),
  }),
  around: (request, next) => {
    const reply = next(request)
    if (!request.path.startsWith('/Schemas')) return reply
    return rewritten(reply, (body) => JSON.parse(JSON.stringify(body, published)) as JsonObject)
  },
})

function exactly(attribute: Attribute): Attribute {
  return attribute.name === 'userName' ? { ...attribute, caseExact: true } : attribute
}

const models = new WeakMap<ResourceModel, ResourceModel>()

function exact(model: ResourceModel): ResourceModel {
  const known = models.get(model)
  if (known) return known
  const made = { ...model, core: { ...model.core, attributes: model.core.attributes.map(exactly) } }
  models.set(model, made)
  return made
}

function published(_: string, value: unknown): unknown {
  const isUserName = (value as { name?: unknown } | null)?.name === 'userName'
  return isUserName ? { ...(value as object), caseExact: true } : value
}
