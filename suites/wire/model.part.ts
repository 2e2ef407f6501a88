import type { Facts } from '#check'
import { buildModel, type ResourceModel, type ResourceType } from '#scim/schema'

const models = new WeakMap<Facts, Map<ResourceType, ResourceModel>>()

/** One model a type and run: what is compiled for it lives as long as it does. */
export function modelOf(type: ResourceType, facts: Facts): ResourceModel {
  const known = models.get(facts) ?? new Map<ResourceType, ResourceModel>()
  models.set(facts, known)
  const model = known.get(type) ?? buildModel(type, facts.schemas)
  known.set(type, model)
  return model
}
