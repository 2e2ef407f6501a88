import { expect, it } from 'vitest'
import { allureResult } from './allure.ts'
import { HOSTILE, sampleRecord } from './sample-record.sample.ts'

const of = (id: string) => {
  const verdict = sampleRecord.verdicts.find((one) => one.id === id) as (typeof sampleRecord.verdicts)[number]
  return allureResult(verdict, [...sampleRecord.exchanges.values()], 'https://scim.example.test/v2')
}

it('labels, links and attaches the exchanges that prove a verdict', () => {
  const { labels, links, attachments } = of('patch/remove-needs-a-path')
  expect(labels).toContainEqual({ name: 'outcome', value: 'fail' })
  expect(labels).toContainEqual({ name: 'story', value: 'RFC7644-3.5.2.2-01' })
  expect(links).toEqual([
    { name: 'RFC 7644 §3.5.2.2', url: 'https://www.rfc-editor.org/rfc/rfc7644#section-3.5.2.2' },
  ])
  expect(attachments.map(({ name, contentType }) => [name, contentType])).toEqual([
    ['x2 PATCH /Users/2819c223 204', 'application/vnd.allure.http+json'],
  ])
  expect(JSON.parse(attachments[0]?.content ?? '')).toMatchObject({
    schemaVersion: 1,
    request: { method: 'PATCH', url: 'https://scim.example.test/v2/Users/2819c223' },
    response: { status: 204 },
  })
})

it('carries the reason why something was skipped', () => {
  expect(of('sort/ascending').labels.at(-1)?.value).toMatch(/sort.supported is false/)
})

it('keeps hostile text inside a fence', () => {
  const [fence, ...rest] = of('filter/tells-strings-apart[sw]').description.split('\n')
  expect(fence).toBe('```text')
  expect(rest.slice(0, -1).join('\n')).not.toContain('```')
  expect(rest.join('\n')).toContain(HOSTILE.script)
})
