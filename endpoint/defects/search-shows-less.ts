import { defect, requestBody, resourcesRewritten } from '../deviation.ts'

export default defect({
  id: 'search-shows-less',
  title: '.search gives id and userName only',
  breaks: ['RFC7644-3.4-02', 'RFC7644-3.4.3-03'],
  around: (request, next) => {
    const body = request.path.endsWith('/.search') ? requestBody(request) : undefined
    return body
      ? resourcesRewritten(next(request), ({ schemas, id, userName, displayName, meta }) => ({
          ...(schemas ? { schemas } : {}),
          ...(id ? { id } : {}),
          ...(userName ? { userName } : {}),
          ...(displayName ? { displayName } : {}),
          ...(meta ? { meta } : {}),
        }))
      : next(request)
  },
})
