import { changed, createsIn, defineClientRule, isTrial, textOf } from '#check'
import { type Json, member } from '#scim'

const isWork = (one: Json | undefined) =>
  member(one, 'primary') === true || String(member(one, 'type')).toLowerCase() === 'work'

export default defineClientRule({
  id: 'fiks-2026/client/person-has-the-fields-of-both-mappings',
  title: 'A person is sent with the fields of the mapping of 2026',
  proves: ['fiks/F-40-client', 'fiks/F-41-client', 'fiks/F-42-client', 'fiks/F-43', 'fiks/F-46-client'],
  breaks: 'Login by Microsoft, the name or the address fails on the day when the mapping changes.',

  judge(trace, claim) {
    for (const write of createsIn(trace, '/Users')) {
      if (isTrial(trace, write)) continue
      const { exchange, body, at } = write
      const userName = textOf(write, 'userName')
      claim('fiks/F-40-client', exchange).holds(userName !== undefined, {
        what: 'userName',
        expected: 'present',
        actual: userName,
        pointer: `${at}/userName`,
      })
      const [given = '', middle] = [textOf(write, 'name.givenName'), textOf(write, 'name.middleName')]
      claim('fiks/F-41-client', exchange).holds(middle === undefined || given.includes(middle), {
        what: 'name.givenName',
        expected: middle === undefined ? 'present' : `${middle} in it`,
        actual: given,
        pointer: `${at}/name/givenName`,
      })
      const whole = textOf(write, 'displayName', 'name.formatted')
      claim('fiks/F-46-client', exchange).holds(whole !== undefined, {
        what: 'name',
        expected: 'displayName or name.formatted',
        actual: whole,
      })
      const emails = Array.isArray(body.emails) ? body.emails : []
      if (!emails.some(isWork)) continue
      const about = { what: 'first of emails', actual: emails[0], pointer: `${at}/emails/0` }
      const primary = emails.find((one) => member(one, 'primary') === true)
      const first = primary === undefined || primary === emails[0]
      claim('fiks/F-42-client', exchange).holds(first, { ...about, expected: 'the primary address' })
      claim('fiks/F-43', exchange).holds(isWork(emails[0]), { ...about, expected: 'primary or of type work' })
    }
  },

  counterexample: (trace) => {
    const person = (wrong: Record<string, Json>) =>
      changed(trace, ({ method, endpoint, body }) => {
        const { userName: _, displayName: __, name: ___, emails: ____, ...rest } = body
        return method === 'POST' && endpoint === '/Users' ? { ...rest, ...wrong } : undefined
      })
    const emails = [
      { value: 'kari@hjemme.example', type: 'home' },
      { value: 'kari@kommune.example', type: 'work', primary: true },
    ]
    return [...person({ emails }), ...person({ name: { givenName: 'Kari', middleName: 'Lys' } })]
  },
})
