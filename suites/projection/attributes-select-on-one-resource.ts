import { bodyOf, defineCheck, get } from '#check'
import { answering, URN } from '#scim'
import { isOptional } from './optional.part.ts'

export default defineCheck({
  id: 'projection/attributes-select-on-one-resource',
  title: 'attributes on a GET by id returns what it names and no more',
  proves: ['RFC7644-3.4.2.5-01', 'RFC7644-3.4.2.5-04', 'RFC7644-3.9-04', 'RFC7644-3.9-05'],
  needs: { resource: 'User', attributes: ['displayName', 'emails'] },

  async act({ shared, send }) {
    const user = await shared('User')
    const full = await send(get(user.path))
    return { full, cut: await send(get(user.path, { attributes: 'userName' })) }
  },

  judge({ full, cut }, claim, { facts }) {
    claim('RFC7644-3.9-05', cut).status(200).has('/id').has('/userName')
    claim('RFC7644-3.9-04', cut).status(200)
    claim('RFC7644-3.4.2.5-04', cut).status(200)
    claim('RFC7644-3.4.2.5-01', cut).status(200)
    const optional = Object.keys(bodyOf(full) ?? {}).filter(
      (name) => name !== 'userName' && isOptional(facts, name),
    )
    for (const name of optional) {
      claim('RFC7644-3.9-04', cut).lacks(`/${name}`)
      claim('RFC7644-3.4.2.5-04', cut).lacks(`/${name}`)
      claim('RFC7644-3.4.2.5-01', cut).lacks(`/${name}`)
    }
  },

  counterexample: ({ full, cut }) => [
    { full, cut: answering(cut, { body: bodyOf(full) }) },
    { full, cut: answering(cut, { body: { schemas: [URN.user], userName: null } }) },
  ],
})
