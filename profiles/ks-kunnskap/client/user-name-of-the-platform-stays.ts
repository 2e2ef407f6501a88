import { assignmentsTo, changed, createsIn, defineClientRule, isTrial, textOf } from '#check'
import { URN } from '#scim'

const SOURCES: Readonly<Record<string, string>> = {
  externalId: 'externalId',
  userName: 'userName',
  employeeNumber: `${URN.enterpriseUser}:employeeNumber`,
}

/** `--parameter usernameSource=employeeNumber` says which was chosen. */
const sourceIn = (facts: { readonly parameters?: Readonly<Record<string, string>> }) =>
  SOURCES[facts.parameters?.usernameSource ?? 'externalId'] ?? 'externalId'

export default defineClientRule({
  id: 'ks-kunnskap/client/user-name-of-the-platform-stays',
  title: 'The attribute chosen as user name is there, and stays',
  proves: ['kunnskap/K-04-client'],
  breaks: 'Another value makes another learner, without the courses of the first (K-17).',

  judge(trace, claim, facts) {
    const source = sourceIn(facts)
    const values = new Map<string, string>()
    for (const write of createsIn(trace, '/Users')) {
      if (isTrial(trace, write)) continue
      const actual = textOf(write, source)
      const detail = { what: source, expected: 'present', actual, pointer: write.at }
      claim('kunnskap/K-04-client', write.exchange).holds(actual !== undefined, detail)
      if (actual !== undefined && write.done && write.id !== undefined) values.set(write.id, actual)
    }
    for (const { write, value, op, pointer } of assignmentsTo(trace, '/Users', source)) {
      const before = write.method === 'POST' ? undefined : values.get(write.id ?? '')
      if (before === undefined) continue
      const actual = op === 'remove' ? undefined : value
      const detail = { what: source, expected: before, actual, pointer }
      claim('kunnskap/K-04-client', write.exchange).holds(actual === before, detail)
    }
  },

  counterexample: (trace, facts) => {
    const source = sourceIn(facts)
    return changed(trace, ({ method, endpoint, body }) => {
      const { [source]: _, [URN.enterpriseUser]: __, ...rest } = body
      return method === 'POST' && endpoint === '/Users' ? rest : undefined
    })
  },
})
