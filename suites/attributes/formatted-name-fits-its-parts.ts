import { bodyOf, defineCheck, get } from '#check'
import { answering, isObject, member } from '#scim'

export default defineCheck({
  id: 'attributes/formatted-name-fits-its-parts',
  title: 'The formatted name and the parts of the name are of one person',
  proves: ['RFC7643-4.1.1-08'],
  needs: { resource: 'User', attributes: ['name.formatted', 'name.familyName', 'name.givenName'] },
  requests: () => 1,

  async act({ shared, send, notOffered }) {
    const user = await shared('User')
    const read = await send(get(user.path))
    const name = member(bodyOf(read), 'name')
    if (!['formatted', 'familyName', 'givenName'].every((part) => typeof member(name, part) === 'string'))
      notOffered('the target does not show both forms of a name')
    return { read }
  },

  judge({ read }, claim) {
    const name = member(bodyOf(read), 'name')
    const parts = isObject(name) ? [name.givenName, name.familyName] : []
    const whole = String(member(name, 'formatted')).toLowerCase()
    // How a name is put together differs; one of its parts is in it everywhere.
    const fits = parts.some((part) => whole.includes(String(part).toLowerCase()))
    const detail = { what: 'name', expected: 'parts that are in formatted', actual: name, pointer: '/name' }
    claim('RFC7643-4.1.1-08', read).status(200).holds(fits, detail)
  },

  counterexample: ({ read }) => {
    const name = { formatted: 'Ola Hansen', givenName: 'Kari', familyName: 'Nordmann' }
    return { read: answering(read, { body: { ...bodyOf(read), name } }) }
  },
})
