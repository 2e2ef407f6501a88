import { assignmentsTo, changed, createsIn, defineClientRule } from '#check'

export default defineClientRule({
  id: 'fiks-current/client/active-is-sent',
  title: 'A person is sent with active, as a boolean',
  proves: ['fiks/F-32-client'],
  breaks: 'Whether somebody may work is left to the default of the target.',

  judge(trace, claim) {
    const sent = assignmentsTo(trace, '/Users', 'active')
    for (const write of createsIn(trace, '/Users')) {
      const own = sent.find((one) => one.write.exchange === write.exchange && one.write.at === write.at)
      const detail = {
        what: 'active',
        expected: 'true or false',
        actual: own?.value,
        pointer: `${write.at}/active`,
      }
      claim('fiks/F-32-client', write.exchange).holds(typeof own?.value === 'boolean', detail)
    }
    for (const { write, value, op, pointer } of sent) {
      if (write.method === 'POST' || op === 'remove') continue
      const detail = { what: 'active', expected: 'true or false', actual: value, pointer }
      claim('fiks/F-32-client', write.exchange).holds(typeof value === 'boolean', detail)
    }
  },

  counterexample: (trace) =>
    changed(trace, ({ method, endpoint, body }) => {
      const { active: _, ...rest } = body
      return method === 'POST' && endpoint === '/Users' ? rest : undefined
    }),
})
