import { describe, expect, it } from 'vitest'
import { renderJunit } from './junit.ts'
import { buildReport } from './model.ts'
import { HOSTILE, sampleRecord } from './sample-record.sample.ts'

const xml = renderJunit(buildReport(sampleRecord))

describe('junit', () => {
  it('of the sample run', () => expect(xml).toMatchFileSnapshot('goldens/junit.xml'))

  it('is well formed and holds only what XML 1.0 allows', () => {
    expect(() => elementsOf(xml)).not.toThrow()
    expect([...xml].filter((char) => !isXmlChar(char.codePointAt(0) ?? 0))).toEqual([])
  })

  it('keeps hostile text as text', () => {
    const names = new Set(elementsOf(xml).map(({ name }) => name))
    expect([...names].sort()).toEqual([
      'error',
      'failure',
      'skipped',
      'system-out',
      'testcase',
      'testsuite',
      'testsuites',
    ])
    for (const text of [HOSTILE.script, HOSTILE.cdata]) expect(xml).not.toContain(text)
    expect(elementsOf(xml).some(({ text }) => text.includes(HOSTILE.script))).toBe(true)
  })

  it('counts as CI servers count', () => {
    const [root] = elementsOf(xml)
    expect(root?.attributes).toMatchObject({ tests: '13', failures: '5', errors: '1', skipped: '3' })
    const cases = elementsOf(xml).filter(({ name }) => name === 'testcase')
    expect(cases.map(({ attributes }) => attributes.name)).toContain('filter/tells-strings-apart[sw]')
    const strict = { ...sampleRecord, info: { ...sampleRecord.info, strict: true } }
    expect(elementsOf(renderJunit(buildReport(strict)))[0]?.attributes.failures).toBe('6')
  })
})

interface Element {
  readonly name: string
  readonly attributes: Record<string, string>
  text: string
}

/** A strict reader of the little XML that we write. Throws at anything that is not well formed. */
function elementsOf(document: string): Element[] {
  const all: Element[] = []
  const open: Element[] = []
  const rest = document.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '')
  for (const [token] of rest.matchAll(/<[^>]*>|[^<]+/g)) {
    if (!token.startsWith('<')) {
      if (open.length === 0 && token.trim() !== '') throw new Error('text outside the root')
      if (open.length > 0) (open.at(-1) as Element).text += unescapeXml(token)
    } else if (token.startsWith('</')) {
      if (open.pop()?.name !== token.slice(2, -1)) throw new Error(`wrong end: ${token}`)
    } else {
      const found = /^<([a-z-]+)((?: [a-z]+="[^"<]*")*)(\/?)>$/.exec(token)
      if (!found) throw new Error(`no element: ${token}`)
      const pairs = [...(found[2] as string).matchAll(/ ([a-z]+)="([^"]*)"/g)]
      const attributes = Object.fromEntries(
        pairs.map(([, name, value]) => [name, unescapeXml(value as string)]),
      )
      const element = { name: found[1] as string, attributes, text: '' }
      all.push(element)
      if (found[3] === '') open.push(element)
    }
  }
  if (open.length > 0) throw new Error('an element is not closed')
  return all
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescapeXml(text: string): string {
  if (/&(?!(amp|lt|gt|quot|apos);)/.test(text) || text.includes(']]>'))
    throw new Error(`bare markup: ${text}`)
  return text.replace(/&(\w+);/g, (_, name: string) => ENTITIES[name] as string)
}

function isXmlChar(code: number): boolean {
  const plane0 = (code >= 0x20 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd)
  return code === 0x9 || code === 0xa || code === 0xd || plane0 || (code >= 0x10000 && code <= 0x10ffff)
}
