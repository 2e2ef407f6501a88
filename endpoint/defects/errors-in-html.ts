import { defect } from '../deviation.ts'

export default defect({
  id: 'errors-in-html',
  title: 'Errors come as a page of HTML',
  breaks: ['RFC7644-3.12-02'],
  because: 'Incident family P2',
  around: (request, next) => {
    const reply = next(request)
    const { status, headers } = reply
    if (status < 400) return reply
    const text = `<!doctype html><title>${status}</title><h1>Something went wrong</h1>`
    return { status, headers: { ...headers, 'content-type': 'text/html' }, text }
  },
})
