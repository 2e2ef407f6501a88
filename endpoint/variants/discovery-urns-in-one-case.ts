import { variant } from '../deviation.ts'

export default variant({
  id: 'discovery-urns-in-one-case',
  title: 'A schema is found by its URN in the letters of the RFC only',
  because: 'AMB-012',
  around: (request, next) =>
    next({ ...request, path: request.path.replace(/^\/Schemas\/URN:.*/, '/Schemas/none') }),
})
