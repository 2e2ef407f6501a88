import { type JsonObject, URN } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'member-change-reads-a-lagging-copy',
  title: 'A change of members begins from the group as it was before the change before',
  breaks: ['RFC7644-3.5.2.1-06'],
  because: 'Fleet (fleetdm/fleet#50724)',
  kernel: (plain) => {
    const copies = new Map<string, { state: string; before: JsonObject }>()
    return {
      patch: (resource, operations, model, options) => {
        const id = String(resource.id ?? resource.displayName)
        const copy = copies.get(id)
        const lagging = copy?.state === JSON.stringify(resource) ? copy.before : resource
        const after = plain.patch(lagging, operations, model, options)
        if (model.core.id === URN.group) copies.set(id, { state: JSON.stringify(after), before: resource })
        return model.core.id === URN.group ? after : plain.patch(resource, operations, model, options)
      },
    }
  },
})
