import { defect } from '../deviation.ts'

export default defect({
  id: 'cursor-not-announced',
  title: 'Paging by cursor is offered and announced nowhere',
  breaks: ['RFC9865-4-01'],
  settings: (plain) => ({ ...plain, paging: { ...plain.paging, published: false } }),
})
