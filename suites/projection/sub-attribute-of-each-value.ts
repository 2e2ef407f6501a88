import { bodyOf, defineCheck, elementsOf, get } from '#check'
import { answering, type Exchange, type JsonObject, member, sameJson } from '#scim'

const values = (exchange: Exchange, name: string) =>
  elementsOf(bodyOf(exchange), 'emails')
    .flatMap((email) => member(email, name) ?? [])
    .map(String)
    .sort()

export default defineCheck({
  id: 'projection/sub-attribute-of-each-value',
  title: 'emails.value and emails.type are about each of the addresses',
  proves: ['RFC7644-3.4.2.5-05', 'RFC7644-3.4.2.5-08'],
  needs: { resource: 'User', attributes: ['emails.value', 'emails.type'] },

  async act({ blocked, send, shared, sharedMark }) {
    const address = (name: string) => `${sharedMark(name)}@scim-test.example`
    const user = await shared('User', {
      emails: [
        { value: address('kontor'), type: 'work', primary: true },
        { value: address('hytte'), type: 'home' },
      ],
    })
    const full = await send(get(user.path))
    if (values(full, 'type').length < 2) blocked('the target did not keep both emails')
    return {
      full,
      asked: await send(get(user.path, { attributes: 'emails.value' })),
      excluded: await send(get(user.path, { excludedAttributes: 'emails.type' })),
    }
  },

  judge({ full, asked, excluded }, claim) {
    const expected = values(full, 'value')
    const [shown, left] = [values(asked, 'value'), values(excluded, 'value')]
    claim('RFC7644-3.4.2.5-05', asked)
      .status(200)
      .holds(sameJson(shown, expected), { expected, actual: shown, pointer: '/emails' })
    const types = values(excluded, 'type')
    claim('RFC7644-3.4.2.5-08', excluded)
      .status(200)
      .holds(sameJson(left, expected), { expected, actual: left, pointer: '/emails' })
      .holds(types.length === 0, { what: 'types of addresses', expected: [], actual: types })
  },

  counterexample: ({ full, asked, excluded }) => {
    const emails = elementsOf(bodyOf(full), 'emails').slice(0, 1)
    const first: JsonObject = { ...bodyOf(full), emails }
    return { full, asked: answering(asked, { body: first }), excluded: answering(excluded, { body: first }) }
  },
})
