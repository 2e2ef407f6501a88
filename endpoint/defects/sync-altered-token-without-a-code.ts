import { defect, rewritten } from '../deviation.ts'

export default defect({
  id: 'sync-altered-token-without-a-code',
  title: 'A sync token that was altered is refused without errorCode',
  breaks: ['fiks/S-23'],
  aroundSync: (request, next) => rewritten(next(request), ({ errorCode: _, ...body }) => body),
})
