import { type JsonObject, member, URN } from '#scim'
import { discoveryRewritten, variant } from '../deviation.ts'

export default variant({
  id: 'few-attributes',
  title: 'Users have the commonest attributes only, as their schema says',
  because: 'RFC7643-4.1.1-02',
  kernel: (plain) => ({
    keep: (resource, model, before, given) => without(plain.keep(resource, model, before, given)),
  }),
  around: discoveryRewritten('/Schemas', (body) =>
    Array.isArray(body.Resources)
      ? { ...body, Resources: body.Resources.map((one) => short(one as JsonObject)) }
      : short(body),
  ),
})

const LACKING: ReadonlySet<string> = new Set([
  'nickName',
  'profileUrl',
  'userType',
  'preferredLanguage',
  'locale',
  'timezone',
  'phoneNumbers',
  'ims',
  'photos',
  'addresses',
  'entitlements',
  'roles',
  'x509Certificates',
])

function without(resource: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(resource).filter(([name]) => !LACKING.has(name)))
}

function short(schema: JsonObject): JsonObject {
  const { attributes } = schema
  if (schema.id !== URN.user || !Array.isArray(attributes)) return schema
  return { ...schema, attributes: attributes.filter((one) => !LACKING.has(String(member(one, 'name')))) }
}
