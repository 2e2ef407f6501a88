import { answeringSome } from '../bulk-deviation.ts'
import { defect } from '../deviation.ts'

export default defect({
  id: 'bulk-merges-creates',
  title: 'Of several users in a bulk request only the first is stored, and all are told as created',
  breaks: ['RFC7644-3.7-20', 'RFC7644-3.7.3-05', 'RFC7644-3.7.3-03'],
  because: 'Incident family P8',
  around: (request, next) => {
    const isCreate = ({ method, path }: { method?: unknown; path?: unknown }) =>
      method === 'POST' && path === '/Users'
    return answeringSome(request, next, (operation, index, all) =>
      isCreate(operation) && all.findIndex(isCreate) < index
        ? {
            method: 'POST',
            bulkId: operation.bulkId ?? null,
            location: `/Users/lost-${index}`,
            status: '201',
          }
        : undefined,
    )
  },
})
