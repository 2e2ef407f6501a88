import { type JsonObject, sameJson } from '#scim'
import { defect } from '../deviation.ts'
import { stepwise } from '../patch-steps.ts'

export default defect({
  id: 'patch-removes-first-match-only',
  title: 'A removal by value path stops after the first element that matches',
  breaks: ['RFC7644-3.5.2.2-06'],
  because: 'INC-055',
  kernel: (plain) =>
    stepwise(plain, (before, after, { op, path }) =>
      op === 'remove' && path?.filter && !path.sub ? firstOnly(before, after, path.path.attribute) : after,
    ),
})

function firstOnly(before: JsonObject, after: JsonObject, name: string): JsonObject {
  const old = before[name]
  if (!Array.isArray(old)) return after
  const left = Array.isArray(after[name]) ? after[name] : []
  const first = old.findIndex((item) => !left.some((one) => sameJson(one, item)))
  return { ...after, [name]: old.filter((_, index) => index !== first) }
}
