import type { Json, JsonObject } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'patch-rename-keeps-the-index',
  title: 'A user who was renamed is found by the old userName',
  breaks: ['RFC7644-3.5.2.3-02'],
  because: 'INC-116',
  kernel: (plain) => {
    const names = new Map<Json | undefined, Json>()
    return {
      matches: (filter, resource, model) =>
        plain.matches(filter, { ...resource, ...indexed(names, resource) }, model),
      patch: (resource, ...rest) => {
        indexed(names, resource)
        return plain.patch(resource, ...rest)
      },
    }
  },
})

/** The name by which a user came into the index. */
function indexed(names: Map<Json | undefined, Json>, { id, userName }: JsonObject): JsonObject {
  if (userName === undefined) return {}
  if (!names.has(id)) names.set(id, userName)
  return { userName: names.get(id) ?? null }
}
