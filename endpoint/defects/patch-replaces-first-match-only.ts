import { type JsonObject, sameJson } from '#scim'
import { defect } from '../deviation.ts'
import { stepwise } from '../patch-steps.ts'

export default defect({
  id: 'patch-replaces-first-match-only',
  title: 'A value path that matches several elements changes the first',
  breaks: ['RFC7644-3.5.2.3-08'],
  because: 'INC-055',
  kernel: (plain) =>
    stepwise(plain, (before, after, { op, path }) =>
      op === 'replace' && path?.filter ? firstOnly(before, after, path.path.attribute) : after,
    ),
})

function firstOnly(before: JsonObject, after: JsonObject, name: string): JsonObject {
  const [old, now] = [before[name], after[name]]
  if (!Array.isArray(old) || !Array.isArray(now)) return after
  const first = now.findIndex((item, index) => !sameJson(item, old[index] ?? null))
  return { ...after, [name]: now.map((item, index) => (index === first ? item : (old[index] ?? item))) }
}
