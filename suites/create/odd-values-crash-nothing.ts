import { defineCheck } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'create/odd-values-crash-nothing',
  title: 'A slash in a userName and an empty password crash nothing',
  proves: ['RFC7644-3.12-17'],
  needs: { resource: 'User' },
  breaks:
    'WSO2: a slash in a userName and an empty password ended as internal errors, tried again for ever (wso2/product-is#4883, wso2/product-is#4889). Cost: provisioning blocked.',
  each: () => [{ name: 'slash' }, { name: 'empty password' }],

  async act({ of, address, draft, endpoint, mark, send }) {
    const values = of.name === 'slash' ? { userName: address(`avd/${mark('24-7')}`) } : { password: '' }
    return { created: await send({ method: 'POST', path: endpoint('User'), body: draft('User', values) }) }
  },

  judge({ created }, claim) {
    const actual = created.response?.status ?? 0
    const detail = { what: 'status', expected: 'below 500', actual }
    claim('RFC7644-3.12-17', created).holds(actual > 0 && actual < 500, detail)
  },

  counterexample: ({ created }) => ({ created: answering(created, { status: 500 }) }),
})
