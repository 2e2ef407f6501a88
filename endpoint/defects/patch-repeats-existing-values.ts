import { type Json, sameJson } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'patch-repeats-existing-values',
  title: 'Adding a value that is there stores it twice',
  breaks: ['RFC7644-3.5.2.1-10'],
  because: 'INC-037',
  kernel: (plain) => {
    let repeated: Json[] = []
    return {
      patch: (resource, operations, ...rest) => {
        const patched = plain.patch(resource, operations, ...rest)
        const there = Array.isArray(resource.emails) ? resource.emails : []
        const added = operations.flatMap(({ op, path, value }) =>
          op === 'add' && path?.path.attribute === 'emails' && Array.isArray(value) ? value : [],
        )
        repeated = added.filter((item) => there.some((one) => sameJson(one, item)))
        return patched
      },
      keep: (resource, ...rest) => {
        const [kept, more] = [plain.keep(resource, ...rest), repeated]
        repeated = []
        return Array.isArray(kept.emails) ? { ...kept, emails: [...kept.emails, ...more] } : kept
      },
    }
  },
})
