import { expect, it } from 'vitest'
import { header } from '#scim'
import { observe } from './observe.ts'
import { createRedactor } from './redact.ts'

const observer = { redactor: createRedactor(['t0ken'], 'run1'), ours: () => true }
const request = { method: 'GET', path: '/Users' } as const

function cookieSeen(value: string): string | undefined {
  const sent = { id: 'x1', by: 'test', request, headers: {}, at: 0, ms: 0 }
  const answer = { status: 200, headers: [['Set-Cookie', value] as const], body: new Uint8Array() }
  return header(observe(sent, answer, observer).exchange, 'set-cookie')
}

it('keeps of a cookie what protects it, and nothing else', () => {
  expect(cookieSeen('session=t3st; Path=/; Secure; HttpOnly; Max-Age=60')).toBe(
    '[secret]; Secure; HttpOnly; Max-Age=60',
  )
  expect(cookieSeen('a=b; Domain=kommune.example; Secureish=1; note=Max-Age=5x')).toBe('[secret]')
  expect(cookieSeen('session=t3st')).toBe('[secret]')
})
