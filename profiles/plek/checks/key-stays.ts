import { bodyOf, defineCheck, get, patch, pointTo } from '#check'
import { answering } from '#scim'
import { keyOf } from './mapping-key.part.ts'

export default defineCheck({
  id: 'plek/key-stays',
  title: 'The mapping key stays through a new name and address',
  proves: ['plek/PL-02-stays'],
  needs: { features: ['patch'], resource: 'User', attributes: ['displayName', 'emails'] },
  breaks: 'Whoever marries: with another key comes a second account.',

  async act({ facts, given, send, address, mark }) {
    const user = await given('User', { [keyOf(facts)]: address(mark('sleutel')) })
    const before = await send(get(user.path))
    const emails = [{ value: address(mark('nieuw')), type: 'work', primary: true }]
    const changed = await send(
      patch(
        user.path,
        { op: 'replace', path: 'displayName', value: mark('Nieuwe naam') },
        { op: 'replace', path: 'emails', value: emails },
      ),
    )
    return { before, changed, after: await send(get(user.path)) }
  },

  judge({ before, changed, after }, claim, { facts }) {
    const pointer = `/${keyOf(facts)}`
    claim('plek/PL-02-stays', changed).succeeds()
    claim('plek/PL-02-stays', after)
      .status(200)
      .has('/id', bodyOf(before)?.id ?? null)
      .has(pointer, pointTo(bodyOf(before), pointer) ?? null)
  },

  counterexample: ({ after, ...seen }) => ({
    ...seen,
    after: answering(after, { body: { ...bodyOf(after), externalId: 'x', userName: 'x' } }),
  }),
})
