import { bodyOf, defineCheck, elementsOf, get, patch, pointTo } from '#check'
import { answering, type JsonObject, member } from '#scim'

const valuesIn = (body: JsonObject | undefined) =>
  elementsOf(body, 'emails')
    .map((one) => String(member(one, 'value')).toLowerCase())
    .sort()

export default defineCheck({
  id: 'plek/whole-lists-replace',
  title: 'A list of addresses that is sent whole replaces the old one',
  proves: ['plek/PL-18'],
  needs: { features: ['patch'], resource: 'User', attributes: ['emails'] },

  async act({ given, send, address, mark }) {
    const emails = (...names: string[]) => names.map((name) => ({ value: address(mark(name)), type: name }))
    const user = await given('User', { emails: emails('work', 'home') })
    const operation = { op: 'replace', path: 'emails', value: emails('work', 'other') }
    return { changed: await send(patch(user.path, operation)), after: await send(get(user.path)) }
  },

  judge({ changed, after }, claim) {
    const sent = pointTo(changed.request.body, '/Operations/0/value') ?? null
    const [expected, actual] = [valuesIn({ emails: sent }), valuesIn(bodyOf(after))]
    const same = expected.join() === actual.join()
    claim('plek/PL-18', changed).succeeds()
    claim('plek/PL-18', after).holds(same, { expected, actual, pointer: '/emails' })
  },

  counterexample: ({ changed, after }) => ({
    changed,
    after: answering(after, { body: { ...bodyOf(after), emails: [{ value: 'old@scim-test.example' }] } }),
  }),
})
