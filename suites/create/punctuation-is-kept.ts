import { bodyOf, defineCheck, elementsOf, get } from '#check'
import { answering, type Json, member } from '#scim'

const NAME = `Kari "Kjell" O'Brien & <Sønner> \\ 100 % +47`

const emailsOf = (body: Json | undefined) =>
  elementsOf(body as never, 'emails').map((email) => String(member(email, 'value')).toLowerCase())

export default defineCheck({
  id: 'create/punctuation-is-kept',
  title: 'Quotes, ampersands and plus signs come back as they were sent',
  proves: ['RFC7643-2.3.1-01', 'RFC7644-3.4-02'],
  needs: { resource: 'User', attributes: ['displayName', 'emails.value'] },
  breaks: 'WSO2: a name was cut at its apostrophe, D’Arcy became D (wso2/product-is#6631)',

  async act({ shared, sharedMark, send }) {
    const value = `${sharedMark('kari')}+o'neill@scim-test.example`
    const user = await shared('User', { displayName: NAME, emails: [{ value, type: 'work' }] })
    return { created: user.created, read: await send(get(user.path)) }
  },

  judge({ created, read }, claim) {
    const actual = member(bodyOf(read), 'displayName')
    claim('RFC7643-2.3.1-01', read)
      .status(200)
      .holds(String(actual).toLowerCase() === NAME.toLowerCase(), {
        expected: NAME,
        actual,
        pointer: '/displayName',
      })
    // In any order, and perhaps with an alias that the target gave.
    const [expected] = emailsOf(created.request.body)
    const emails = emailsOf(bodyOf(read))
    claim('RFC7644-3.4-02', read).holds(emails.includes(String(expected)), {
      expected: expected as string,
      actual: emails,
      pointer: '/emails',
    })
  },

  counterexample: ({ created, read }) => ({
    created,
    read: answering(read, {
      body: {
        ...bodyOf(read),
        displayName: NAME.replace('&', '&amp;'),
        emails: emailsOf(created.request.body).map((value) => ({ value: value.replace('+', ' ') })),
      },
    }),
  }),
})
