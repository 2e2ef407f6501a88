import { member } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'sync-any-organisation-goes',
  title: 'An organisation that is no UUID is looked for in vain',
  breaks: ['fiks/S-03'],
  aroundSync: (request, next) => {
    const reply = next(request)
    const isAboutId = reply.status === 400 && member(reply.body, 'errorCode') === undefined
    return isAboutId && !/[?&](?:limit|maxGroupSize)=(?:0|-|\d{4})/.test(request.path)
      ? { ...reply, status: 404 }
      : reply
  },
})
