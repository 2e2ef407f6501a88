import { describe, expect, it } from 'vitest'
import { URN } from '#scim'
import { discoveryModels, validateResource } from '#scim/schema'
import { BASE, Client } from './client.sample.ts'

const models = discoveryModels()

describe('discovery', () => {
  it('has a configuration that keeps to its schema', () => {
    const { body } = new Client().get('/ServiceProviderConfig')
    expect(validateResource(body, models.ServiceProviderConfig, 'response')).toEqual([])
    expect(body.meta.location).toBe(`${BASE}/ServiceProviderConfig`)
  })

  it('lists resource types that keep to their schema and can be read one by one', () => {
    const c = new Client()
    const { body } = c.get('/ResourceTypes')
    expect(body.Resources.map(({ id }) => id)).toEqual(['User', 'Group'])
    for (const type of body.Resources) {
      expect(validateResource(type, models.ResourceType, 'response')).toEqual([])
      expect(c.get(`/ResourceTypes/${type.id}`).body).toEqual(type)
    }
  })

  it('lists schemas that keep to their schema and can be read one by one, in any case', () => {
    const c = new Client()
    const { body } = c.get('/Schemas')
    expect(body.totalResults).toBe(8)
    for (const schema of body.Resources) {
      // The schema of schemas describes parts of parts, which it has no place for itself.
      if (schema.id !== URN.schema) expect(validateResource(schema, models.Schema, 'response')).toEqual([])
      expect(c.get(`/Schemas/${schema.id.toUpperCase()}`).body).toEqual(schema)
    }
  })

  it('takes no filter, and no notice of paging', () => {
    const c = new Client()
    expect(c.get('/Schemas?filter=id%20pr').status).toBe(403)
    expect(c.get('/Schemas?count=1&startIndex=2&sortBy=id').body).toEqual(c.get('/Schemas').body)
  })

  it.each(['/ServiceProviderConfig', '/ResourceTypes', '/Schemas', `/Schemas/${URN.user}`])(
    '%s cannot be written',
    (path) => {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
        const answer = new Client().send(method, path, method === 'DELETE' ? undefined : {})
        expect(answer).toMatchObject({ status: 501, body: { schemas: [URN.error] } })
      }
    },
  )

  it.each(['/Schemas/urn:nothing', '/ResourceTypes/user', '/ServiceProviderConfig/x'])(
    '%s is not there',
    (path) => {
      expect(new Client().get(path).status).toBe(404)
    },
  )
})
