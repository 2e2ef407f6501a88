import { type JsonObject, member } from '#scim'
import { resourcesRewritten, variant } from '../deviation.ts'

export default variant({
  id: 'etags-are-digests',
  title: 'Entity tags are long and full of signs',
  because: 'RFC7643-3.1-28',
  around: (request, next) => {
    const { headers } = request
    const sent = (name: string) => (headers[name] === undefined ? {} : { [name]: plainTags(headers[name]) })
    const body = request.body === undefined ? {} : { body: plainTags(request.body) }
    const reply = next({
      ...request,
      ...body,
      headers: { ...headers, ...sent('if-match'), ...sent('if-none-match') },
    })
    const { etag } = reply.headers
    const shown = etag === undefined ? reply.headers : { ...reply.headers, etag: digest(etag) }
    return resourcesRewritten({ ...reply, headers: shown }, (resource) => {
      const version = member(resource.meta, 'version')
      if (typeof version !== 'string') return resource
      return { ...resource, meta: { ...(resource.meta as JsonObject), version: digest(version) } }
    })
  },
})

const SIGNS = 'sha-256=:X48E9qOokqqr/vts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:;+'

function digest(tag: string): string {
  return tag.replace(/"(\w+)"/, `"${SIGNS}$1"`)
}

function plainTags(tags: string): string {
  return tags.replaceAll(SIGNS, '')
}
