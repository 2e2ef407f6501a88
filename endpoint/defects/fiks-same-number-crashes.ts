import { member, URN } from '#scim'
import { aside } from '../aside.ts'
import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'fiks-same-number-crashes',
  title: 'A second user with the same identity number ends in an internal error',
  breaks: ['fiks/F-35'],
  because: 'An index in the database is the only one that minds',
  around: (request, next) => {
    const body = request.method === 'POST' && request.path === '/Users' ? requestBody(request) : undefined
    const number = member(body?.[URN.fiksPerson], 'foedselsnummer')
    if (typeof number !== 'string') return next(request)
    const filter = `${URN.fiksPerson}:foedselsnummer eq ${JSON.stringify(number)}`
    const isTaken = aside(request, next).find('/Users', filter).length > 0
    if (!isTaken) return next(request)
    return { status: 500, headers: { 'content-type': 'text/plain' }, text: 'duplicate key' }
  },
})
