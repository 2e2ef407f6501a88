import { isObject, type Json } from '#scim'
import type { Attribute, ResourceModel } from '#scim/schema'
import { discoveryValuesRewritten, reading } from '../deviation.ts'

export default reading({
  id: 'user-name-is-case-exact',
  title: 'userName is case-exact, and said to be',
  readings: ['AMB-079/metadata'],
  kernel: (plain) => ({
    matches: (filter, resource, model) => plain.matches(filter, resource, exact(model)),
    uniqueKey: (value, attribute) => plain.uniqueKey(value, exactly(attribute)),
  }),
  around: discoveryValuesRewritten('/Schemas', published),
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

function published(_: string, value: Json): Json {
  return isObject(value) && value.name === 'userName' ? { ...value, caseExact: true } : value
}
