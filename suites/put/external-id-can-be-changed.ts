import { bodyOf, defineCheck, get } from '#check'
import { answering, member } from '#scim'
import { replaceable } from './cases.part.ts'

export default defineCheck({
  id: 'put/external-id-can-be-changed',
  title: 'A PUT gives a resource another externalId, exact in letter case',
  proves: ['RFC7643-3.1-16', 'RFC7644-3.5.1-04'],
  breaks:
    'LangWatch: externalId was not stored, so the provider made duplicates (langwatch/langwatch#6974). Cost: wrong access.',

  each: replaceable,

  async act({ of, given, mark, send }) {
    const made = await given(of.name)
    const body = { ...made.sent, externalId: mark('00-NyId') }
    const put = await send({ method: 'PUT', path: made.path, body })
    return { put, read: await send(get(made.path)) }
  },

  judge({ put, read }, claim) {
    const sent = member(put.request.body, 'externalId') ?? null
    claim('RFC7644-3.5.1-04', put).succeeds()
    claim('RFC7644-3.5.1-04', read).status(200).has('/externalId')
    claim('RFC7643-3.1-16', read).has('/externalId', sent)
  },

  counterexample: ({ put, read }) => {
    const lower = String(member(put.request.body, 'externalId')).toLowerCase()
    return [
      { put, read: answering(read, { body: { ...bodyOf(read), externalId: lower } }) },
      { put, read: answering(read, { body: { ...bodyOf(read), externalId: null } }) },
    ]
  },
})
