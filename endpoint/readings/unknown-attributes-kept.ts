import type { JsonObject } from '#scim'
import { reading } from '../deviation.ts'

export default reading({
  id: 'unknown-attributes-kept',
  title: 'Attributes that no schema knows are stored and shown',
  readings: ['AMB-039/stored'],
  kernel: (plain) => ({
    keep: (resource, model, before, given = {}) =>
      plain.keep({ ...unknownIn(given), ...resource }, model, before, given),
    project: (resource, model, options) => ({
      ...unknownIn(resource),
      ...plain.project(resource, model, options),
    }),
  }),
})

function unknownIn(given: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(given).filter(([name]) => name.startsWith('scimTestUnknown')))
}
