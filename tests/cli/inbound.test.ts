import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { cli, newFolder } from './cli.ts'

const STORY = ['simulate', '--dialect', 'entra-inbound', '--scenario', 'joiner-to-leaver']

const linesOf = (out: string) =>
  readFileSync(join(out, 'bulk-uploads.ndjson'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

interface Received {
  readonly request: IncomingMessage
  readonly body: { readonly Operations: readonly object[] }
}

/** A bulk upload API that answers with these, one after the other. */
async function listening(...statuses: number[]) {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    received.push({ request, body: JSON.parse(Buffer.concat(chunks).toString('utf8')) })
    response.writeHead(statuses[received.length - 1] ?? 202).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { received, url: `http://127.0.0.1:${port}/jobs/1/bulkUpload`, close: () => server.close() }
}

it('writes what an HR system would upload, sends nothing, and calls that no success', async () => {
  const out = newFolder()
  const { code, stdout, stderr } = await cli([...STORY, '--out', out])
  expect(code, stderr).toBe(3)
  expect(stdout).toMatch(/Nothing was sent and no provider was contacted/)
  expect(stdout).not.toMatch(/pass|conforms/i)
  const lines = linesOf(out)
  expect(lines.length).toBeGreaterThan(1)
  expect(lines.every(({ sent, answer }) => sent === false && answer === undefined)).toBe(true)
  expect(lines[0].request).toMatchObject({
    method: 'POST',
    path: expect.stringMatching(
      /^\/v1\.0\/servicePrincipals\/[^/]+\/synchronization\/jobs\/API2AAD\.[^/]+\/bulkUpload$/,
    ),
    headers: { 'content-type': 'application/scim+json' },
    body: { failOnErrors: null },
  })
})

it('sends them where it is told to, and says that accepted is not carried out', async () => {
  const api = await listening()
  const out = newFolder()
  const env = { SCIM_TEST_TOKEN: 'not-a-token' }
  const { code, stdout } = await cli([...STORY, '--target', api.url, '--out', out], { env })
  api.close()
  expect(code, stdout).toBe(0)
  expect(stdout).toMatch(/(\d+) of \1 bulk requests were answered 202 Accepted/)
  expect(stdout).toMatch(/nothing was read back/)
  expect(api.received.map(({ body }) => body)).toEqual(linesOf(out).map(({ request }) => request.body))
  for (const { request } of api.received) {
    expect([request.method, request.url]).toEqual(['POST', '/jobs/1/bulkUpload'])
    expect(request.headers).toMatchObject({
      authorization: 'Bearer not-a-token',
      'content-type': 'application/scim+json',
    })
  }
  expect(readFileSync(join(out, 'bulk-uploads.ndjson'), 'utf8')).not.toContain('not-a-token')
})

it('another answer than 202 is a finding', async () => {
  const api = await listening(202, 400)
  const { code, stdout } = await cli([...STORY, '--target', api.url, '--quiet'])
  api.close()
  expect(code).toBe(1)
  expect(stdout).toMatch(/^u2 .*: answered 400; documented is 202 Accepted$/m)
  expect(stdout).not.toMatch(/^u1 /m)
})

it.each([
  [
    'Microsoft itself',
    [...STORY, '--target', 'https://graph.microsoft.com/v1.0/x/bulkUpload'],
    /Nothing was sent/,
  ],
  ['other dialects beside it', [...STORY, '--dialect', 'entra'], /by itself/],
])('refuses %s', async (_, args, says) => {
  const { code, stdout, stderr } = await cli(args)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(says)
})
