import { type JsonObject, URN } from '#scim'
import { defect } from '../deviation.ts'

/** Milliseconds. */
const MOMENT = 100
/** So many changes of a group within it wait for each other. */
const IN_TURN = 3

export default defect({
  id: 'members-lost-in-a-burst',
  title: 'Of many changes of a group at the same time the later ones begin from an old copy',
  breaks: ['RFC7644-3.5.2.1-06', 'RFC7644-3.5.2.2-04'],
  because: 'Fleet (fleetdm/fleet#50724), with more than two',
  kernel: (plain) => {
    const copies = new Map<string, { first: JsonObject; at: number; count: number }>()
    return {
      patch: (resource, operations, model, options) => {
        if (model.core.id !== URN.group) return plain.patch(resource, operations, model, options)
        const name = String(resource.displayName)
        const known = copies.get(name)
        const is =
          known && Date.now() - known.at < MOMENT ? known : { first: resource, at: Date.now(), count: 0 }
        is.count += 1
        copies.set(name, is)
        return plain.patch(is.count > IN_TURN ? is.first : resource, operations, model, options)
      },
    }
  },
})
