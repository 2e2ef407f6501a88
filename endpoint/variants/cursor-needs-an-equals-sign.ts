import { variant } from '../deviation.ts'

export default variant({
  id: 'cursor-needs-an-equals-sign',
  title: 'A cursor parameter without an equals sign is not seen',
  because: 'AMB-108',
  readings: ['AMB-108/bare-cursor-ignored'],
  around: (request, next) => next({ ...request, path: request.path.replace(/[?&]cursor(?=&|$)/, '') }),
})
