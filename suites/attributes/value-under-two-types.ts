import { bodyOf, createdId, defineCheck, get } from '#check'
import { answering, type JsonObject } from '#scim'
import { objectsIn } from './kept.part.ts'

const pairOf = (email: JsonObject) =>
  JSON.stringify([String(email.value).toLowerCase(), String(email.type ?? '').toLowerCase()])

export default defineCheck({
  id: 'attributes/value-under-two-types',
  title: 'One value may come under two types, and each pair comes once',
  proves: ['RFC7643-2.4-10', 'RFC7643-2.4-11'],
  needs: { resource: 'User', attributes: ['emails.value', 'emails.type'] },
  requests: () => 2,

  async act({ draft, endpoint, person, send, notOffered }) {
    const value = person().email
    const emails = ['work', 'home', 'work'].map((type) => ({ value, type }))
    const created = await send({ method: 'POST', path: endpoint('User'), body: draft('User', { emails }) })
    const id = createdId(created)
    const status = created.response?.status ?? 0
    // Which types there may be is for the target to say.
    if (status === 400 || status === 409 || status === 422)
      notOffered(`the target refuses a value that comes under several types (${status})`)
    const path = `${endpoint('User')}/${encodeURIComponent(String(id))}`
    return { created, read: id ? await send(get(path)) : created }
  },

  judge({ created, read }, claim) {
    const emails = objectsIn(bodyOf(read), 'emails')
    const [sent] = objectsIn(created.request.body as JsonObject, 'emails')
    const value = String(sent?.value).toLowerCase()
    const pairs = emails.map(pairOf)
    const found = emails.some((one) => String(one.value).toLowerCase() === value)
    const detail = { expected: 'the value, with each type once', actual: emails, pointer: '/emails' }
    claim('RFC7643-2.4-10', created).succeeds()
    claim('RFC7643-2.4-10', read).holds(found, detail)
    claim('RFC7643-2.4-11', read).holds(new Set(pairs).size === pairs.length, detail)
  },

  counterexample: ({ created, read }) => {
    const emails = objectsIn(bodyOf(read), 'emails')
    return [
      { created: answering(created, { status: 500 }), read },
      { created, read: answering(read, { body: { ...bodyOf(read), emails: [...emails, ...emails] } }) },
    ]
  },
})
