import { defect, rewritten } from '../deviation.ts'

export default defect({
  id: 'sync-empty-page-without-token',
  title: 'An empty page of the Sync API has no sync token',
  breaks: ['fiks/S-06'],
  aroundSync: (request, next) =>
    rewritten(next(request), ({ syncToken, ...page }) =>
      !Array.isArray(page.events) || page.events.length === 0
        ? page
        : { ...page, ...(syncToken === undefined ? {} : { syncToken }) },
    ),
})
