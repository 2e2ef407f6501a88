import type { Json } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'answers-lose-other-letters',
  title: 'Letters outside ASCII are written as question marks',
  breaks: ['RFC7643-2.3.1-01'],
  because: 'Gluu (GluuFederation/oxTrust#372)',
  around: (request, next) => {
    const reply = next(request)
    if (reply.body === undefined) return reply
    const text = [...JSON.stringify(reply.body)].map((letter) => (letter > '~' ? '?' : letter)).join('')
    return { ...reply, body: JSON.parse(text) as Json }
  },
})
