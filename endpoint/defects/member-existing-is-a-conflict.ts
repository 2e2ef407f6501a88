import { ScimError } from '#scim'
import { defect } from '../deviation.ts'
import { memberIds } from '../store.ts'

export default defect({
  id: 'member-existing-is-a-conflict',
  title: 'Adding a member that is there is answered 409',
  breaks: ['RFC7644-3.5.2.1-11', 'fiks/F-55'],
  because: 'INC-153',
  kernel: (plain) => ({
    patch: (resource, operations, model, options) => {
      const there = new Set(memberIds(resource))
      const repeats = operations.some(
        ({ op, value }) => op === 'add' && memberIds({ members: value ?? null }).some((id) => there.has(id)),
      )
      if (repeats) throw new ScimError(409, 'uniqueness', 'duplicate key')
      return plain.patch(resource, operations, model, options)
    },
  }),
})
