import { bodyOf, defineCheck, get, optionalTexts, patch, pointTo } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'entra/different-attributes-at-once',
  title: 'One PATCH removes, adds and replaces three attributes',
  proves: ['entra/preview-1'],
  needs: { features: ['patch'], resource: 'User', attributes: ['displayName'] },

  async act(act) {
    const { given, send, mark, notOffered } = act
    const [removed, added = notOffered('the target knows too few texts that a user may lack')] =
      optionalTexts(act)
    const user = await given('User', { [removed]: mark('borte'), displayName: mark('før') })
    const changed = await send(
      patch(
        user.path,
        { op: 'remove', path: removed },
        { op: 'add', path: added, value: mark('ny') },
        { op: 'replace', path: 'displayName', value: mark('etter') },
      ),
    )
    return { created: user.created, changed, after: await send(get(user.path)) }
  },

  judge({ changed, after }, claim) {
    const sent = (at: number, name: string) =>
      pointTo(changed.request.body, `/Operations/${at}/${name}`) ?? null
    claim('entra/preview-1', changed).status(200, 204)
    claim('entra/preview-1', after)
      .status(200)
      .lacks(`/${sent(0, 'path')}`)
      .has(`/${sent(1, 'path')}`, sent(1, 'value'))
      .has('/displayName', sent(2, 'value'))
  },

  counterexample: ({ created, changed, after }) => ({
    created,
    changed,
    after: answering(after, { body: { ...bodyOf(after), displayName: 'før' } }),
  }),
})
