import { changed, createsIn, defineClientRule, isTrial, textOf } from '#check'

export default defineClientRule({
  id: 'fiks-current/client/person-has-a-name',
  title: 'A person is sent with displayName or name.formatted',
  proves: ['fiks/F-23-client', 'fiks/F-24'],
  breaks: 'Nobody finds the person when roles are given out.',

  judge(trace, claim) {
    for (const write of createsIn(trace, '/Users')) {
      if (isTrial(trace, write)) continue
      const whole = textOf(write, 'displayName', 'name.formatted')
      const parts = textOf(write, 'name.givenName', 'name.familyName')
      const detail = { what: 'name', expected: 'displayName or name.formatted', pointer: write.at }
      claim('fiks/F-23-client', write.exchange).holds((whole ?? parts) !== undefined, {
        ...detail,
        actual: undefined,
      })
      if (whole !== undefined || parts !== undefined)
        claim('fiks/F-24', write.exchange).holds(whole !== undefined, {
          ...detail,
          actual: whole ?? 'givenName and familyName alone',
        })
    }
  },

  counterexample: (trace) =>
    [{}, { name: { givenName: 'Kari', familyName: 'Nordmann' } }].flatMap((name) =>
      changed(trace, ({ method, endpoint, body }) => {
        const { displayName: _, name: __, ...rest } = body
        return method === 'POST' && endpoint === '/Users' ? { ...rest, ...name } : undefined
      }),
    ),
})
