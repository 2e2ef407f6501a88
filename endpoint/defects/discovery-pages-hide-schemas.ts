import { defect, rewritten } from '../deviation.ts'

export default defect({
  id: 'discovery-pages-hide-schemas',
  title: '/Schemas gives a page and counts only that',
  breaks: ['RFC7644-4-10'],
  around: (request, next) => {
    const reply = next(request)
    const count = /^\/(?:Schemas|ResourceTypes)\?.*count=(\d+)/.exec(request.path)?.[1]
    if (count === undefined) return reply
    return rewritten(reply, (body) => {
      const Resources = Array.isArray(body.Resources) ? body.Resources.slice(0, Number(count)) : []
      return { ...body, totalResults: Resources.length, Resources }
    })
  },
})
