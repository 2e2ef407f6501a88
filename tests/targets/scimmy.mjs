// A SCIM service made of SCIMMY and its express routers, over a plain store in memory.
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import express from 'express'
import SCIMMY from 'scimmy'
import SCIMMYRouters from 'scimmy-routers'
import { announce, originOf } from './announce.mjs'

const token = randomUUID()

/** Resources of one type, by id. `key` names the attribute that has to be unique without regard to case. */
class Store {
  #resources = new Map()
  #key

  constructor(key) {
    this.#key = key
  }

  read({ id, filter }) {
    if (id !== undefined) return structuredClone(this.#existing(id))
    const all = structuredClone([...this.#resources.values()])
    return filter ? filter.match(all) : all
  }

  write({ id = randomUUID() }, instance, isUpdate) {
    const before = isUpdate ? this.#existing(id) : undefined
    const { schemas, meta, ...attributes } = JSON.parse(JSON.stringify(instance))
    this.#refuseDuplicate(id, attributes)
    const now = new Date().toISOString()
    const after = { ...attributes, id, meta: { created: before?.meta.created ?? now, lastModified: now } }
    this.#resources.set(id, after)
    return structuredClone(after)
  }

  remove({ id }) {
    this.#existing(id)
    this.#resources.delete(id)
  }

  #existing(id) {
    const found = this.#resources.get(id)
    if (!found) throw new SCIMMY.Types.Error(404, null, `There is no resource ${id}`)
    return found
  }

  #refuseDuplicate(id, attributes) {
    if (!this.#key) return
    const wanted = attributes[this.#key]?.toLowerCase()
    for (const other of this.#resources.values()) {
      if (other.id !== id && other[this.#key]?.toLowerCase() === wanted)
        throw new SCIMMY.Types.Error(409, 'uniqueness', `${this.#key} is taken`)
    }
  }
}

function declare(Resource, store) {
  SCIMMY.Resources.declare(Resource)
    .ingress((resource, instance) => store.write(resource, instance, resource.id !== undefined))
    .egress((resource) => store.read(resource))
    .degress((resource) => store.remove(resource))
}

declare(SCIMMY.Resources.User.extend(SCIMMY.Schemas.EnterpriseUser, false), new Store('userName'))
declare(SCIMMY.Resources.Group, new Store())

// The environment 'test' keeps express from printing every answer of 500 and above.
const app = express().disable('x-powered-by').set('etag', false).set('env', 'test')
const server = createServer(app)
app.use(
  '/scim/v2',
  new SCIMMYRouters({
    type: 'bearer',
    docUri: 'https://scimmy.test/authentication',
    baseUri: () => originOf(server),
    handler: (request) => {
      if (request.header('authorization') !== `Bearer ${token}`)
        throw new Error('The bearer token is missing or wrong')
    },
  }),
)

announce(server, (origin) => ({ url: `${origin}/scim/v2`, token }))
