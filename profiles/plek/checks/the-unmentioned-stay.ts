import { bodyOf, defineCheck, get, patch } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'plek/the-unmentioned-stay',
  title: 'Who is not mentioned while others are changed stays active',
  proves: ['plek/PL-11'],
  needs: { features: ['patch'], resource: 'User', attributes: ['active', 'displayName'] },
  breaks: 'Whoever is missing from one export loses the account.',

  async act({ given, send, mark }) {
    const left = await given('User', { active: true })
    const others = [await given('User', { active: true }), await given('User', { active: true })]
    for (const one of others)
      await send(patch(one.path, { op: 'replace', path: 'displayName', value: mark('Bijgewerkt') }))
    const [gone] = others
    if (gone) await send(patch(gone.path, { op: 'replace', path: 'active', value: false }))
    return { after: await send(get(left.path)) }
  },

  judge({ after }, claim) {
    claim('plek/PL-11', after).status(200).has('/active', true)
  },

  counterexample: ({ after }) => ({
    after: answering(after, { body: { ...bodyOf(after), active: false } }),
  }),
})
