// A SCIM service made of Better Auth and its SCIM plugin, over Better Auth's own store in memory.
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { scim } from '@better-auth/scim'
import { betterAuth } from 'better-auth'
import { memoryAdapter } from 'better-auth/adapters/memory'
import { toNodeHandler } from 'better-auth/node'
import { announce } from './announce.mjs'

// The plugin serves `<basePath>/scim/v2`, and Better Auth does not mount at the root: `/api/auth` is its default.
const basePath = '/api/auth'
const token = randomUUID()

let handle
const server = createServer((request, response) => handle(request, response))

announce(server, (origin) => {
  handle = toNodeHandler(serviceAt(origin))
  return { url: `${origin}${basePath}/scim/v2`, token }
})

function serviceAt(baseURL) {
  const plugin = scim({
    connections: [{ id: 'harness', credentials: [{ type: 'bearer', id: 'harness', token }] }],
  })
  return betterAuth({
    baseURL,
    basePath,
    secret: randomUUID(),
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    database: memoryAdapter(tablesOf(plugin)),
    plugins: [plugin],
  })
}

/** The store in memory wants every table to be there from the start: those of Better Auth and those of the plugin. */
function tablesOf({ schema }) {
  const names = ['user', 'session', 'account', 'verification', ...Object.keys(schema)]
  return Object.fromEntries(names.map((name) => [name, []]))
}
