import { bodyOf, defineCheck, get, idsIn, pointTo, unlessRefused } from '#check'
import { answering } from '#scim'
import { isOptional } from './optional.part.ts'
import { placeIn } from './place.part.ts'

export default defineCheck({
  id: 'projection/attributes-select-in-a-list',
  title: 'attributes on a query returns what it names and no more',
  proves: ['RFC7644-3.4.2.5-03', 'RFC7644-3.4.2.5-04', 'RFC7644-3.9-05'],
  needs: { resource: 'User', features: ['filter'], attributes: ['displayName', 'emails'] },
  breaks:
    'SimpleIdServer: with attributes=userName the id was missing (simpleidserver/SimpleIdServer#45). Cost: provisioning blocked.',

  async act({ shared, endpoint, send, eventually, notOffered }) {
    const user = await shared('User')
    const filter = `userName eq "${String(user.sent.userName)}"`
    const ask = get(endpoint('User'), { filter, attributes: 'userName' })
    const list = await eventually(ask, (one) => idsIn(one).length > 0)
    await unlessRefused({ send, notOffered }, list, get(endpoint('User'), { filter }))
    return { full: await send(get(user.path)), list }
  },

  judge({ full, list }, claim, { facts }) {
    const place = placeIn(list, full)
    claim('RFC7644-3.9-05', list).status(200).has(`${place}/id`).has(`${place}/userName`)
    claim('RFC7644-3.4.2.5-03', list).status(200)
    claim('RFC7644-3.4.2.5-04', list).holds(pointTo(bodyOf(list), '/Resources') !== undefined, {
      expected: 'the User',
      actual: undefined,
      pointer: '/Resources',
    })
    const optional = Object.keys(bodyOf(full) ?? {}).filter(
      (name) => name !== 'userName' && isOptional(facts, name),
    )
    for (const name of optional) {
      claim('RFC7644-3.4.2.5-03', list).lacks(`${place}/${name}`)
      claim('RFC7644-3.4.2.5-04', list).lacks(`${place}/${name}`)
    }
  },

  counterexample: ({ full, list }) => [
    { full, list: answering(list, { body: { ...bodyOf(list), Resources: [bodyOf(full) ?? {}] } }) },
    { full, list: answering(list, { body: { ...bodyOf(list), Resources: [{ userName: 'x' }] } }) },
  ],
})
