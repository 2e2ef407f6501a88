import { defect } from '../deviation.ts'

export default defect({
  id: 'schema-by-urn-is-404',
  title: 'A schema is not found by its URN',
  breaks: ['RFC7644-4-05'],
  because: 'Incident family P6',
  around: (request, next) =>
    next({ ...request, path: request.path.replace(/^\/Schemas\/urn:/i, '/Schemas/no-') }),
})
