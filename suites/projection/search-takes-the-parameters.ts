import { bodyOf, defineCheck, idsIn, search } from '#check'
import { answering, URN } from '#scim'
import { whereOptional } from './optional.part.ts'
import { placeIn } from './place.part.ts'

export default defineCheck({
  id: 'projection/search-takes-the-parameters',
  title: 'A search by POST returns what attributes in its body names',
  proves: ['RFC7644-3.4.3-05', 'RFC7644-3.4.3-06'],
  needs: { resource: 'User', features: ['search', 'filter'], attributes: ['displayName', 'name.familyName'] },

  each: (facts) => whereOptional(facts, ['displayName'], [{ name: '' }]),

  async act({ shared, endpoint, send }) {
    const user = await shared('User')
    const filter = `userName eq "${String(user.sent.userName)}"`
    const attributes = [`${URN.user}:userName`, 'name.familyName']
    const list = await send(search(endpoint('User'), { filter, attributes }))
    return { created: user.created, list }
  },

  judge({ created, list }, claim) {
    const place = placeIn(list, created)
    claim('RFC7644-3.4.3-05', list).status(200).has(`${place}/id`).lacks(`${place}/displayName`)
    claim('RFC7644-3.4.3-06', list).has(`${place}/userName`).has(`${place}/name/familyName`)
  },

  counterexample: ({ created, list }) => {
    const Resources = idsIn(list).map((id) => ({ id, displayName: 'everything' }))
    return { created, list: answering(list, { body: { ...bodyOf(list), Resources } }) }
  },
})
