import { formatCheck } from './format.part.ts'

export default formatCheck({
  id: 'attributes/messaging-type-is-known',
  title: 'The type of a messaging address is one of the known ones',
  proves: ['RFC7643-4.1.2-10'],
  path: 'ims.type',
  expected: 'aim, gtalk, icq, xmpp, msn, skype, qq, yahoo or other',
  fits: (value, sent) =>
    sent.includes(value) || /^(aim|gtalk|icq|xmpp|msn|skype|qq|yahoo|other)$/i.test(String(value)),
  wrong: 'unknown',
})
