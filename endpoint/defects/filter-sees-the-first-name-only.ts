import { defect } from '../deviation.ts'

const INDEXED = 'indexedName'

export default defect({
  id: 'filter-sees-the-first-name-only',
  title: 'A filter sees the values that a resource was created with',
  breaks: ['RFC7644-3.4.2.2-10'],
  because: 'An index that changes do not reach',
  kernel: (plain) => ({
    keep: (resource, model, before, given) => {
      const kept = plain.keep(resource, model, before, given)
      return { ...kept, [INDEXED]: before?.[INDEXED] ?? kept.displayName ?? null }
    },
    project: (resource, model, options) => {
      const { [INDEXED]: _, ...rest } = resource
      return plain.project(rest, model, options)
    },
    matches: (filter, resource, model) =>
      plain.matches(filter, { ...resource, displayName: resource[INDEXED] ?? null }, model),
  }),
})
