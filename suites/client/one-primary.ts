import { assignmentsOf, changed, defineClientRule, writesIn } from '#check'
import { isObject, member } from '#scim'

export default defineClientRule({
  id: 'client/one-primary',
  title: 'At most one value of an attribute is sent as primary',
  proves: ['RFC7643-2.4-04'],
  breaks: 'The server keeps one of them, and not the same one as the directory.',

  judge(trace, claim) {
    for (const write of writesIn(trace)) {
      for (const { path, value, pointer } of assignmentsOf(write)) {
        if (!Array.isArray(value) || !value.some(isObject)) continue
        const actual = value.filter((one) => member(one, 'primary') === true).length
        const detail = { what: `${path} with primary true`, expected: 'at most 1', actual, pointer }
        claim('RFC7643-2.4-04', write.exchange).holds(actual <= 1, detail)
      }
    }
  },

  counterexample: (trace) => {
    const emails = ['a', 'b'].map((name) => ({ value: `${name}@kommune.example`, primary: true }))
    return changed(trace, ({ method, endpoint, body }) =>
      method === 'POST' && endpoint === '/Users' ? { ...body, emails } : undefined,
    )
  },
})
