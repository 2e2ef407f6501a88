import { ScimError, URN } from '#scim'
import { defect } from '../deviation.ts'
import { errorReply } from '../errors.ts'

export default defect({
  id: 'fiks-path-cut-at-the-dot',
  title: 'The dot in the URN of the extension is taken for that of a sub-attribute',
  breaks: ['fiks/F-29', 'fiks/F-30'],
  because: 'Incident family W5',
  around: (request, next) => {
    const named = `"path":"${URN.fiksPerson}:`
    const isCut = request.method === 'PATCH' && request.body?.includes(named)
    return isCut
      ? errorReply(new ScimError(400, 'invalidPath', 'There is no sub-attribute 0'))
      : next(request)
  },
})
