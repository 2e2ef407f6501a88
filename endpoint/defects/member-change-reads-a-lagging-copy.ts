import { type JsonObject, URN } from '#scim'
import { defect } from '../deviation.ts'

/** Milliseconds that a replica lags behind. */
const LAG = 100

export default defect({
  id: 'member-change-reads-a-lagging-copy',
  title: 'A change of a group begins from the group as it was a tenth of a second before',
  breaks: ['RFC7644-3.5.2.1-06'],
  because: 'Fleet (fleetdm/fleet#50724)',
  kernel: (plain) => {
    const copies = new Map<string, { before: JsonObject; at: number }>()
    return {
      patch: (resource, operations, model, options) => {
        if (model.core.id !== URN.group) return plain.patch(resource, operations, model, options)
        const name = String(resource.displayName)
        const copy = copies.get(name)
        const isLagging = copy !== undefined && Date.now() - copy.at < LAG
        if (!isLagging) copies.set(name, { before: resource, at: Date.now() })
        return plain.patch(isLagging ? copy.before : resource, operations, model, options)
      },
    }
  },
})
