import { operationsChanged, operationsIn, resultsChanged } from '../bulk-deviation.ts'
import { variant } from '../deviation.ts'

const OWN = 'given-by-the-service-'

export default variant({
  id: 'bulk-id-not-needed',
  title: 'A POST in bulk may do without a bulkId',
  because: 'AMB-101',
  around: (request, next) => {
    if (!operationsIn(request)) return next(request)
    const named = operationsChanged(request, (operation, index) =>
      operation.method === 'POST' ? { bulkId: `${OWN}${index}`, ...operation } : operation,
    )
    return resultsChanged(next(named), (results) =>
      results.map(({ bulkId, ...result }) =>
        bulkId === undefined || String(bulkId).startsWith(OWN) ? result : { ...result, bulkId },
      ),
    )
  },
})
