import { member, URN } from '#scim'
import { defect, requestBody, rewritten } from '../deviation.ts'

export default defect({
  id: 'fiks-number-in-error-messages',
  title: 'A refusal repeats the identity number that came with the request',
  breaks: ['fiks/F-38'],
  around: (request, next) => {
    const reply = next(request)
    const number = member(requestBody(request)?.[URN.fiksPerson], 'foedselsnummer')
    if (reply.status < 400 || number === undefined) return reply
    return rewritten(reply, (body) => ({ ...body, detail: `${body.detail} (foedselsnummer ${number})` }))
  },
})
