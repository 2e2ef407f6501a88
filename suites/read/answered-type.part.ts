import { type Detail, reading } from '#check'
import { type Exchange, header } from '#scim'

/** Is the answer of SCIM's own media type? One reading also lets it be plain JSON. */
export function isScimJson(answer: Exchange): [boolean, Detail] {
  const type = header(answer, 'content-type')
  const essence = type?.split(';', 1)[0]?.trim().toLowerCase()
  const plain = essence === 'application/json'
  const detail = { what: 'header content-type', expected: 'application/scim+json', actual: type }
  return [
    plain || essence === 'application/scim+json',
    plain ? { ...detail, reading: reading('AMB-032/application-json', type).reading } : detail,
  ]
}
