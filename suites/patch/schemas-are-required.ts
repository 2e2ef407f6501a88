import { bodyOf, defineCheck, get, isSuccess, reading } from '#check'
import { answering, URN } from '#scim'

const asking = (value: string) => [{ op: 'add', path: 'title', value }]

export default defineCheck({
  id: 'patch/schemas-are-required',
  title: 'PATCH without the PatchOp schema is refused or taken as meant',
  proves: ['RFC7644-3.5.2-03'],
  needs: { features: ['patch'], resource: 'User', attributes: ['title'] },

  async act({ given, send }) {
    const { path } = await given('User', { title: '12-3' })
    const of = (body: { schemas?: string[]; Operations: { op: string }[] }) =>
      send({ method: 'PATCH', path, body })
    const none = await of({ Operations: asking('1-1') })
    const afterNone = await send(get(path))
    const other = await of({ schemas: [URN.user], Operations: asking('2-2') })
    const afterOther = await send(get(path))
    const right = await of({ schemas: [URN.patchOp], Operations: asking('3-3') })
    return { none, afterNone, other, afterOther, right, afterRight: await send(get(path)) }
  },

  judge({ none, afterNone, other, afterOther, right, afterRight }, claim) {
    const accepted = [200, 204].map((status) => reading('AMB-040/accepted', status))
    for (const one of [none, other])
      claim('RFC7644-3.5.2-03', one).status(400, reading('AMB-036/422', 422), ...accepted)
    // Taken as meant, or not at all: never acknowledged and dropped.
    const [first, second] = [isSuccess(none) ? '1-1' : '12-3', '2-2']
    claim('RFC7644-3.5.2-03', afterNone).has('/title', first)
    claim('RFC7644-3.5.2-03', afterOther).has('/title', isSuccess(other) ? second : first)
    claim('RFC7644-3.5.2-03', right).status(200, 204)
    claim('RFC7644-3.5.2-03', afterRight).has('/title', '3-3')
  },

  counterexample: ({ none, afterNone, ...seen }) => [
    { ...seen, none: answering(none, { status: 500 }), afterNone },
    {
      ...seen,
      none: answering(none, { status: 204, body: undefined }),
      afterNone: answering(afterNone, { body: { ...bodyOf(afterNone), title: '12-3' } }),
    },
  ],
})
