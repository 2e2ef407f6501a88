import { isObject, sameJson } from '#scim'
import { variant } from '../deviation.ts'
import { stepwise } from '../patch-steps.ts'

export default variant({
  id: 'patch-replaces-selected-whole',
  title: 'PATCH replace puts the given value in place of each element that a filter selects',
  because: 'AMB-056',
  kernel: (plain) =>
    stepwise(plain, (before, after, { op, path, value }) => {
      const { attribute = '' } = path?.path ?? {}
      const [old, now] = [before[attribute], after[attribute]]
      const isWhole = op === 'replace' && path?.filter && !path.sub && isObject(value)
      if (!isWhole || !Array.isArray(old) || !Array.isArray(now) || old.length !== now.length) return after
      return { ...after, [attribute]: now.map((one, at) => (sameJson(one, old[at] ?? null) ? one : value)) }
    }),
})
