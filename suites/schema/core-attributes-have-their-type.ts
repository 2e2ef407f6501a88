import { defineCheck, get, resourcesIn } from '#check'
import { type Json, member, URN } from '#scim'
import { attributesOf, everySchema, partsOf } from './schemas.part.ts'

const lines = (text: string) => text.trim().split(/\s+/)
/** What the prose of RFC 7643 section 4 makes of them; `*` for several values. */
const NATURE: Readonly<Record<string, readonly string[]>> = {
  [URN.user]: lines(`userName:string name:complex displayName:string nickName:string profileUrl:reference
    title:string userType:string preferredLanguage:string locale:string timezone:string active:boolean
    password:string emails:complex* phoneNumbers:complex* ims:complex* photos:complex* addresses:complex*
    groups:complex* entitlements:complex* roles:complex* x509Certificates:complex*
    name.formatted:string name.familyName:string name.givenName:string name.middleName:string
    emails.value:string emails.type:string emails.display:string emails.primary:boolean
    phoneNumbers.value:string phoneNumbers.type:string phoneNumbers.primary:boolean
    addresses.formatted:string addresses.streetAddress:string addresses.country:string
    addresses.primary:boolean groups.value:string groups.$ref:reference groups.display:string
    roles.value:string roles.primary:boolean entitlements.value:string photos.value:reference
    x509Certificates.value:binary`),
  [URN.group]: lines('displayName:string members:complex* members.value:string members.$ref:reference'),
  [URN.enterpriseUser]: lines(`employeeNumber:string costCenter:string organization:string division:string
    department:string manager:complex manager.value:string manager.$ref:reference manager.displayName:string`),
}

const natureOf = (definition: Json) =>
  `${String(member(definition, 'type') ?? 'string')}${member(definition, 'multiValued') === true ? '*' : ''}`

const named = (definitions: readonly Json[], name: string) =>
  definitions.find((one) => String(member(one, 'name')).toLowerCase() === name.toLowerCase())

export default defineCheck({
  id: 'schema/core-attributes-have-their-type',
  title: 'Published core attributes have the type and number of RFC 7643',
  proves: ['RFC7643-8.7.1-01'],
  needs: { features: ['schemas'] },
  each: ({ schemas }) =>
    schemas.filter(({ id }) => Object.hasOwn(NATURE, id)).map(({ id }) => ({ name: id })),

  act: async ({ send }) => ({ list: await send(get('/Schemas')) }),

  judge({ list }, claim, { of }) {
    const schema = resourcesIn(list).find(({ id }) => String(id).toLowerCase() === of.name.toLowerCase())
    claim('RFC7643-8.7.1-01', list).holds(schema !== undefined, { expected: of.name, actual: undefined })
    for (const [name, expected] of (NATURE[of.name] ?? []).map((one) => one.split(':'))) {
      const [first = '', part] = (name ?? '').split('.')
      const whole = named(attributesOf(schema), first)
      const found = part === undefined ? whole : named(partsOf(whole ?? null), part)
      if (found === undefined) continue
      const same = natureOf(found).toLowerCase() === expected?.toLowerCase()
      const detail = { what: `type of ${name}`, expected: expected ?? null, actual: natureOf(found) }
      claim('RFC7643-8.7.1-01', list).holds(same, detail)
    }
  },

  counterexample: ({ list }) => {
    const attributes = ['userName', 'members', 'manager'].map((name) => ({ name, type: 'integer' }))
    return everySchema(list, { attributes })
  },
})
