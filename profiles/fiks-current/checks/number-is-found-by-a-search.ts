import { bodyOf, defineCheck, findsJust, get, idsIn, search } from '#check'
import { answering } from '#scim'
import { NUMBER_PATH, withNumber } from './identity-number.part.ts'

export default defineCheck({
  id: 'fiks-current/number-is-found-by-a-search',
  title: 'A query in a body finds the person by the identity number',
  proves: ['fiks/P-10'],
  needs: { features: ['search', 'filter'], resource: 'User' },
  breaks: 'Everybody whose number ends up in the logs of proxies, for want of another way to ask.',

  async act({ given, send, eventually, endpoint, person }) {
    const { nationalId } = person()
    const [user] = [
      await given('User', withNumber(nationalId)),
      await given('User', withNumber(person().nationalId)),
    ]
    const filter = `${NUMBER_PATH} eq ${JSON.stringify(nationalId)}`
    const found = await eventually(search(endpoint('User'), { filter }), (seen) => idsIn(seen).length > 0)
    return { user: await send(get(user.path)), found }
  },

  judge({ user, found }, claim) {
    claim('fiks/P-10', found)
      .status(200)
      .holds(...findsJust(found, [bodyOf(user)?.id ?? null]))
  },

  counterexample: ({ user, found }) => ({ user, found: answering(found, { body: { totalResults: 0 } }) }),
})
