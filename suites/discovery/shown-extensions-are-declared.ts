import { bodyOf, defineCheck, elementsOf } from '#check'
import { answering, type JsonObject, member, URN } from '#scim'

export default defineCheck({
  id: 'discovery/shown-extensions-are-declared',
  title: 'What a User takes of an extension, its resource type declares',
  proves: ['RFC7643-3-06'],
  needs: { features: ['resourceTypes', 'schemas'], resource: 'User' },
  breaks: 'A client cannot know where it may send the data of an employee: incident family P6.',

  each: ({ resourceTypes, schemas }) => {
    const cores = new Set([...resourceTypes.map(({ schema }) => schema), URN.user, URN.group])
    return schemas
      .filter(({ id }) => /:schemas:extension:/i.test(id) && !cores.has(id))
      .flatMap(({ id, attributes }) => {
        const plain = attributes.find(
          (one) => one.type === 'string' && !one.multiValued && one.mutability === 'readWrite',
        )
        return plain ? [{ name: id, attribute: plain.name }] : []
      })
      .slice(0, 1)
  },

  async act({ draft, endpoint, mark, notOffered, of, send }) {
    const container: JsonObject = { [of.attribute]: mark('utvidelse') }
    const body = draft('User', { [of.name]: container })
    const created = await send({ method: 'POST', path: endpoint('User'), body })
    const status = created.response?.status ?? 0
    // An extension of another resource type is rightly refused.
    if (status >= 400 && status < 500) notOffered(`a User with ${of.name} is refused`)
    return { created }
  },

  judge({ created }, claim, { facts, of }) {
    const type = facts.resourceTypes.find(({ name }) => name === 'User')
    const declared = (type?.schemaExtensions ?? []).map(({ schema }) => schema.toLowerCase())
    const named = elementsOf(bodyOf(created), 'schemas').map((urn) => String(urn).toLowerCase())
    const urn = of.name.toLowerCase()
    const taken = named.includes(urn) || member(bodyOf(created), of.name) !== undefined
    claim('RFC7643-3-06', created)
      .succeeds()
      .holds(!taken || declared.includes(urn), {
        what: 'schemaExtensions of User in /ResourceTypes',
        expected: of.name,
        actual: declared,
      })
  },

  counterexample: ({ created }) => ({ created: answering(created, { status: 500, body: undefined }) }),
})
