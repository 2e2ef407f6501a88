import { bodyOf, createdId, defineCheck, elementsOf, get } from '#check'
import { answering, member } from '#scim'

export default defineCheck({
  id: 'create/bare-address-is-kept',
  title: 'An e-mail address needs neither a type nor to be primary',
  proves: ['RFC7644-3.3-07', 'RFC7644-3.4-02'],
  needs: { resource: 'User', attributes: ['emails.value'] },
  breaks:
    'ZITADEL: who had no primary address was refused (zitadel/zitadel#9236); WSO2: an address without a type came back as a bare text (wso2/product-is#7304). Cost: wrong access, provisioning blocked.',

  async act({ address, draft, endpoint, person, send }) {
    const value = address(person().key)
    const body = draft('User', { emails: [{ value }] })
    const created = await send({ method: 'POST', path: endpoint('User'), body })
    const id = createdId(created)
    const path = `${endpoint('User')}/${encodeURIComponent(String(id))}`
    return { created, read: id === null ? created : await send(get(path)) }
  },

  judge({ created, read }, claim) {
    claim('RFC7644-3.3-07', created).succeeds()
    const [sent] = elementsOf(created.request.body as never, 'emails').map((one) => member(one, 'value'))
    const actual = elementsOf(bodyOf(read), 'emails').map((one) => member(one, 'value') ?? one)
    const isKept = elementsOf(bodyOf(read), 'emails').some(
      (one) => String(member(one, 'value')).toLowerCase() === String(sent).toLowerCase(),
    )
    claim('RFC7644-3.4-02', read).holds(isKept, { expected: sent ?? null, actual, pointer: '/emails' })
  },

  counterexample: ({ created, read }) => ({
    created: answering(created, { status: 400 }),
    read: answering(read, { body: { ...bodyOf(read), emails: ['kari@kommune.example'] } }),
  }),
})
