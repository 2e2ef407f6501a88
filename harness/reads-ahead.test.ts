import { describe, expect, it } from 'vitest'
import type { ScimRequest } from '#scim'
import type { Answered } from './client.ts'
import { createReadsAhead } from './reads-ahead.ts'

const read = (path: string): ScimRequest => ({ method: 'GET', path })

function reads() {
  const sent: string[] = []
  const answers: (() => void)[] = []
  const ahead = createReadsAhead(async ({ method, path }) => {
    const id = `${sent.push(`${method} ${path}`)}`
    await new Promise<void>((resolve) => answers.push(resolve))
    if (path === '/fails') throw new Error('failed')
    return { id } as Answered
  })
  /** All that is under way is answered. */
  const answer = () => {
    for (const one of answers.splice(0)) one()
  }
  const asked = async (path: string, more: { reads?: ScimRequest[]; pause?: number } = {}) => {
    const asking = ahead.ask({ request: read(path), ...more })
    answer()
    return (await asking).id
  }
  return { sent, answer, asked, ahead }
}

describe('reads that follow', () => {
  it('leave with the first, once each, and are handed over when they are asked for', async () => {
    const { sent, asked } = reads()
    expect(await asked('/a', { reads: ['/a', '/b', '/c', '/b'].map(read) })).toBe('1')
    expect(sent).toEqual(['GET /a', 'GET /b', 'GET /c'])
    expect([await asked('/c'), await asked('/b'), sent.length]).toEqual(['3', '2', 3])
    expect([await asked('/b'), sent.length]).toEqual(['4', 4])
  })

  it('are not what is asked with other headers', async () => {
    const { sent, asked } = reads()
    await asked('/a', { reads: [{ ...read('/b'), headers: { accept: 'application/json' } }] })
    expect([await asked('/b'), sent.length]).toEqual(['3', 3])
  })

  it.each([
    ['a write', { request: { method: 'PATCH', path: '/x' } as ScimRequest }],
    ['a pause', { request: read('/x'), pause: 5 }],
    ['other reads that follow', { request: read('/x'), reads: [] }],
  ])('say nothing of what comes after %s', async (_, step) => {
    const { sent, answer, asked, ahead } = reads()
    await asked('/a', { reads: [read('/b')] })
    const asking = ahead.ask(step)
    answer()
    await asking
    expect([await asked('/b'), sent.at(-1)]).toEqual(['4', 'GET /b'])
  })

  it('fail where they are asked for, and nowhere else', async () => {
    const { answer, asked, ahead } = reads()
    await asked('/a', { reads: [read('/fails')] })
    answer()
    await ahead.settled()
    await expect(asked('/fails')).rejects.toThrow('failed')
  })

  it('are waited for in the end', async () => {
    const { answer, asked, ahead } = reads()
    let isOver = false
    await asked('/a')
    void ahead.ask({ request: read('/b'), reads: [read('/c')] })
    const over = ahead.settled().then(() => {
      isOver = true
    })
    await new Promise((resolve) => setImmediate(resolve))
    expect(isOver).toBe(false)
    answer()
    await over
  })
})
