import { bodyOf, defineCheck, get } from '#check'
import { answering, member } from '#scim'

const ROWS = ['RFC7643-3.1-11', 'RFC7643-7-33', 'RFC7644-3.4.2.5-07', 'RFC7644-3.9-07'] as const

export default defineCheck({
  id: 'projection/id-is-always-returned',
  title: 'The id is returned whatever attributes and excludedAttributes say',
  proves: ROWS,
  needs: { resource: 'User' },

  async act({ shared, send }) {
    const user = await shared('User')
    const full = await send(get(user.path))
    const excluded = await send(get(user.path, { excludedAttributes: 'id,userName' }))
    return { full, excluded, other: await send(get(user.path, { attributes: 'userName' })) }
  },

  judge({ full, excluded, other }, claim) {
    const id = member(bodyOf(full), 'id') ?? null
    for (const row of ROWS) claim(row, excluded).status(200).has('/id', id)
    claim('RFC7643-7-33', other).status(200).has('/id', id)
  },

  counterexample: ({ full, excluded, other }) => {
    const { id: _, ...rest } = bodyOf(excluded) ?? {}
    return { full, excluded: answering(excluded, { body: { ...rest } }), other }
  },
})
