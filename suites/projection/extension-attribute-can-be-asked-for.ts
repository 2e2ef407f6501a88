import { bodyOf, defineCheck, escapeToken, get, pointTo } from '#check'
import { answering, URN } from '#scim'
import { whereOptional } from './optional.part.ts'

const ENTERPRISE = `/${escapeToken(URN.enterpriseUser)}`

export default defineCheck({
  id: 'projection/extension-attribute-can-be-asked-for',
  title: 'An extension attribute can be asked for and excluded by its URN',
  proves: ['RFC7644-3.4.2.5-05', 'RFC7644-3.4.2.5-08', 'RFC7644-3.10-03'],
  needs: {
    resource: 'User',
    attributes: [`${URN.enterpriseUser}:department`, `${URN.enterpriseUser}:costCenter`, 'displayName'],
  },

  each: (facts) => whereOptional(facts, ['displayName'], [{ name: '' }]),

  async act({ shared, send }) {
    const user = await shared('User', { [URN.enterpriseUser]: { department: 'Kultur', costCenter: '0470' } })
    const name = `${URN.enterpriseUser}:department`
    const full = await send(get(user.path))
    const asked = await send(get(user.path, { attributes: name }))
    return { full, asked, excluded: await send(get(user.path, { excludedAttributes: name })) }
  },

  judge({ full, asked, excluded }, claim) {
    const [department, costCenter] = [`${ENTERPRISE}/department`, `${ENTERPRISE}/costCenter`]
    const was = (pointer: string) => pointTo(bodyOf(full), pointer) ?? null
    claim('RFC7644-3.10-03', asked).status(200).has(department, was(department))
    claim('RFC7644-3.4.2.5-05', asked).has('/id').has(department).lacks('/displayName').lacks(costCenter)
    claim('RFC7644-3.4.2.5-08', excluded)
      .status(200)
      .has('/userName')
      .has(costCenter, was(costCenter))
      .lacks(department)
  },

  counterexample: ({ full, asked, excluded }) => ({
    full,
    asked: answering(asked, { body: { id: '1' } }),
    excluded: answering(excluded, { body: bodyOf(full) }),
  }),
})
