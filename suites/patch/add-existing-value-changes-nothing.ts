import { bodyOf, defineCheck, elementsOf, get, patch, pointTo } from '#check'
import { answering, type Exchange } from '#scim'

const lastModified = (exchange: Exchange) => pointTo(bodyOf(exchange), '/meta/lastModified')
const count = (exchange: Exchange) => elementsOf(bodyOf(exchange), 'emails').length

export default defineCheck({
  id: 'patch/add-existing-value-changes-nothing',
  title: 'PATCH add of a value that is there succeeds and changes nothing',
  proves: ['RFC7644-3.5.2.1-10', 'RFC7644-3.5.2.1-11', 'RFC7644-3.5.2.1-12'],
  needs: { features: ['patch'], resource: 'User', attributes: ['emails'] },

  async act({ given, send, blocked }) {
    const user = await given('User')
    const before = await send(get(user.path))
    const [email] = elementsOf(bodyOf(before), 'emails')
    if (email === undefined) return blocked('the target does not show the e-mail address of its user')
    const added = await send(patch(user.path, { op: 'add', path: 'emails', value: [email] }))
    return { before, added, after: await send(get(user.path)) }
  },

  judge({ before, added, after }, claim) {
    const moved = Date.parse(String(lastModified(before))) < Date.parse(String(lastModified(after)))
    claim('RFC7644-3.5.2.1-11', added).succeeds()
    claim('RFC7644-3.5.2.1-10', after).holds(count(after) === count(before), {
      what: 'number of emails',
      expected: count(before),
      actual: count(after),
    })
    claim('RFC7644-3.5.2.1-12', after).holds(true, {
      expected: lastModified(before) ?? null,
      actual: lastModified(after),
      pointer: '/meta/lastModified',
      ...(moved ? { reading: 'AMB-064/timestamp-moved' as const } : {}),
    })
  },

  counterexample: ({ before, added, after }) => {
    const emails = elementsOf(bodyOf(after), 'emails')
    const meta = { lastModified: '2999-01-01T00:00:00Z' }
    const body = { ...bodyOf(after), emails: [...emails, ...emails], meta }
    return { before, added: answering(added, { status: 409 }), after: answering(after, { body }) }
  },
})
