import { defect } from '../deviation.ts'

export default defect({
  id: 'media-type-scim-is-not-read',
  title: 'A body of application/scim+json is passed over as if there were none',
  breaks: ['RFC7644-3.8-01'],
  because: 'A framework that reads application/json alone (MicrosoftDocs/azure-docs#12728)',
  around: (request, next) => {
    const type = request.headers['content-type'] ?? ''
    return next(request.method === 'POST' && type.includes('scim') ? { ...request, body: '{}' } : request)
  },
})
