import { sameJson } from '#scim'
import { defect } from '../deviation.ts'
import { stepwise } from '../patch-steps.ts'

export default defect({
  id: 'patch-element-forgets-its-type',
  title: 'Writing a sub-attribute of an element makes a new element of it',
  breaks: ['RFC7644-3.5.2.3-08'],
  kernel: (plain) =>
    stepwise(plain, (before, after, { op, path, value = null }) => {
      const { path: { attribute } = { attribute: '' }, filter, sub } = path ?? {}
      const [old, now] = [before[attribute], after[attribute]]
      if (op !== 'replace' || !filter || !sub || !Array.isArray(old) || !Array.isArray(now)) return after
      const renewed = now.map((item, index) => (sameJson(item, old[index] ?? null) ? item : { [sub]: value }))
      return { ...after, [attribute]: renewed }
    }),
})
