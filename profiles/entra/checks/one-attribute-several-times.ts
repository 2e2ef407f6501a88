import { bodyOf, defineCheck, get, patch, pointTo } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'entra/one-attribute-several-times',
  title: 'One PATCH removes, adds and replaces the same attribute',
  proves: ['entra/preview-2'],
  needs: { features: ['patch'], resource: 'User', attributes: ['title'] },

  async act({ given, send, mark }) {
    const user = await given('User', { title: mark('før') })
    const changed = await send(
      patch(
        user.path,
        { op: 'remove', path: 'title' },
        { op: 'add', path: 'title', value: mark('en') },
        { op: 'replace', path: 'title', value: mark('to') },
      ),
    )
    return { changed, after: await send(get(user.path)) }
  },

  judge({ changed, after }, claim) {
    claim('entra/preview-2', changed).status(200, 204)
    claim('entra/preview-2', after)
      .status(200)
      .has('/title', pointTo(changed.request.body, '/Operations/2/value') ?? null)
  },

  counterexample: ({ changed, after }) => ({
    changed,
    after: answering(after, {
      body: { ...bodyOf(after), title: pointTo(changed.request.body, '/Operations/1/value') ?? null },
    }),
  }),
})
