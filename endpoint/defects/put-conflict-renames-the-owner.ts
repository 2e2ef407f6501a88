import { aside, isOne, pathOf } from '../aside.ts'
import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'put-conflict-renames-the-owner',
  title: 'A PUT refused with 409 changes the one who has the userName',
  breaks: ['RFC7643-4.1.1-02'],
  because: 'Tale (tale-project/tale#2036)',
  around: (request, next) => {
    const reply = next(request)
    const body = request.method === 'PUT' && isOne(request, '/Users') ? requestBody(request) : undefined
    if (!body || reply.status !== 409) return reply
    const { find, change } = aside(request, next)
    const [owner] = find('/Users', `userName eq ${JSON.stringify(body.userName ?? '')}`)
    if (owner && body.displayName)
      change(pathOf('/Users', owner), { op: 'replace', path: 'displayName', value: body.displayName })
    return reply
  },
})
