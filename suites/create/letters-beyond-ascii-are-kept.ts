import { bodyOf, defineCheck, get } from '#check'
import { answering, member } from '#scim'

const plain = (value: unknown) => String(value).normalize('NFC').toLowerCase()

export default defineCheck({
  id: 'create/letters-beyond-ascii-are-kept',
  title: 'Letters beyond ASCII come back as they were sent',
  proves: ['RFC7643-2.3.1-01', 'RFC7644-3.8-01', 'RFC7644-3.8-02'],
  needs: { resource: 'User', attributes: ['displayName'] },
  breaks:
    'Gluu: names with umlauts came back garbled, so every cycle saw a difference (GluuFederation/oxTrust#372). Cost: wrong access.',

  each: () => [
    {
      // Norwegian; Northern, Lule and Southern Sámi.
      name: 'Norwegian and Sámi',
      text: 'Åse Ærlig-Ødegård Áilu Čáhppes Đorrá Ŋiŋ Šaddi Ŧoŧŧa Žihkku Ánndaris Ńuojaj Ïngke Böönte',
    },
    { name: 'decomposed', text: 'Åse Čáhppes'.normalize('NFD') },
    { name: 'beyond the basic plane', text: 'Zoë 李 𠮷 🙂' },
  ],

  async act({ of, given, send }) {
    const user = await given('User', { displayName: of.text ?? '' })
    return { created: user.created, read: await send(get(user.path)) }
  },

  judge({ read }, claim, { of }) {
    const actual = member(read.response?.body, 'displayName')
    const detail = { expected: of.text ?? '', actual, pointer: '/displayName' }
    const kept = plain(actual) === plain(of.text)
    claim('RFC7643-2.3.1-01', read).status(200).holds(kept, detail)
    claim('RFC7644-3.8-01', read).holds(kept, detail)
    claim('RFC7644-3.8-02', read).holds(kept, detail)
  },

  counterexample: ({ created, read }, { of }) => {
    const garbled = Buffer.from(String(of.text), 'utf8').toString('latin1')
    return { created, read: answering(read, { body: { ...bodyOf(read), displayName: garbled } }) }
  },
})
