import { bodyOf, defineCheck, elementsOf, get, isSuccess, patch } from '#check'
import { answering, type Exchange, member, sameJson } from '#scim'
import { mail } from './emails.part.ts'

/** What the primary addresses begin with. */
function primary(exchange: Exchange): string[] {
  const emails = elementsOf(bodyOf(exchange), 'emails').filter((email) => member(email, 'primary') === true)
  return emails.map((email) => String(member(email, 'value')).toLowerCase().split('.', 1)[0] ?? '')
}

export default defineCheck({
  id: 'patch/primary-moves',
  title: 'PATCH that makes one value primary takes it from the others',
  proves: ['RFC7644-3.5.2-19'],
  needs: { features: ['patch'], resource: 'User', attributes: ['emails.primary', 'emails.type'] },

  async act(act) {
    const { given, send } = act
    const entry = (label: string, type: string) => ({ ...mail(act, label, type), primary: true })
    const user = await given('User', { emails: [entry('one', 'work')] })
    const added = await send(patch(user.path, { op: 'add', path: 'emails', value: [entry('two', 'home')] }))
    const after = await send(get(user.path))
    const path = 'emails[type eq "work"].primary'
    const back = await send(patch(user.path, { op: 'replace', path, value: true }))
    return { added, after, back, afterBack: await send(get(user.path)) }
  },

  judge({ added, after, back, afterBack }, claim) {
    // Whether a value path is understood is for others to say.
    const steps = [
      [added, after, ['two']],
      [back, afterBack, [isSuccess(back) ? 'one' : 'two']],
    ] as const
    for (const [sent, seen, expected] of steps) {
      const actual = primary(seen)
      const detail = { what: 'primary emails', expected: [...expected], actual }
      if (sent === added) claim('RFC7644-3.5.2-19', sent).succeeds()
      claim('RFC7644-3.5.2-19', seen).holds(sameJson(actual, [...expected]), detail)
    }
  },

  counterexample: ({ after, ...seen }) => {
    const emails = elementsOf(bodyOf(after), 'emails').map((email) => ({
      value: member(email, 'value') ?? null,
      primary: true,
    }))
    return { ...seen, after: answering(after, { body: { ...bodyOf(after), emails } }) }
  },
})
